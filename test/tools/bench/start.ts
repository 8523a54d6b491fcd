/**
 * How long it takes until the first screen can be read, against a window with one line in it: from asking the system for
 * the program to the painting of the largest part of the page, as the browser itself noted it.
 */
import type { Opened } from './start/bare-app';
import { inTurn } from './start/in-turn';
import { median, rounded } from './rounds';

const ROUNDS = 9;

export interface StartReport {
  /** Of Vigil to the bare window; the median of the rounds' own ratios. */
  ratio: number;
  /** The rounds' smallest and largest ratio. */
  spread: [number, number];
  vigilMs: number;
  bareMs: number;
  rounds: number;
}

/** Milliseconds from asking for the program until its first screen was painted. */
async function paintedAfter({ page, askedAt }: Opened): Promise<number> {
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          if (last) resolve(performance.timeOrigin + last.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  return painted - askedAt;
}

export async function benchStart(): Promise<StartReport> {
  const rounds = await inTurn(ROUNDS, paintedAfter);
  const ratios = rounds.map(({ vigil, bare }) => vigil / bare);
  return {
    ratio: rounded(median(ratios)),
    spread: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
    vigilMs: Math.round(median(rounds.map(({ vigil }) => vigil))),
    bareMs: Math.round(median(rounds.map(({ bare }) => bare))),
    rounds: rounds.length,
  };
}
