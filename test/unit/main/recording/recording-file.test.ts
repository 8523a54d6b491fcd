import {
  chmod,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openRecordingFile, type RecordingFileOptions } from '../../../../main/recording/recording-file';
import { sealRecording } from '../../../../main/recording/sealed-format';
import type { SteadyTime } from '../../../../shared/clocks';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { VigilError } from '../../../../shared/errors';

beforeAll(cryptoReady);

let folder: string;
let place: string;
let now = 0;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vigil-recording-'));
  place = path.join(folder, 'a.webm');
  now = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));

const steady = (): SteadyTime => now;
const opened = (change: Partial<RecordingFileOptions> = {}) =>
  openRecordingFile({ place, sealer: null, steady, ...change });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sealer = () =>
  sealRecording(new Uint8Array(32).fill(7), { salt: new Uint8Array(16), memoryKiB: 8, passes: 1 });

/** A disk with room for so many bytes, which takes half of what does not fit. @param syncs counts. */
function disk(room: number, syncs: { count: number } = { count: 0 }, code = 'ENOSPC') {
  return async (place: string): Promise<FileHandle> => {
    const handle = await open(place, 'wx+');
    return new Proxy(handle, {
      get: (target, name) => {
        if (name === 'datasync')
          return async () => {
            syncs.count++;
            await target.datasync();
          };
        if (name === 'write')
          return async (buffer: Uint8Array, offset: number, length: number, position: number) => {
            const fits = Math.min(length, room - position);
            if (fits <= 0) throw Object.assign(new Error('no room'), { code });
            return target.write(buffer, offset, fits, position);
          };
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  };
}

/** A disk that copies what it writes, and once has room for two bytes only. */
function torn(fails: { now: boolean }) {
  return async (place: string): Promise<FileHandle> => {
    const handle = await open(place, 'wx+');
    let written = 0;
    return new Proxy(handle, {
      get: (target, name) => {
        if (name === 'write')
          return async (buffer: Uint8Array, offset: number, length: number, position: number) => {
            if (fails.now && written++ === 1) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
            return target.write(buffer, offset, fails.now && written === 1 ? 2 : length, position);
          };
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  };
}

describe('the file of a recording', () => {
  it('holds what was written, where it was to be; what is written later may lie before', async () => {
    const file = await opened();
    await Promise.all([
      file.write({ position: 0, bytes: bytes('____world') }),
      file.write({ position: 9, bytes: bytes('!') }),
      file.write({ position: 0, bytes: bytes('good') }),
    ]);
    expect(file.size).toBe(10);
    await file.finish();
    expect(await readFile(place, 'utf8')).toBe('goodworld!');
  });

  it('leaves out no byte, and takes nothing once it is finished', async () => {
    const file = await opened();
    await file.write({ position: 0, bytes: bytes('abc') });
    await expect(file.write({ position: 4, bytes: bytes('e') })).rejects.toThrow(
      new VigilError('bad-request'),
    );
    await file.write({ position: 3, bytes: bytes('d') });
    await file.finish();
    await expect(file.write({ position: 4, bytes: bytes('e') })).rejects.toThrow(
      new VigilError('bad-request'),
    );
    expect(await readFile(place, 'utf8')).toBe('abcd');
  });

  it('leaves what lay there until something is written, and nothing where nothing was', async () => {
    await (await opened()).finish();
    expect(await readdir(folder)).toEqual([]);
    await writeFile(place, 'an older one');
    await (await opened()).finish();
    expect(await readFile(place, 'utf8')).toBe('an older one');
    const file = await opened();
    await file.write({ position: 0, bytes: bytes('new') });
    await file.finish();
    expect(await readFile(place, 'utf8')).toBe('new');
  });

  it.skipIf(process.platform === 'win32')('is readable for its owner alone, whatever lay there', async () => {
    await writeFile(place, 'an older one');
    await chmod(place, 0o644);
    const file = await opened();
    await file.write({ position: 0, bytes: bytes('new') });
    await file.finish();
    expect((await stat(place)).mode & 0o777).toBe(0o600);
  });

  it('is brought to the disk every two seconds', async () => {
    const syncs = { count: 0 };
    const file = await opened({ openNew: disk(1000, syncs) });
    for (let second = 0; second < 10; second++) {
      now += 1000;
      await file.write({ position: second, bytes: bytes('x') });
    }
    expect(syncs.count).toBe(5);
    await file.finish();
  });

  it('keeps whole what was written when the disk is full, and says so each time', async () => {
    const file = await opened({ openNew: disk(14) });
    await file.write({ position: 0, bytes: bytes('0123456789') });
    const full = new VigilError('recording-full');
    await expect(file.write({ position: 10, bytes: bytes('abcdefgh') })).rejects.toThrow(full);
    expect(await readFile(place, 'utf8')).toBe('0123456789');
    await expect(file.write({ position: 0, bytes: bytes('a') })).rejects.toThrow(full);
    await file.finish();
    expect(await readFile(place, 'utf8')).toBe('0123456789');
  });

  it('keeps what lay where half a write went over it', async () => {
    const fails = { now: false };
    const file = await opened({ openNew: torn(fails) });
    await file.write({ position: 0, bytes: bytes('0123456789') });
    fails.now = true;
    await expect(file.write({ position: 2, bytes: bytes('abcd') })).rejects.toThrow(
      new VigilError('recording-full'),
    );
    await file.finish();
    expect(await readFile(place, 'utf8')).toBe('0123456789');
  });

  it('of a sealed recording ends with a whole chunk when the disk is full', async () => {
    const file = await opened({ sealer: sealer(), openNew: disk(200) });
    await file.write({ position: 0, bytes: bytes('0123456789') });
    const { size } = file;
    await expect(file.write({ position: 10, bytes: new Uint8Array(400) })).rejects.toThrow(
      new VigilError('recording-full'),
    );
    await file.finish();
    expect((await readFile(place)).length).toBe(size);
    expect(await readFile(place, 'latin1')).not.toContain('0123');
  });

  it('says that nothing can be written where that has another reason', async () => {
    const notWritten = new VigilError('recording-not-written');
    await expect(opened({ place: path.join(folder, 'missing', 'a.webm') })).rejects.toThrow(notWritten);
    const file = await opened({ openNew: disk(0, { count: 0 }, 'EIO') });
    await expect(file.write({ position: 0, bytes: bytes('a') })).rejects.toThrow(notWritten);
    await file.finish();
    expect(await readdir(folder)).toEqual([]);
  });
});
