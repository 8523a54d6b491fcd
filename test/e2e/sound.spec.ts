/** The own voice with and without what is done to it, as the other end really hears it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startListening } from '../support/capture/stretches';
import { fakeDevices } from '../support/driver/app';
import { connect } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { SAMPLE_RATE, wavOfSamples } from '../support/media/files';
import { voiceInNoise } from '../support/media/noisy';

/** Of a pause and words, root mean square: of the room, its lowest part is lost on the way in any case. */
const NOISE = 0.1;
const HEARD_IN_PAUSES = 0.004;
const SILENCE = 0.002;
const LIMIT_MS = 30_000;

interface Heard {
  quietest: number;
  loudest: number;
}

/** Of the last seven seconds, in which there was a pause and words; null: it has not listened so long. */
function lastSeconds(page: Page): Promise<Heard | null> {
  return page.evaluate(() => {
    const { heard } = window as unknown as { heard: { at: number; level: number }[] };
    const now = Date.now();
    if ((heard[0]?.at ?? now) > now - 7000) return null;
    const levels = heard.filter(({ at }) => at > now - 7000).map(({ level }) => level);
    levels.sort((a, b) => a - b);
    // Tenths, and not the ends: a packet may be lost.
    const at = (share: number): number => levels[Math.floor(levels.length * share)] ?? 0;
    return { quietest: at(0.1), loudest: at(0.9) };
  });
}

async function hears(page: Page, what: 'the room and words' | 'words alone' | 'nothing'): Promise<void> {
  const now = async (): Promise<string> => {
    const heard = await lastSeconds(page);
    if (heard === null) return 'too little';
    if (heard.loudest < SILENCE) return 'nothing';
    return heard.quietest > HEARD_IN_PAUSES
      ? 'the room and words'
      : heard.quietest < SILENCE
        ? 'words alone'
        : `between: ${JSON.stringify(heard)}`;
  };
  await expect.poll(now, { timeout: LIMIT_MS, intervals: [1000] }).toBe(what);
}

async function chooseNoise(page: Page, which: 'off' | 'strong'): Promise<void> {
  await page.getByTestId('control-devices').click();
  await page.getByTestId('noise-suppression').selectOption(which);
  await page.keyboard.press('Escape');
}

test('noise suppression takes a room away, muted stays muted through it, and a failing one says so', async ({
  relay,
  app,
  mediaFolder,
}) => {
  test.setTimeout(240_000);
  const { url } = await relay();
  const file = path.join(mediaFolder, 'voice-in-noise.wav');
  writeFileSync(file, wavOfSamples(voiceInNoise(SAMPLE_RATE, NOISE).noisy));
  const alice = await app({ relays: [url] });
  const bob = await app({
    relays: [url],
    switches: [...fakeDevices(), `--use-file-for-fake-audio-capture=${file}`],
  });
  await connect(alice.page, bob.page);
  await startListening(alice.page);

  await chooseNoise(bob.page, 'off');
  await hears(alice.page, 'the room and words');
  await chooseNoise(bob.page, 'strong');
  await hears(alice.page, 'words alone');

  // Who tries how they are heard is heard by nobody else meanwhile, and afterwards as before.
  const says = bob.page.getByTestId('sound-test-says');
  await bob.page.getByTestId('control-devices').click();
  await bob.page.getByTestId('sound-test').click();
  await expect(alice.page.getByTestId('tile-muted')).toBeVisible();
  await expect(says).toHaveAttribute('data-state', 'playing', { timeout: 30_000 });
  const since = await alice.page.evaluate(() => Date.now());
  await expect(says).toHaveAttribute('data-state', 'ended', { timeout: 30_000 });
  const loudest = await alice.page.evaluate((begin) => {
    const { heard } = window as unknown as { heard: { at: number; level: number }[] };
    // What was on its way when the microphone was shut has come long before.
    return Math.max(...heard.filter(({ at }) => at >= begin).map(({ level }) => level));
  }, since);
  expect(loudest).toBeLessThan(SILENCE);
  await bob.page.keyboard.press('Escape');
  await hears(alice.page, 'words alone');

  // Muted, whatever is built anew meanwhile.
  await bob.page.getByTestId('control-mic').click();
  await hears(alice.page, 'nothing');
  await chooseNoise(bob.page, 'off');
  await chooseNoise(bob.page, 'strong');
  await bob.page.getByTestId('control-devices').click();
  await bob.page.getByTestId('sound-test').click();
  for (const state of ['recording', 'playing', 'ended'])
    await expect(says).toHaveAttribute('data-state', state, { timeout: 30_000 });
  await bob.page.keyboard.press('Escape');
  await hears(alice.page, 'nothing');
  await bob.page.getByTestId('control-mic').click();
  await hears(alice.page, 'words alone');

  await bob.page.evaluate(() => {
    AudioWorklet.prototype.addModule = () => Promise.reject(new DOMException('', 'AbortError'));
  });
  await chooseNoise(bob.page, 'off');
  await chooseNoise(bob.page, 'strong');
  await bob.page.getByTestId('control-devices').click();
  await expect(bob.page.getByTestId('noise-fails')).toBeVisible();
  const loud = async (): Promise<boolean> => ((await lastSeconds(alice.page))?.loudest ?? 0) > 0.02;
  await expect.poll(loud, { timeout: LIMIT_MS }).toBe(true);
});
