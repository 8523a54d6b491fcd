import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClocks } from '../../../../main/clocks';
import { Recorder } from '../../../../main/recording/recorder';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { VigilError } from '../../../../shared/errors';
import { COUNTDOWN_MS, PATIENCE_MS } from '../../../../shared/meeting/recording/own-recording';
import { inside } from '../../../support/world/people';
import { World } from '../../../support/world/world';

beforeAll(cryptoReady);

let folder: string;
let place: string | null;
const timers: (() => void)[] = [];
/** What happens while the place is being chosen. */
let choosing: () => Promise<void>;
beforeEach(async () => {
  choosing = () => Promise.resolve();
  folder = await mkdtemp(path.join(tmpdir(), 'vigil-recorder-'));
  place = path.join(folder, 'a.webm');
  timers.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));

function begun() {
  const world = new World('recorder');
  const { host, guest } = world.call();
  const recorder = new Recorder({
    own: () => host.meeting.recordings.own,
    stretch: () => Promise.resolve(new Uint8Array(32)),
    steady: systemClocks.steady,
    timer: (_, run) => {
      timers.push(run);
      return () => timers.splice(timers.indexOf(run), 1);
    },
    choosePlace: async () => {
      await choosing();
      return place;
    },
  });
  const runs = (): void => {
    world.run(COUNTDOWN_MS + PATIENCE_MS + 500);
  };
  return { world, host, guest, recorder, runs };
}
const bytes = new TextEncoder().encode('a frame');

describe('the own recording', () => {
  it('writes nothing before everybody was told and had their time', async () => {
    const { world, guest, recorder, runs } = begun();
    expect(await recorder.begin(null)).toBe(true);
    world.run(500);
    expect(inside(guest).recording.others).toHaveLength(1);
    await expect(recorder.write({ position: 0, bytes })).rejects.toThrow(new VigilError('bad-request'));
    expect((await readFile(place ?? '')).length).toBe(0);
    runs();
    await recorder.write({ position: 0, bytes });
    expect(await recorder.finish()).toBe(bytes.length);
    world.run(500);
    expect(inside(guest).recording.others).toEqual([]);
    await expect(recorder.write({ position: 0, bytes })).rejects.toThrow(new VigilError('bad-request'));
  });

  it('tells nobody where no place was chosen, and leaves nothing where it did not begin', async () => {
    const { world, host, guest, recorder } = begun();
    const chosen = place;
    place = null;
    expect(await recorder.begin(null)).toBe(false);
    place = chosen;
    world.run(500);
    expect(inside(guest).recording.others).toEqual([]);
    expect(await recorder.begin('a passphrase')).toBe(true);
    await expect(recorder.begin(null)).rejects.toThrow(new VigilError('already-recording'));
    await recorder.finish();
    expect(inside(host).recording.mine.state).toBe('off');
    expect(await readdir(folder)).toEqual([]);
  });

  it('ends with its meeting: what the window still had is written, for a while', async () => {
    const { host, recorder, runs } = begun();
    await recorder.begin(null);
    runs();
    await recorder.write({ position: 0, bytes });
    host.meeting.leave();
    recorder.follow();
    recorder.follow();
    expect(timers).toHaveLength(1);
    await recorder.write({ position: bytes.length, bytes });
    timers[0]?.();
    await recorder.close();
    await expect(recorder.write({ position: 0, bytes })).rejects.toThrow(new VigilError('bad-request'));
    expect(await readFile(place ?? '', 'utf8')).toBe('a framea frame');
  });

  it('that is given up while the place is being chosen is told to nobody', async () => {
    const { world, guest, recorder } = begun();
    choosing = () => recorder.close();
    expect(await recorder.begin(null)).toBe(false);
    world.run(500);
    expect(inside(guest).recording.others).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('waits for the last writes when the app ends, and no longer than a while', async () => {
    for (const comes of [true, false]) {
      const { host, recorder, runs } = begun();
      await recorder.begin(null);
      runs();
      await recorder.write({ position: 0, bytes });
      host.meeting.leave();
      const done = recorder.lastWrites();
      await recorder.write({ position: bytes.length, bytes });
      if (comes) await recorder.finish();
      else timers[0]?.();
      await done;
      expect(await readFile(place ?? '', 'utf8')).toBe('a framea frame');
    }
  });

  it('takes nothing after a meeting in which it never ran', async () => {
    const { host, recorder } = begun();
    await recorder.begin(null);
    host.meeting.leave();
    recorder.follow();
    await expect(recorder.write({ position: 0, bytes })).rejects.toThrow(new VigilError('bad-request'));
    await recorder.close();
  });

  it('is over for everybody when it cannot be written any more', async () => {
    const { world, guest, recorder, runs } = begun();
    await recorder.begin(null);
    runs();
    await recorder.write({ position: 0, bytes });
    await expect(recorder.write({ position: 99, bytes })).rejects.toThrow(new VigilError('bad-request'));
    world.run(500);
    expect(inside(guest).recording.others).toEqual([]);
    expect(await readFile(place ?? '', 'utf8')).toBe('a frame');
  });
});
