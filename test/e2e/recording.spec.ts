import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { gridPlaces, type Place } from '../../renderer/call/recording/places';
import { openSealed } from '../../main/recording/open-sealed';
import { openRecordingFile } from '../../main/recording/recording-file';
import { argon2id } from '../../main/vault/passphrase';
import { systemClocks } from '../../main/clocks';
import { cryptoReady } from '../../shared/crypto/sodium';
import { hostMeeting, join } from '../support/driver/call';
import { freshFolder, type RunningApp } from '../support/driver/app';
import { answerDialogs, suggestedName } from '../support/driver/files';
import { expect, test } from '../support/driver/fixtures';
import { answerRecorder, startRecording } from '../support/driver/recording';
import { violations } from '../support/driver/violations';
import { fakeDeviceSwitches, writeParticipantMedia } from '../support/media/files';
import { decodedSeconds, pictureAt, probe, tonesIn, type Area } from '../support/media/played-file';
import { ensureSystemPackages } from '../tools/scripts/system-packages.mjs';

const NAMES = ['Alice', 'Bob', 'Carol'] as const;
const [ALICE, BOB] = [0, 1] as const;
const PASSPHRASE = 'four words by chance';

// Three apps, of which one encodes once more, on whatever processors there are.
test.describe.configure({ timeout: 480_000 });

/** Where a picture of 16 to 9 stands in its place. */
function pictureIn({ x, y, width, height }: Place): Area {
  const tall = Math.round((width * 9) / 16);
  return { x, y: Math.round(y + (height - tall) / 2), width, height: tall };
}

const lengthOf = async (file: string): Promise<number> => (await stat(file).catch(() => null))?.size ?? 0;

/** From now on no sound is played or mixed in this page: as where a computer lost what it plays on. */
function silenceSounds(): void {
  AudioContext.prototype.resume = function () {
    return this.suspend();
  };
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      void this.suspend();
    }
  };
}

test('everybody is asked before anything is recorded; a real player plays it; a killed app loses no more than ten seconds', async ({
  relay,
  app,
  mediaFolder,
}, info) => {
  await ensureSystemPackages(['ffmpeg']);
  await cryptoReady();
  const folder = await freshFolder();
  try {
    const { url } = await relay();
    const apps: RunningApp[] = [];
    for (const index of NAMES.keys()) {
      const media = writeParticipantMedia(mediaFolder, index, { framesPerSecond: 10 });
      apps.push(await app({ relays: [url], switches: fakeDeviceSwitches(media) }));
    }
    const [alice, bob, carol] = apps as [RunningApp, RunningApp, RunningApp];
    const link = await hostMeeting(alice.page, NAMES[ALICE]);
    await join(alice.page, bob.page, link, 'Bob');
    await join(alice.page, carol.page, link, 'Carol');

    const file = path.join(folder, 'one.webm');
    await answerDialogs(alice.app, { save: file });
    await startRecording(alice.page, null);
    expect(await suggestedName(alice.app)).toMatch(/^Vigil \d{4}-\d\d-\d\d \d\d\.\d\d\.webm$/);
    for (const { page } of [bob, carol]) {
      const ask = page.getByTestId('recording-ask');
      await expect(ask).toContainText('Alice');
      await expect(page.getByTestId('recording-chip')).toHaveCount(1);
      expect(await lengthOf(file)).toBe(0);
    }
    await expect(bob.page.getByTestId('recording-stay')).not.toBeFocused();
    await answerRecorder(bob.page, 'stay');
    expect(await violations(carol.page)).toEqual([]);
    // Without an answer Carol goes dark, and is not in it.
    for (const device of ['control-mic', 'control-camera'])
      await expect(carol.page.getByTestId(device)).toHaveAttribute(
        'aria-pressed',
        device === 'control-mic' ? 'true' : 'false',
        { timeout: 30_000 },
      );
    await expect(bob.page.getByTestId('control-camera')).toHaveAttribute('aria-pressed', 'true');
    for (const { page } of [bob, carol]) {
      await expect(page.getByTestId('recording-chip')).toHaveText(/Alice.? records/, { timeout: 30_000 });
      await expect(page.getByTestId('news-recording')).toHaveText(/Alice.? records this meeting/);
    }
    await expect(alice.page.getByTestId('recording-bar')).toContainText(/0:(1[2-9]|[2-5]\d)|[1-9]:\d\d/, {
      timeout: 60_000,
    });
    expect(await violations(alice.page)).toEqual([]);
    await alice.page.getByTestId('recording-stop').click();
    await expect(alice.page.getByTestId('recording-end-saved')).toBeVisible({ timeout: 30_000 });
    for (const { page } of [bob, carol]) {
      await expect(page.getByTestId('recording-chip')).toHaveCount(0);
      await expect(page.getByTestId('news-recording')).toHaveText(/Alice.? has stopped recording/);
    }

    const { duration, codecs } = await probe(file);
    info.annotations.push({ type: 'seconds', description: String(duration) });
    expect(codecs).toEqual(['opus', 'vp8']);
    expect(duration).toBeGreaterThan(9);
    expect(duration).toBeLessThan(90);
    const [atBob, atCarol, atAlice] = gridPlaces(3).map(pictureIn) as [Area, Area, Area];
    const middle = duration / 2;
    expect(await pictureAt(file, middle, atBob)).toBe(BOB);
    expect(await pictureAt(file, middle, atAlice)).toBe(ALICE);
    expect(await pictureAt(file, middle, atCarol)).toBeNull();
    const tones = await tonesIn(file);
    info.annotations.push({ type: 'tones', description: JSON.stringify([...tones]) });
    expect([...tones.keys()].sort()).toEqual([ALICE, BOB]);

    // Sealed, without a sound that comes, and the app is killed.
    await alice.page.evaluate(silenceSounds);
    const sealed = path.join(folder, 'two.vigil-recording');
    await answerDialogs(alice.app, { save: sealed });
    await startRecording(alice.page, PASSPHRASE);
    for (const { page } of [bob, carol]) await answerRecorder(page, 'stay');
    await expect(alice.page.getByTestId('recording-bar')).toContainText(/0:(1[5-9]|[2-5]\d)|[1-9]:\d\d/, {
      timeout: 60_000,
    });
    alice.app.process().kill('SIGKILL');
    await expect(bob.page.getByTestId('recording-chip')).toHaveCount(0, { timeout: 120_000 });
    const opened = path.join(folder, 'two.webm');
    const open = (passphrase: string) =>
      openSealed({
        ...{ sealed, passphrase },
        stretch: ({ passphrase: bytes, salt, memoryKiB, passes }) => argon2id(bytes, salt, memoryKiB, passes),
        target: () => openRecordingFile({ place: opened, sealer: null, steady: systemClocks.steady }),
      });
    await expect(open('four other words')).rejects.toMatchObject({ code: 'recording-wrong-passphrase' });
    expect(await open(PASSPHRASE)).toBe('cut-off');
    const kept = await decodedSeconds(opened);
    info.annotations.push({ type: 'kept of 15 seconds', description: String(kept) });
    expect(kept).toBeGreaterThan(15 - 10);
    expect(await pictureAt(opened, kept / 2, atBob)).toBe(BOB);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  }
});
