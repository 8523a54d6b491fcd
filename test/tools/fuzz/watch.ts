/** Runs one target's hunt in a process of its own, and ends what does not end by itself. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { atExit } from '../scripts/processes.mjs';
import type { Finding, HuntResult } from './hunt';
import { readSlot, type Assignment } from './slot';

/** A case that takes so long has no end. */
const NO_END_MS = 20_000;
const MEGABYTE = 1024 * 1024;
/** Parsers need little: what grows beyond this is not bounded. */
const HEAP_LIMIT_MB = 384;

export interface WatchOptions extends Omit<Assignment, 'slot'> {
  program: string;
  noEndMs?: number;
  heapLimitMb?: number;
}

export interface WatchResult extends Omit<HuntResult, 'corpus'> {
  /** In base64url. */
  corpus: string[];
  seconds: number;
  /** What was still held at the end. */
  heapMb: number;
}

interface Report extends Omit<WatchResult, 'seconds' | 'heapMb'> {
  heapBytes: number;
}

export async function watch(options: WatchOptions): Promise<WatchResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigil-fuzz-'));
  const slot = path.join(folder, 'case');
  writeFileSync(slot, '');
  const begun = performance.now();
  const ended = await outcomeOf(options, slot);
  const seconds = (performance.now() - begun) / 1000;
  const { count, bytes } = readSlot(slot);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  if (typeof ended !== 'string') {
    const { heapBytes, ...result } = ended;
    return { ...result, seconds, heapMb: heapBytes / MEGABYTE };
  }
  const finding: Finding = {
    target: options.target,
    why: ended,
    bytes: Buffer.from(bytes).toString('base64url'),
  };
  return { cases: count, points: 0, slowestMs: 0, findings: [finding], corpus: [], seconds, heapMb: 0 };
}

/** What the hunt has found, or how it ended without a word. */
function outcomeOf(
  { program, noEndMs = NO_END_MS, heapLimitMb = HEAP_LIMIT_MB, ...assignment }: WatchOptions,
  slot: string,
): Promise<Report | string> {
  return new Promise((resolve) => {
    const child = fork(program, {
      execArgv: [`--max-old-space-size=${String(heapLimitMb)}`, '--expose-gc'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const forget = atExit(() => void child.kill('SIGKILL'));
    let words = '';
    child.stderr?.on('data', (some: Buffer) => (words = `${words}${some.toString()}`.slice(0, 4000)));
    let outcome: Report | string | null = null;
    const end = (how: Report | string): void => {
      outcome ??= how;
      child.kill('SIGKILL');
    };
    let [seen, since] = [0, performance.now()];
    const timer = setInterval(
      () => {
        const { count } = readSlot(slot);
        if (count !== seen) [seen, since] = [count, performance.now()];
        else if (count > 0 && performance.now() - since > noEndMs) end('has no end');
      },
      Math.min(500, noEndMs),
    );
    child.once('message', (report: Report) => {
      end(report);
    });
    child.once('close', () => {
      forget();
      clearInterval(timer);
      resolve(outcome ?? lastWords(words));
    });
    child.send({ ...assignment, slot } satisfies Assignment);
  });
}

/** Why a process is gone that said nothing. */
function lastWords(stderr: string): string {
  if (stderr.includes('heap out of memory')) return 'takes all memory';
  return /^\w*Error\b.*$/m.exec(stderr)?.[0] ?? 'ended the process';
}
