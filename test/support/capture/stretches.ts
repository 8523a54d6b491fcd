/** When it was silent and when it was loud, by what a receiver really decodes. */
import type { Page } from '@playwright/test';
import type { Stretch } from './leaks';

/** Loudness is the largest of so long: speech has weak moments. */
const WINDOW_MS = 240;
/** Between the packet and its sound: jitter buffer, decoding, and that window. */
const MOST_DELAY_MS = 800 + WINDOW_MS;
/** Shorter ones are a turn from one to the other. */
const LEAST_MS = MOST_DELAY_MS + 500;

interface Heard {
  at: number;
  /** Root mean square, of 1. */
  level: number;
}

const LOUD = 0.01;
const SILENT = 0.002;
const EVERY_MS = 40;

/** The page writes down from now on how loud the other's sound is. */
export async function startListening(page: Page): Promise<void> {
  await page.evaluate((everyMs) => {
    const element = document.querySelector<HTMLVideoElement>(
      'video[data-testid^="video-"]:not([data-testid="video-self"])',
    );
    const stream = element?.srcObject;
    if (!(stream instanceof MediaStream)) throw new Error('no sound to hear');
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 2048;
    context.createMediaStreamSource(new MediaStream(stream.getAudioTracks())).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const heard: Heard[] = [];
    Object.assign(window, { heard });
    setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      heard.push({ at: Date.now(), level: Math.sqrt(power) });
    }, everyMs);
  }, EVERY_MS);
}

/** Each moment as loud as the loudest of the window before it. */
function smoothed(heard: readonly Heard[]): Heard[] {
  return heard.map(({ at }, index) => {
    let level = 0;
    for (let back = index; at - (heard[back]?.at ?? -Infinity) <= WINDOW_MS; back--)
      level = Math.max(level, heard[back]?.level ?? 0);
    return { at, level };
  });
}

function classOf({ level }: Heard): 'loud' | 'silent' | 'between' {
  if (level > LOUD) return 'loud';
  return level < SILENT ? 'silent' : 'between';
}

/** @returns times of sending: a packet of such a time was surely heard within the stretch. */
export function stretchesOf(raw: readonly Heard[]): Stretch[] {
  const heard = smoothed(raw);
  const stretches: Stretch[] = [];
  let start = 0;
  for (let index = 1; index <= heard.length; index++) {
    const [first, last, next] = [heard[start], heard[index - 1], heard[index]];
    if (!first || !last || (next && classOf(next) === classOf(first))) continue;
    if (classOf(first) !== 'between' && last.at - first.at >= LEAST_MS) {
      stretches.push({ isLoud: classOf(first) === 'loud', from: first.at, to: last.at - MOST_DELAY_MS });
    }
    start = index;
  }
  return stretches;
}

/** All until now. */
export async function stretchesHeard(page: Page): Promise<Stretch[]> {
  return stretchesOf(await page.evaluate(() => (window as unknown as { heard: Heard[] }).heard));
}
