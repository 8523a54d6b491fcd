import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { RunningApp } from '../support/driver/app';
import { askToJoin, connect, expectPictureOfOther, hostMeeting } from '../support/driver/call';
import { startKeepingConnections } from '../support/driver/connections';
import { expect, test } from '../support/driver/fixtures';
import { seesParticipant } from '../support/driver/observe';
import { askedScale, outboundOf, soundPacketSizes } from '../support/driver/statistics';
import { fakeDeviceSwitches, wavOf, writeParticipantMedia, type MediaOptions } from '../support/media/files';

/** Three encoders and two decoders may share one slow computer. */
const PATIENCE = { timeout: 40_000 };
const TALL: MediaOptions = { width: 1280, height: 720, framesPerSecond: 10, seconds: 1 };

function devicesOf(folder: string, index: number, options: MediaOptions = {}): string[] {
  return fakeDeviceSwitches(writeParticipantMedia(folder, index, options));
}

/** A camera as any other, and a microphone that hears nothing. */
function silentDevices(folder: string, index: number): string[] {
  const media = writeParticipantMedia(folder, index);
  const silence = path.join(folder, 'silence.wav');
  writeFileSync(silence, wavOf(index).fill(0, 44));
  return fakeDeviceSwitches({ ...media, audio: silence });
}

function tileOf(page: Page, name: string): Locator {
  return page.locator('[data-testid^="tile-"]', { hasText: name }).first();
}

/** The window's own doings, as a person's desktop asks for them. */
async function setWindow(app: RunningApp, change: 'minimize' | 'restore' | 'shrink'): Promise<void> {
  await app.app.evaluate(({ BrowserWindow }, wanted) => {
    const [window] = BrowserWindow.getAllWindows();
    if (wanted === 'minimize') window?.minimize();
    else if (wanted === 'restore') window?.restore();
    else window?.setContentSize(800, 600);
  }, change);
}

test('a picture that nobody sees is not encoded, and comes back', async ({ relay, app, mediaFolder }) => {
  test.skip(
    process.env['VIGIL_NO_WINDOW_MANAGER'] === '1',
    'no window manager (openbox) minimises windows here',
  );
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url], switches: devicesOf(mediaFolder, 1) });
  await startKeepingConnections(bob.page);
  await connect(alice.page, bob.page);
  await setWindow(alice, 'minimize');
  await expect.poll(async () => (await outboundOf(bob.page)).video.active, PATIENCE).toBe(false);
  const before = await outboundOf(bob.page);
  // Sound goes on, and measures the time in which no frame may come.
  await expect
    .poll(async () => (await outboundOf(bob.page)).audio.packetsSent, PATIENCE)
    .toBeGreaterThan(before.audio.packetsSent + 75);
  expect((await outboundOf(bob.page)).video.framesEncoded).toBe(before.video.framesEncoded);
  await setWindow(alice, 'restore');
  await expect
    .poll(async () => (await outboundOf(bob.page)).video.framesEncoded, PATIENCE)
    .toBeGreaterThan(before.video.framesEncoded + 10);
  expect(await seesParticipant(alice.page, 1)).toBe(true);
});

test('a picture is sent no larger than it is shown', async ({ relay, app, mediaFolder }) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url], switches: devicesOf(mediaFolder, 2, TALL) });
  await startKeepingConnections(bob.page);
  await connect(alice.page, bob.page);
  const scale = (): Promise<number> => askedScale(bob.page);
  const height = async (): Promise<number> => (await outboundOf(bob.page)).video.frameHeight;
  await expect.poll(height, PATIENCE).toBeGreaterThan(0);
  await expect.poll(scale, PATIENCE).toBe(1);
  await setWindow(alice, 'shrink');
  // Of 720 lines no more than 540.
  await expect.poll(scale, PATIENCE).toBeGreaterThanOrEqual(720 / 540);
  await expect.poll(height, PATIENCE).toBeLessThanOrEqual(540);
  expect(await height()).toBeGreaterThan(0);
});

test('who speaks is seen by ring and wave, and who is silent is not', async ({ relay, app, mediaFolder }) => {
  const { url } = await relay();
  const alice = await app({ relays: [url], switches: silentDevices(mediaFolder, 3) });
  const bob = await app({ relays: [url], switches: devicesOf(mediaFolder, 4) });
  await connect(alice.page, bob.page);
  // What Bob's window ever showed of Alice.
  await tileOf(bob.page, 'Alice').evaluate((tile: HTMLElement) => {
    const shown: (string | null)[] = [tile.getAttribute('data-speaks')];
    Object.assign(window, { shown });
    new MutationObserver(() => shown.push(tile.getAttribute('data-speaks'))).observe(tile, {
      attributes: true,
    });
  });
  const atAlice = tileOf(alice.page, 'Bob');
  await expect(atAlice).toHaveAttribute('data-speaks', 'true', PATIENCE);
  await expect(atAlice.getByTestId('tile-speaks')).toBeVisible();
  await expect(bob.page.getByTestId('tile-self')).toHaveAttribute('data-speaks', 'true', PATIENCE);
  await bob.page.getByTestId('control-mic').click();
  await expect(atAlice).toHaveAttribute('data-speaks', 'false', PATIENCE);
  await expect(atAlice.getByTestId('tile-speaks')).toHaveCount(0);
  expect(await bob.page.evaluate(() => (window as unknown as { shown: unknown }).shown)).toEqual(['false']);
});

test('sizes of sound packets tell nothing, unless one chose to save bandwidth', async ({
  relay,
  app,
  mediaFolder,
}) => {
  const { url } = await relay();
  const alice = await app({ relays: [url], switches: devicesOf(mediaFolder, 5) });
  const bob = await app({ relays: [url], switches: devicesOf(mediaFolder, 6) });
  await startKeepingConnections(alice.page);
  await startKeepingConnections(bob.page);
  await bob.page.getByTestId('settings-open').click();
  await bob.page.getByTestId('save-bandwidth').click();
  await expect(bob.page.getByTestId('save-bandwidth')).toBeChecked();
  await bob.page.getByRole('button', { name: 'Home' }).click();
  const link = await hostMeeting(alice.page, 'Alice');
  await askToJoin(bob.page, link, 'Bob');
  await alice.page.getByTestId('knock-admit').click();
  await expectPictureOfOther(alice.page);
  await expectPictureOfOther(bob.page);
  // From here on the frames' counters, which travel with them, have the same length for twenty minutes.
  for (const { page } of [alice, bob])
    await expect.poll(async () => (await outboundOf(page)).audio.packetsSent, PATIENCE).toBeGreaterThan(300);
  const [even, sparing] = await Promise.all([
    soundPacketSizes(alice.page, 200),
    soundPacketSizes(bob.page, 200),
  ]);
  expect(new Set(even).size).toBe(1);
  // With the packet before in each: about twice 80 bytes.
  expect(even[0]).toBeGreaterThan(160);
  expect(new Set(sparing).size).toBeGreaterThan(3);
  expect(Math.max(...sparing)).toBeLessThan(160);
});
