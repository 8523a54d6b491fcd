/**
 * What encrypting media costs, in a real Chromium.
 *
 * CPU: four calls stand between two connections of one page, each way 640x480 VP8 at 30 pictures in a second and
 * Opus. One has no transform (plain), one a worker that only passes frames on (floor), one Vigil's frame worker, one
 * livekit-client's e2ee worker. In each round each of them runs alone for some seconds, in another order; the CPU
 * time of all processes of Chromium is divided by the pictures that were decoded. A ratio is the median of the
 * rounds' own ratios. The time holds capture, encoding, transport and decoding of both ends: a person's own app has
 * one end of each.
 *
 * Frame: the same workers are handed the same frames one by one (copies of real encoder output, given sizes), and
 * the time from handing one over to its coming out is taken, sealing and then opening, in many short rounds. For each
 * size and direction the median of the rounds counts, since anything else that the computer does only adds time; the
 * ratio is that of the sums of these medians, Vigil's to LiveKit's.
 */
import type { FrameKind } from '../../../renderer/call/frames/frame-crypto-client';
import { startMeasuredBrowser, type MeasuredBrowser } from './media/browser';
import type { TimedVariant } from './media/page';
import { variants, type Variant } from './media/variants';
import { median, rounded } from './rounds';

const CALL_ROUNDS = 8;
const LEAST_CALL_ROUNDS = 4;
/** No new round begins after this: on a busy computer all goes slower. */
const LIMIT_MS = 155_000;
const SETTLE_MS = 800;
const MEASURE_MS = 2800;
const WARM_UP_MS = 2500;
const FRAME_ROUNDS = 25;
const FRAMES_EACH = 40;
const timedVariants = ['floor', 'ours', 'livekit'] as const satisfies TimedVariant[];
const FRAMES: readonly { kind: FrameKind; size: number }[] = [
  { kind: 'audio', size: 82 },
  ...[1, 3, 5, 20].map((kilobytes) => ({ kind: 'video' as const, size: kilobytes * 1024 })),
];

type PerVariant<V extends Variant> = Record<V, number>;

