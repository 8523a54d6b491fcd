/** What others really see of somebody whose face is hidden, while it works and while it does not. */
import type { Page } from '@playwright/test';
import { connect } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { violations } from '../support/driver/violations';
import { recognisePicture } from '../support/media/recognise';
import { HIDDEN } from '../../renderer/call/background/look';

const LIMIT_MS = 60_000;

interface Watched {
  /** Frames that came since watching began. */
  frames: number;
  /** Of these, the camera's own picture. */
  raw: number;
  /** Of the last one: how many of the pixels have one of the colours, 0 to 1. */
  share: number;
}

/** Looks at every frame of the other that this page shows, from now on. */
async function watch(page: Page, colors: readonly string[]): Promise<void> {
  await page.evaluate(`((recognise, colors) => {
    const near = (data, i, color) => [1, 3, 5].every(
      (at, channel) => Math.abs(data[i + channel] - parseInt(color.slice(at, at + 2), 16)) < 24);
    const watched = { frames: 0, raw: 0, share: 0 };
    window.watched = watched;
    const canvas = new OffscreenCanvas(320, 180);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const selector = 'video[data-testid^="video-"]:not([data-testid="video-self"])';
    const seen = new WeakSet();
    const look = (video) => {
      if (window.watched !== watched) return;
      if (video.videoWidth > 0) {
        canvas.height = Math.round((320 * video.videoHeight) / video.videoWidth);
        context.drawImage(video, 0, 0, canvas.width, canvas.height);
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        let hits = 0;
        for (let i = 0; i < data.length; i += 4) if (colors.some((color) => near(data, i, color))) hits++;
        watched.share = hits / (data.length / 4);
        watched.frames++;
        if (recognise(data, canvas.width, canvas.height) !== null) watched.raw++;
      }
      video.requestVideoFrameCallback(() => look(video));
    };
    const find = () => {
      if (window.watched !== watched) return;
      for (const video of document.querySelectorAll(selector))
        if (!seen.has(video)) { seen.add(video); video.requestVideoFrameCallback(() => look(video)); }
      requestAnimationFrame(find);
    };
    find();
  })(${recognisePicture.toString()}, ${JSON.stringify(colors)})`);
}

const watched = (page: Page): Promise<Watched> =>
  page.evaluate(() => ({ ...(window as unknown as { watched: Watched }).watched }));

async function chooseBackground(page: Page, which: string): Promise<void> {
  await page.getByTestId('control-devices').click();
  await page.getByTestId('background').selectOption(which);
  await page.keyboard.press('Escape');
}

test('a hidden face stays hidden: while the model works, when it does not start, and when it hangs', async ({
  relay,
  app,
}) => {
  test.setTimeout(300_000);
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  await connect(alice.page, bob.page);
  const hidden = Object.values(HIDDEN);
  await watch(alice.page, hidden);
  // The watch itself sees the camera's picture where it is shown.
  await expect.poll(async () => (await watched(alice.page)).raw, { timeout: LIMIT_MS }).toBeGreaterThan(0);

  await chooseBackground(bob.page, 'hidden');
  await expect
    .poll(async () => (await watched(alice.page)).share, { timeout: LIMIT_MS })
    .toBeGreaterThan(0.95);
  await watch(alice.page, hidden);
  await expect
    .poll(async () => (await watched(alice.page)).frames, { timeout: LIMIT_MS })
    .toBeGreaterThan(30);
  await bob.page.getByTestId('control-devices').click();
  await expect(bob.page.getByTestId('background-cost')).toBeVisible();
  // A stray key on the list asks, and whatever is pressed in the same moment is no answer.
  const list = bob.page.getByTestId('background');
  const reveal = bob.page.getByTestId('reveal-dialog');
  await list.evaluate(async (select: HTMLSelectElement) => {
    select.value = 'none';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise(requestAnimationFrame);
    document.querySelector<HTMLElement>('[data-testid="reveal-confirm"]')?.click();
  });
  await expect(reveal).toBeVisible();
  expect(await violations(bob.page)).toEqual([]);
  await bob.page.getByTestId('reveal-cancel').click();
  await expect(list).toHaveValue('hidden');
  await bob.page.keyboard.press('Escape');

  // The model does not load.
  await bob.page.evaluate(() => {
    const ask = window.fetch;
    window.fetch = (what, how) =>
      ask(what, how).then((answer) =>
        answer.url.includes('.tflite') ? new Response(new Uint8Array(1000)) : answer,
      );
    window.addEventListener('test-mended', () => (window.fetch = ask), { once: true });
  });
  const camera = bob.page.getByTestId('control-camera');
  await camera.click();
  await camera.click();
  await expect(bob.page.getByTestId('device-problem')).toBeVisible({ timeout: LIMIT_MS });
  await expect(alice.page.getByTestId('tile-camera-off')).toBeVisible();

  // Mended, the worker does not begin.
  await bob.page.evaluate(() => {
    window.dispatchEvent(new Event('test-mended'));
    const post = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage')?.value as unknown;
    Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
      const [first] = message;
      const isBackground = typeof first === 'object' && first !== null && 'look' in first;
      if (!isBackground) Reflect.apply(post as () => void, this, message);
    } as Worker['postMessage'];
    window.addEventListener('test-mended', () => Object.assign(Worker.prototype, { postMessage: post }), {
      once: true,
    });
  });
  await camera.click();
  await expect(bob.page.getByTestId('device-problem')).toBeHidden();
  await expect(bob.page.getByTestId('device-problem')).toBeVisible({ timeout: LIMIT_MS });
  await expect(alice.page.getByTestId('tile-camera-off')).toBeVisible();

  // Mended again, it goes on as before.
  await bob.page.evaluate(() => window.dispatchEvent(new Event('test-mended')));
  await camera.click();
  await expect(alice.page.getByTestId('tile-camera-off')).toBeHidden({ timeout: LIMIT_MS });
  const before = (await watched(alice.page)).frames;
  await expect
    .poll(async () => (await watched(alice.page)).frames, { timeout: LIMIT_MS })
    .toBeGreaterThan(before + 10);
  // Of all that came since the face was hidden.
  expect((await watched(alice.page)).raw).toBe(0);
  expect((await watched(alice.page)).share).toBeGreaterThan(0.95);

  // Confirmed, the face is shown; and a color counts once it is chosen, not at each step on the way there.
  await bob.page.getByTestId('control-devices').click();
  await list.selectOption('color');
  await expect(bob.page.getByTestId('reveal-confirm')).not.toHaveAttribute('aria-disabled');
  await bob.page.getByTestId('reveal-confirm').click();
  await expect(list).toHaveValue('color');
  const color = bob.page.getByTestId('background-color');
  const starts = await color.evaluate(async (input: HTMLInputElement) => {
    const asked: number[] = [];
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    const started = new Promise<void>((resolve) => {
      mediaDevices.getUserMedia = (wanted) => {
        asked.push(1);
        resolve();
        return ask(wanted);
      };
    });
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    for (let step = 10; step < 60; step++) {
      set?.call(input, `#0000${String(step)}`);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await started;
    return asked.length;
  });
  expect(starts).toBe(1);
  await expect(color).toHaveValue('#000059');
  await watch(alice.page, ['#000059']);
  await expect
    .poll(async () => (await watched(alice.page)).share, { timeout: LIMIT_MS })
    .toBeGreaterThan(0.2);
});
