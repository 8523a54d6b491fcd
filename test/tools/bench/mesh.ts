/**
 * What a sender's own computer pays for each further viewer: one camera of 640x360 at 24 pictures in a second, to 1, 2, 4 and
 * 7 viewers in another browser. By simple-peer as it comes, without a transform (plain), and as Vigil does in a large
 * meeting (once). They take turns in each round; CPU is that of all processes of the sender's browser, capture included.
 * Sound is left out: it costs the same in both.
 */
import { startBrowsers } from './mesh/browsers';
import type { Seen } from './mesh/receiver-page';
import type { MeshVariant } from './mesh/sender-page';
import { median, rounded } from './rounds';

const COUNTS = [1, 2, 4, 7] as const;
const variants = ['plain', 'once'] as const satisfies MeshVariant[];
type Compared = (typeof variants)[number];
const ROUNDS = 3;
const SETTLE_MS = 6000;
const WINDOW_MS = 6000;
/** No new round begins after this: on a busy computer all goes slower. */
const LIMIT_MS = 300_000;

/** Of one round. */
interface Cost {
  processors: number;
  /** Decoded in a second by the viewer who got least, and by all on average. */
  least: number;
  average: number;
  kilobits: number;
}

type Row = Record<Compared, Cost>;

export interface MeshReport {
  /** CPU of the sender with seven viewers to that with one: median of the rounds' own, and their spread. */
  growth: Record<Compared, { ratio: number; from: number; to: number }>;
  /** By number of viewers: Vigil's CPU to plain's. */
  onceToPlain: Record<string, number>;
  /** By number of viewers, processors in use by the sender, medians. */
  processors: Record<string, Record<Compared, number>>;
  framesPerSecond: Record<string, Record<Compared, { average: number; least: number }>>;
  /** To each viewer. */
  kilobits: Record<string, Record<Compared, number>>;
  rounds: number;
}

type Browsers = Awaited<ReturnType<typeof startBrowsers>>;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function measure({ sends, receives }: Browsers, variant: Compared, count: number): Promise<Cost> {
  const [sender, receiver] = [await sends.open(), await receives.open()];
  await sender.evaluate(() => window.sender.start());
  for (let index = 0; index < count; index++) {
    const offer = await sender.evaluate((given) => window.sender.offer(...given), [index, variant] as const);
    const answer = await receiver.evaluate((given) => window.receiver.answer(...given), [
      ...[index, variant],
      offer,
    ] as [number, Compared, RTCSessionDescriptionInit]);
    await sender.evaluate(
      (given) => {
        window.sender.accept(...given);
      },
      [index, answer] as const,
    );
  }
  const seen = (): Promise<Seen[]> => receiver.evaluate(() => window.receiver.seen());
  await pause(SETTLE_MS);
  const [before, cpu, began] = [await seen(), sends.cpuMs(), performance.now()];
  await pause(WINDOW_MS);
  const [cpuAfter, ms, after] = [sends.cpuMs(), performance.now() - began, await seen()];
  await sender.close();
  await receiver.close();
  const rates = after.map(({ frames }, index) => ((frames - (before[index]?.frames ?? 0)) * 1000) / ms);
  const bytes = after.reduce((sum, now, index) => sum + now.bytes - (before[index]?.bytes ?? 0), 0);
  if (rates.length !== count || after.some(({ width }) => width !== 640))
    throw new Error(`${variant} to ${String(count)}: ${JSON.stringify(after)}`);
  return {
    processors: (cpuAfter - cpu) / ms,
    least: Math.min(...rates),
    average: rates.reduce((sum, rate) => sum + rate, 0) / count,
    kilobits: (bytes * 8) / ms / count,
  };
}

function report(rounds: Map<number, Row>[]): MeshReport {
  const of = (count: number, variant: Compared, what: keyof Cost): number[] =>
    rounds.map((round) => round.get(count)?.[variant][what] ?? Number.NaN);
  const middle = (count: number, variant: Compared, what: keyof Cost): number =>
    rounded(median(of(count, variant, what)));
  const growth = (variant: Compared) => {
    const [alone, many] = [of(1, variant, 'processors'), of(7, variant, 'processors')];
    const ratios = many.map((cost, index) => cost / (alone[index] ?? Number.NaN));
    return {
      ratio: rounded(median(ratios)),
      from: rounded(Math.min(...ratios)),
      to: rounded(Math.max(...ratios)),
    };
  };
  const by = <T>(make: (count: number) => T): Record<string, T> =>
    Object.fromEntries(COUNTS.map((count) => [String(count), make(count)]));
  const both = <T>(make: (variant: Compared) => T): Record<Compared, T> => ({
    plain: make('plain'),
    once: make('once'),
  });
  return {
    growth: both(growth),
    onceToPlain: by((count) => {
      const plain = of(count, 'plain', 'processors');
      return rounded(
        median(of(count, 'once', 'processors').map((cost, index) => cost / (plain[index] ?? Number.NaN))),
      );
    }),
    processors: by((count) => both((variant) => middle(count, variant, 'processors'))),
    framesPerSecond: by((count) =>
      both((variant) => ({
        average: middle(count, variant, 'average'),
        least: middle(count, variant, 'least'),
      })),
    ),
    kilobits: by((count) => both((variant) => middle(count, variant, 'kilobits'))),
    rounds: rounds.length,
  };
}

export const explainMesh = `mesh
CPU of the sender's own browser while one camera of 640x360 at 24 pictures in a second goes to 1, 2, 4 and 7 viewers in
another browser: by simple-peer without a transform (plain), and encoded and sealed once by Vigil (once), by turns.
growth is the CPU with seven viewers to that with one, the median of the rounds' own ratios, and their spread.`;

export async function benchMesh(): Promise<MeshReport> {
  const until = performance.now() + LIMIT_MS;
  const browsers = await startBrowsers();
  try {
    const rounds: Map<number, Row>[] = [];
    for (let round = 0; round < ROUNDS && (round === 0 || performance.now() < until); round++) {
      const rows = new Map<number, Row>();
      for (const count of COUNTS) {
        const order = round % 2 === 0 ? variants : [...variants].reverse();
        const row: Partial<Row> = {};
        for (const variant of order) row[variant] = await measure(browsers, variant, count);
        rows.set(count, row as Row);
      }
      rounds.push(rows);
    }
    return report(rounds);
  } finally {
    await browsers.sends.close();
    await browsers.receives.close();
  }
}
