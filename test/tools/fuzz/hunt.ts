/** One target's hunt: cases that took new ways are kept, and changed into the next. */
import type { Coverage } from './coverage';
import { mutated } from './mutation';
import { Chance } from './random';
import { bytesOf, isFault, type FuzzTarget } from './target';

/** No case may take longer, in milliseconds; measured again, since a computer can be busy. */
const TIME_LIMIT_MS = 100;
const TIMED_AGAIN = 12;
const MAX_FINDINGS = 20;
/** So many cases between two looks at the clock. */
const STRETCH = 64;

export interface HuntOptions {
  target: FuzzTarget;
  coverage: Coverage;
  /** Beside the target's own seeds. */
  corpus: readonly Uint8Array[];
  seed: number;
  maxCases: number;
  maxMilliseconds: number;
  /** What is about to be tried, for whoever watches from outside. */
  announce: (bytes: Uint8Array) => void;
}

export interface Finding {
  target: string;
  why: string;
  /** In base64url. */
  bytes: string;
}

export interface HuntResult {
  cases: number;
  points: number;
  slowestMs: number;
  findings: Finding[];
  /** What took new ways, the given ones included. */
  corpus: Uint8Array[];
}

export async function hunt(options: HuntOptions): Promise<HuntResult> {
  const { target, coverage, maxCases } = options;
  const chance = new Chance(options.seed);
  const words = (target.words ?? []).map(bytesOf);
  const kept: Uint8Array[] = [];
  const findings = new Map<string, Finding>();
  let [cases, slowestMs] = [0, 0];

  const judge = async (bytes: Uint8Array): Promise<void> => {
    cases++;
    options.announce(bytes);
    coverage.begin();
    const { fault, tookMs } = await tried(target, bytes);
    if (coverage.isNew()) kept.push(bytes);
    const steadyMs = tookMs > TIME_LIMIT_MS ? await again(target, bytes, tookMs) : tookMs;
    slowestMs = Math.max(slowestMs, steadyMs);
    const why = fault ?? (steadyMs > TIME_LIMIT_MS ? `takes ${steadyMs.toFixed(0)} ms` : null);
    if (why === null || findings.has(kindOf(why))) return;
    findings.set(kindOf(why), {
      target: target.name,
      why,
      bytes: Buffer.from(bytes).toString('base64url'),
    });
  };

  const begun = performance.now();
  for (const bytes of [...target.seeds(), ...options.corpus]) await judge(bytes.slice(0, target.maxLength));
  while (cases < maxCases && findings.size < MAX_FINDINGS) {
    if (cases % STRETCH === 0 && performance.now() - begun > options.maxMilliseconds) break;
    // The latest ways lead on more often than the first.
    const late = chance.below(2) === 0 ? kept.slice(-16) : kept;
    const from = chance.of(late) ?? new Uint8Array(1);
    await judge(mutated(from, chance.below(4) === 0 ? words : kept, chance, target.maxLength));
  }
  return { cases, points: coverage.points, slowestMs, findings: [...findings.values()], corpus: kept };
}

async function tried(
  { run, refuses }: FuzzTarget,
  bytes: Uint8Array,
): Promise<{ fault: string | null; tookMs: number }> {
  // Nobody's case is changed by whoever reads it.
  const own = bytes.slice();
  const begun = performance.now();
  let fault: string | null = null;
  try {
    const later = run(own);
    if (later instanceof Promise) await later;
  } catch (error) {
    if (isFault(error, refuses)) fault = error instanceof Error ? wordsOf(error) : String(error);
  }
  return { fault, tookMs: performance.now() - begun };
}

/** The least of several times: what else the computer does only adds. */
async function again(target: FuzzTarget, bytes: Uint8Array, first: number): Promise<number> {
  let least = first;
  for (let left = TIMED_AGAIN; left > 0 && least > TIME_LIMIT_MS; left--)
    least = Math.min(least, (await tried(target, bytes)).tookMs);
  return least;
}

/** With the place where it came from. */
function wordsOf({ name, message, stack = '' }: Error): string {
  const place = /\bat (\S+)/.exec(stack.slice(stack.indexOf('\n')))?.[1] ?? '';
  return `${name}: ${message} (${place})`;
}

/** Numbers differ from case to case, the fault does not. */
const kindOf = (why: string): string => why.replaceAll(/\d+/g, '0').slice(0, 200);
