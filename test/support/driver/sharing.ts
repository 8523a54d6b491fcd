/** Screens that are shared: what is captured, what the others see of it, and what is sent. */
import type { Page } from '@playwright/test';
import { compareLines, drawScreen, SCREEN_LINES, type ScreenRead } from '../media/shared-screen';
import { expect, PATIENCE_MS } from './patience';

/**
 * From now on what this page captures, once main has allowed it, is the drawn screen of a participant. The page keeps
 * the track that it captured last.
 */
export async function drawInPlaceOfScreen(page: Page, index: number): Promise<void> {
  await page.evaluate(`{
    const ask = MediaDevices.prototype.getDisplayMedia;
    const draw = ${drawScreen.toString()};
    MediaDevices.prototype.getDisplayMedia = async function (options) {
      const real = await ask.call(this, options);
      for (const track of real.getTracks()) track.stop();
      const canvas = Object.assign(document.createElement('canvas'), { width: 1920, height: 1080 });
      const context = canvas.getContext('2d');
      const stream = canvas.captureStream(5);
      const paint = () => draw(context, ${String(index)});
      paint();
      const timer = setInterval(paint, 200);
      const [track] = stream.getVideoTracks();
      const stop = track.stop.bind(track);
      track.stop = () => {
        clearInterval(timer);
        stop();
      };
      window.captured = track;
      return stream;
    };
  }`);
}

/** By the dialog: the first window that is offered. */
export async function shareWindow(page: Page): Promise<void> {
  await page.getByTestId('control-share').click();
  await page.getByTestId('share-source').first().check({ force: true });
  await page.getByTestId('share-start').click();
  await expect(page.getByTestId('sharing-bar')).toBeVisible();
}

/** The system ends what this page captures, as when its window is closed. */
export async function endCapture(page: Page): Promise<void> {
  await page.evaluate(() => {
    (window as unknown as { captured: MediaStreamTrack }).captured.dispatchEvent(new Event('ended'));
  });
}

/** Looks once at the screen that is shown, as the one of this participant. */
export async function readScreen(page: Page, index: number): Promise<ScreenRead> {
  return page.evaluate<ScreenRead>(`(() => {
    const video = document.querySelector('video[data-testid^="share-video-"]');
    const width = video?.videoWidth ?? 0;
    const height = video?.videoHeight ?? 0;
    if (width !== 1920 || height !== 1080) return { width, height, lines: 0, likeness: 0 };
    const draw = ${drawScreen.toString()};
    const compare = ${compareLines.toString()};
    const lumaOf = (paint) => {
      const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      paint(context);
      const { data } = context.getImageData(0, 0, width, height);
      const luma = new Uint8Array(width * height);
      for (let at = 0; at < luma.length; at++)
        luma[at] = 0.299 * data[4 * at] + 0.587 * data[4 * at + 1] + 0.114 * data[4 * at + 2];
      return luma;
    };
    const seen = lumaOf((context) => context.drawImage(video, 0, 0));
    return { width, height, ...compare(seen, lumaOf((context) => draw(context, ${String(index)}))) };
  })()`);
}

/** Every line of the text of this participant's screen is read here. @returns what was read last. */
export async function expectScreenOf(page: Page, index: number): Promise<ScreenRead> {
  const read: ScreenRead[] = [];
  await expect
    .poll(
      async () => {
        read.push(await readScreen(page, index));
        return read.at(-1)?.lines;
      },
      { timeout: 2 * PATIENCE_MS, intervals: [500] },
    )
    .toBe(SCREEN_LINES);
  const last = read.at(-1);
  if (!last) throw new Error('nothing was read');
  return last;
}

/** Of the shared screen, over each connection of a page whose connections are at hand: whether it is sent, and how much. */
export async function screensSent(page: Page): Promise<{ active: boolean; frames: number }[]> {
  return page.evaluate(async () => {
    const { made } = window as unknown as { made: RTCPeerConnection[] };
    const open = made.filter(({ connectionState }) => connectionState === 'connected');
    // Voice, camera, screen.
    const senders = open.flatMap((connection) => connection.getTransceivers()[2]?.sender ?? []);
    return Promise.all(
      senders.map(async (sender) => {
        const stats = [...((await sender.getStats()).values() as Iterable<Record<string, unknown>>)];
        const sent = stats.find(({ type }) => type === 'outbound-rtp');
        const [encoding] = sender.getParameters().encodings;
        return {
          active: sender.track !== null && encoding?.active !== false,
          frames: Number(sent?.['framesEncoded'] ?? 0),
        };
      }),
    );
  });
}
