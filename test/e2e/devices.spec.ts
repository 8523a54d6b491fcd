import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectPictureOfOther, hostMeeting } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { y4mOf } from '../support/media/files';

const RELAY = 'ws://127.0.0.1:9';

/** The next page load finds devices that answer so; errors are the ones that Chromium throws. */
async function devicesAnswer(page: Page, name: 'NotAllowedError' | 'NotReadableError'): Promise<void> {
  await page.addInitScript((error) => {
    MediaDevices.prototype.getUserMedia = () => Promise.reject(new DOMException('', error));
  }, name);
  await page.reload();
}

test('without a camera and a microphone one is told, and can still start', async ({ app }) => {
  const { page } = await app({ relays: [RELAY], switches: [] });
  await page.getByTestId('home-new-meeting').click();
  await expect(page.getByTestId('device-problem').first()).toBeVisible();
  await page.getByTestId('preview-name').fill('Alice');
  await page.getByTestId('preview-enter').click();
  await expect(page.getByTestId('meeting')).toBeVisible();
});

for (const error of ['NotAllowedError', 'NotReadableError'] as const) {
  test(`devices that are refused (${error}) are explained, and the call works without them`, async ({
    app,
    relay,
  }) => {
    const { url } = await relay();
    const alice = await app({ relays: [url] });
    const bob = await app({ relays: [url] });
    await devicesAnswer(bob.page, error);
    const link = await hostMeeting(alice.page, 'Alice');
    await bob.page.getByTestId('home-link-input').fill(link);
    await bob.page.getByTestId('home-link-continue').click();
    const problem = bob.page.getByTestId('device-problem').first();
    await expect(problem).toBeVisible();
    await expect(problem).toContainText(error === 'NotAllowedError' ? /not let|allow/i : /other|use/i);
    await bob.page.getByTestId('preview-name').fill('Bob');
    await bob.page.getByTestId('preview-enter').click();
    await alice.page.getByTestId('knock-admit').click();
    await expectPictureOfOther(bob.page);
    await expect(alice.page.getByTestId('tile-camera-off')).toBeVisible();
  });
}

test('a microphone that was lost goes on when it is back, and stays muted if it was', async ({ app }) => {
  const { page } = await app({ relays: [RELAY] });
  await page.addInitScript(() => {
    const ask = MediaDevices.prototype.getUserMedia;
    MediaDevices.prototype.getUserMedia = async function (constraints) {
      const stream = await ask.call(this, constraints);
      const [track] = stream.getAudioTracks();
      // Real devices end their tracks themselves.
      if (track)
        window.addEventListener('test-unplugged', () => track.dispatchEvent(new Event('ended')), {
          once: true,
        });
      return stream;
    };
  });
  await page.reload();
  await page.getByTestId('home-new-meeting').click();
  await page.getByTestId('preview-name').fill('Alice');
  await page.getByTestId('preview-enter').click();
  const microphone = page.getByTestId('control-mic');
  await expect(microphone).toHaveAttribute('aria-pressed', 'false');
  const unplugged = () => page.evaluate(() => window.dispatchEvent(new Event('test-unplugged')));
  const pluggedIn = () =>
    page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));

  await unplugged();
  await expect(page.getByTestId('device-problem')).toBeVisible();
  await expect(microphone).toHaveAttribute('aria-pressed', 'true');
  await pluggedIn();
  await expect(microphone).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByTestId('device-problem')).toBeHidden();

  await microphone.click();
  await unplugged();
  await expect(page.getByTestId('device-problem')).toBeVisible();
  await pluggedIn();
  await expect(page.getByTestId('device-problem')).toBeHidden();
  await expect(microphone).toHaveAttribute('aria-pressed', 'true');
});

/** Main's own word for what the others are told. */
async function toldOfSelf(page: Page): Promise<{ microphone: boolean; camera: boolean } | null> {
  const view = await page.evaluate(() => window.vigil.request['meeting:get'](undefined));
  if (!view.ok || view.value.phase !== 'inside') return null;
  const { microphone, camera } = view.value.self;
  return { microphone, camera };
}

test('a camera that is held upright is shown whole, before a meeting and in it', async ({
  app,
  mediaFolder,
}) => {
  const file = path.join(mediaFolder, 'upright.y4m');
  writeFileSync(file, y4mOf(0, { width: 180, height: 320, framesPerSecond: 10, seconds: 1 }));
  const { page } = await app({
    relays: [RELAY],
    switches: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`],
  });
  const shown = (): Promise<[boolean, string]> =>
    page
      .getByTestId('video-self')
      .evaluate((video: HTMLVideoElement) => [
        video.videoHeight > video.videoWidth,
        getComputedStyle(video).objectFit,
      ]);
  await page.getByTestId('home-new-meeting').click();
  await expect.poll(shown).toEqual([true, 'contain']);
  await page.getByTestId('preview-name').fill('Alice');
  await page.getByTestId('preview-enter').click();
  await expect(page.getByTestId('meeting')).toBeVisible();
  await expect.poll(shown).toEqual([true, 'contain']);
});

test('a microphone that a headset has muted is shown as muted, also to the others', async ({ app }) => {
  const { page } = await app({ relays: [RELAY] });
  await page.addInitScript(() => {
    const ask = MediaDevices.prototype.getUserMedia;
    MediaDevices.prototype.getUserMedia = async function (constraints) {
      const stream = await ask.call(this, constraints);
      const [track] = stream.getAudioTracks();
      // Real headsets do it themselves.
      window.addEventListener('test-muted', (event) => {
        const muted = (event as CustomEvent<boolean>).detail;
        if (track) Object.defineProperty(track, 'muted', { configurable: true, value: muted });
        track?.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
      });
      return stream;
    };
  });
  await page.reload();
  await hostMeeting(page, 'Alice');
  const microphone = page.getByTestId('control-mic');
  const mute = (muted: boolean) =>
    page.evaluate(
      (detail) => window.dispatchEvent(new CustomEvent<boolean>('test-muted', { detail })),
      muted,
    );
  await expect.poll(() => toldOfSelf(page)).toEqual({ microphone: true, camera: true });

  await mute(true);
  await expect(microphone).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByTestId('tile-self').getByTestId('tile-muted')).toBeVisible();
  await expect(page.getByTestId('microphone-silenced')).toBeVisible();
  await expect.poll(() => toldOfSelf(page)).toEqual({ microphone: false, camera: true });

  await mute(false);
  await expect(microphone).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByTestId('microphone-silenced')).toBeHidden();
  await expect.poll(() => toldOfSelf(page)).toEqual({ microphone: true, camera: true });
});

test('a camera that another program had comes by itself once it is free', async ({ app }) => {
  const { page } = await app({ relays: [RELAY] });
  await hostMeeting(page, 'Alice');
  await expect.poll(() => toldOfSelf(page)).toEqual({ microphone: true, camera: true });
  const camera = page.getByTestId('control-camera');
  await camera.click();
  await page.evaluate(() => {
    const ask = MediaDevices.prototype.getUserMedia;
    MediaDevices.prototype.getUserMedia = () => Promise.reject(new DOMException('', 'NotReadableError'));
    window.addEventListener('test-freed', () => {
      MediaDevices.prototype.getUserMedia = ask;
    });
  });
  await camera.click();
  await expect(page.getByTestId('device-problem')).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('test-freed')));
  await expect(camera).toHaveAttribute('aria-pressed', 'true', { timeout: 60_000 });
  await expect(page.getByTestId('device-problem')).toBeHidden();
  await expect.poll(() => toldOfSelf(page)).toEqual({ microphone: true, camera: true });
});
