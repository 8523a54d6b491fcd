/** Measures two ways of doing something in turn, so that whatever else the computer does hits both alike. */

export interface Comparison {
  /** Microseconds for one, median of the rounds. */
  microseconds: number;
  floorMicroseconds: number;
  /** Median of the rounds' own ratios. */
  ratio: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** A number as it is worth reading: three digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

type Work = (index: number) => unknown;

async function microsecondsEach(times: number, work: Work): Promise<number> {
  const start = performance.now();
  for (let index = 0; index < times; index++) {
    const running = work(index);
    if (running instanceof Promise) await running;
  }
  return ((performance.now() - start) * 1000) / times;
}

export interface Contest {
  /** Times that each is done in a round. */
  times: number;
  /** Makes ready what the two need in this round. */
  prepare: () => Promise<{ subject: Work; floor: Work }>;
}

/** @param rounds after one that does not count. */
export async function compare(rounds: number, { times, prepare }: Contest): Promise<Comparison> {
  const measured: { subject: number; floor: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const { subject, floor } = await prepare();
    const seen = { subject: 0, floor: 0 };
    // Who goes first changes from round to round.
    const order = round % 2 === 0 ? (['subject', 'floor'] as const) : (['floor', 'subject'] as const);
    for (const name of order)
      seen[name] = await microsecondsEach(times, name === 'subject' ? subject : floor);
    if (round > 0) measured.push(seen);
  }
  return {
    microseconds: rounded(median(measured.map(({ subject }) => subject))),
    floorMicroseconds: rounded(median(measured.map(({ floor }) => floor))),
    ratio: rounded(median(measured.map(({ subject, floor }) => subject / floor))),
  };
}