export interface MediaReport {
  cpuRatioToPlain: number;
  frameRatioToLiveKit: number;
  /** CPU of a worker that only passes frames on, to plain. */
  floorRatioToPlain: number;
  /** Time for a frame of a worker that only passes frames on, to livekit-client's. */
  floorFrameRatioToLiveKit: number;
  /** CPU of livekit-client's worker, to plain. */
  liveKitRatioToPlain: number;
  /** CPU of Vigil's worker to the floor's, and to livekit-client's. */
  cpuRatioToFloor: number;
  cpuRatioToLiveKit: number;
  /** Milliseconds of CPU for each decoded picture. */
  cpuMsPerPicture: PerVariant<Variant>;
  /** Microseconds in the transform for one frame, by kind, size in bytes and direction. */
  microseconds: Record<string, PerVariant<TimedVariant>>;
  rounds: { calls: number; frames: number };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Another one begins in each round, and the way round changes. */
function rotated<T>(list: readonly T[], round: number): T[] {
  const turned = [...list.slice(round % list.length), ...list.slice(0, round % list.length)];
  return Math.floor(round / list.length) % 2 === 0 ? turned : turned.reverse();
}

async function measureCall({ page, cpuMs }: MeasuredBrowser, variant: Variant): Promise<number> {
  const counts = () => page.evaluate((of) => window.bench.counts(of), variant);
  await page.evaluate((of) => window.bench.setActive(of, true), variant);
  await pause(SETTLE_MS);
  const [before, cpuBefore] = [await counts(), cpuMs()];
  await pause(MEASURE_MS);
  const [after, cpuAfter] = [await counts(), cpuMs()];
  await page.evaluate((of) => window.bench.setActive(of, false), variant);
  const frames = after.frames - before.frames;
  if (frames < MEASURE_MS / 100 || after.width !== 640)
    throw new Error(`the ${variant} call shows ${String(frames)} pictures, ${String(after.width)} wide`);
  return (cpuAfter - cpuBefore) / frames;
}

async function measureCalls(browser: MeasuredBrowser, until: number): Promise<PerVariant<Variant>[]> {
  const { page } = browser;
  await page.evaluate(() => window.bench.startCalls());
  // Each finds its bit rate before anything counts.
  for (const variant of variants) {
    await page.evaluate((of) => window.bench.setActive(of, true), variant);
    await pause(WARM_UP_MS);
    await page.evaluate((of) => window.bench.setActive(of, false), variant);
  }
  const rounds: PerVariant<Variant>[] = [];
  for (let round = 0; round < CALL_ROUNDS; round++) {
    if (round >= LEAST_CALL_ROUNDS && performance.now() > until) break;
    const seen: PerVariant<Variant> = { plain: 0, floor: 0, ours: 0, livekit: 0 };
    for (const variant of rotated(variants, round)) seen[variant] = await measureCall(browser, variant);
    rounds.push(seen);
  }
  await page.evaluate(() => {
    window.bench.endCalls();
  });
  return rounds;
}

/** Microseconds for each frame. */
type FrameRound = Record<string, PerVariant<TimedVariant>>;

async function measureFrames({ page }: MeasuredBrowser): Promise<FrameRound[]> {
  await page.evaluate(() => window.bench.captureTemplates());
  await page.evaluate(() => window.bench.startTimedWorkers());
  const rounds: FrameRound[] = [];
  // The first does not count.
  for (let round = -1; round < FRAME_ROUNDS; round++) {
    const seen: FrameRound = {};
    for (const { kind, size } of FRAMES) {
      const send: PerVariant<TimedVariant> = { floor: 0, ours: 0, livekit: 0 };
      const receive = { ...send };
      for (const variant of rotated(timedVariants, round + timedVariants.length)) {
        const order = [variant, kind, size, FRAMES_EACH] as const;
        const timing = await page.evaluate((what) => window.bench.time(...what), order);
        send[variant] = (timing.send * 1000) / FRAMES_EACH;
        receive[variant] = (timing.receive * 1000) / FRAMES_EACH;
      }
      seen[`${kind} ${String(size)} seal`] = send;
      seen[`${kind} ${String(size)} open`] = receive;
    }
    if (round >= 0) rounds.push(seen);
  }
  return rounds;
}

/** By kind, size and direction, each the median of the rounds. */
function medians(frames: FrameRound[]): FrameRound {
  const of = (name: string, variant: TimedVariant): number =>
    median(frames.map((seen) => seen[name]?.[variant] ?? Number.NaN));
  return Object.fromEntries(
    Object.keys(frames[0] ?? {}).map((name) => [
      name,
      { floor: of(name, 'floor'), ours: of(name, 'ours'), livekit: of(name, 'livekit') },
    ]),
  );
}

function sum(round: FrameRound, variant: TimedVariant): number {
  return Object.values(round).reduce((total, each) => total + each[variant], 0);
}

function report(calls: PerVariant<Variant>[], frames: FrameRound[]): MediaReport {
  const cpuRatio = (of: Variant, to: Variant): number =>
    rounded(median(calls.map((seen) => seen[of] / seen[to])));
  const times = medians(frames);
  const microseconds = Object.entries(times).map(([name, { floor, ours, livekit }]) => {
    return [name, { floor: rounded(floor), ours: rounded(ours), livekit: rounded(livekit) }] as const;
  });
  const cpu = (variant: Variant): number => rounded(median(calls.map((seen) => seen[variant])));
  return {
    cpuRatioToPlain: cpuRatio('ours', 'plain'),
    frameRatioToLiveKit: rounded(sum(times, 'ours') / sum(times, 'livekit')),
    floorRatioToPlain: cpuRatio('floor', 'plain'),
    floorFrameRatioToLiveKit: rounded(sum(times, 'floor') / sum(times, 'livekit')),
    liveKitRatioToPlain: cpuRatio('livekit', 'plain'),
    cpuRatioToFloor: cpuRatio('ours', 'floor'),
    cpuRatioToLiveKit: cpuRatio('ours', 'livekit'),
    cpuMsPerPicture: { plain: cpu('plain'), floor: cpu('floor'), ours: cpu('ours'), livekit: cpu('livekit') },
    microseconds: Object.fromEntries(microseconds),
    rounds: { calls: calls.length, frames: frames.length },
  };
}

export const explainMedia = `media
CPU: four calls in one Chromium, each between two connections of one page, VP8 640x480 at 30 pictures in a second and
Opus, both ways: without any transform (plain), through a worker that only passes frames on (floor), through Vigil's
frame worker (ours), through livekit-client's e2ee worker with AES-256 (livekit). They run by turns; the CPU time of
all of Chromium's processes is divided by the pictures decoded, so it holds both ends' capture, encoding and decoding.
Each ratio is the median of the rounds' own.
Frame: the same workers get the same frames one by one; the time from handing over to coming out, sealing and opening.
For each size and direction the median of the rounds counts; frameRatioToLiveKit is that of their sums.`;

/** Takes about two and a half minutes. */
export async function benchMedia(): Promise<MediaReport> {
  const until = performance.now() + LIMIT_MS;
  const browser = await startMeasuredBrowser();
  try {
    const frames = await measureFrames(browser);
    return report(await measureCalls(browser, until), frames);
  } finally {
    await browser.close();
  }
}
