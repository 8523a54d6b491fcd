/** What a person would see and hear of the other: recognised by content, in the page, from the real elements. */
import type { Page } from '@playwright/test';
import { PATIENCE_MS } from './patience';
import { locateBlock, recognisePicture, recogniseTone } from '../media/recognise';

const OTHER = 'video[data-testid^="video-"]:not([data-testid="video-self"])';

/** The selector of a named participant's picture. */
export async function videoOf(page: Page, name: string): Promise<string> {
  const tile = page.locator('[data-testid^="tile-"]', { hasText: name }).first();
  const id = await tile.locator('video').first().getAttribute('data-testid');
  return `video[data-testid="${id ?? ''}"]`;
}

export interface PictureSeen {
  /** Whose picture it is, or null. */
  index: number | null;
  /** Where its moving block is. */
  block: number | null;
  frames: number;
}

/** Looks once. The recognisers travel as text, since the page knows nothing of the tests. */
export async function seePicture(page: Page, selector = OTHER): Promise<PictureSeen> {
  const look = `((recognise, locate, selector) => {
    const video = document.querySelector(selector);
    if (!video || video.videoWidth === 0) return { index: null, block: null, frames: 0 };
    const canvas = new OffscreenCanvas(320, Math.round((320 * video.videoHeight) / video.videoWidth));
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const index = recognise(data, canvas.width, canvas.height);
    const block = locate(data, canvas.width, canvas.height);
    return { index, block, frames: video.getVideoPlaybackQuality().totalVideoFrames };
  })(${recognisePicture.toString()}, ${locateBlock.toString()}, ${JSON.stringify(selector)})`;
  return page.evaluate<PictureSeen>(look);
}

/** Sees the picture of this participant, and sees it move. @param limitMs gives up after so long. */
export async function seesParticipant(
  page: Page,
  index: number,
  selector = OTHER,
  limitMs = PATIENCE_MS,
): Promise<boolean> {
  const blocks = new Set<number>();
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    const seen = await seePicture(page, selector);
    if (seen.index === index && seen.block !== null) blocks.add(seen.block);
    if (blocks.size >= 2) return true;
    await nextFrames(page);
  }
  return false;
}

/** Waits for the page to draw a few times. */
async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    let left = 6;
    const step = () => (--left > 0 ? requestAnimationFrame(step) : done());
    requestAnimationFrame(step);
  })`);
}

/** Whose tone is heard from the other's element ; null if there is none for long. */
export async function hearTone(page: Page, selector = OTHER): Promise<number | null> {
  const listen = `((recognise, selector, limit) => new Promise((resolve) => {
    const started = performance.now();
    const wait = () => {
      const stream = document.querySelector(selector)?.srcObject;
      if (stream && stream.getAudioTracks().length > 0) return hear(stream);
      // Somebody who has just come in.
      if (performance.now() - started < limit) return setTimeout(wait, 40);
      resolve(null);
    };
    const hear = (stream) => {
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      analyser.fftSize = 8192;
      analyser.smoothingTimeConstant = 0;
      context.createMediaStreamSource(new MediaStream(stream.getAudioTracks())).connect(analyser);
      const bins = new Float32Array(analyser.frequencyBinCount);
      const step = () => {
        analyser.getFloatFrequencyData(bins);
        const index = recognise(bins, context.sampleRate, analyser.fftSize);
        if (index === null && performance.now() - started < limit) return setTimeout(step, 40);
        context.close();
        resolve(index);
      };
      step();
    };
    wait();
  }))(${recogniseTone.toString()}, ${JSON.stringify(selector)}, ${String(PATIENCE_MS)})`;
  return page.evaluate<number | null>(listen);
}

/** No sound comes from the other's element for a second; false if that does not come about for long. */
export async function fallsSilent(page: Page, selector = OTHER): Promise<boolean> {
  const listen = `((selector, limit) => new Promise((resolve) => {
    const stream = document.querySelector(selector)?.srcObject;
    if (!stream || stream.getAudioTracks().length === 0) return resolve(false);
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 2048;
    context.createMediaStreamSource(new MediaStream(stream.getAudioTracks())).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const started = performance.now();
    let heardAt = started;
    const step = () => {
      const now = performance.now();
      analyser.getFloatTimeDomainData(samples);
      if (context.state !== 'running' || samples.some((sample) => Math.abs(sample) > 0.001)) heardAt = now;
      const isSilent = now - heardAt > 1000;
      if (!isSilent && now - started < limit) return setTimeout(step, 40);
      context.close();
      resolve(isSilent);
    };
    step();
  }))(${JSON.stringify(selector)}, ${String(PATIENCE_MS)})`;
  return page.evaluate<boolean>(listen);
}
