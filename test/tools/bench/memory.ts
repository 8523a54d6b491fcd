/**
 * What an open Vigil holds in memory before anybody has met, against a window with one line in it: all of its processes,
 * each page that several share counted to its part (PSS of Linux), once nothing is loaded any more.
 */
import { readFileSync } from 'node:fs';
import { processTree } from '../scripts/process-tree.mjs';
import type { Opened } from './start/bare-app';
import { inTurn } from './start/in-turn';
import { median, rounded } from './rounds';

const ROUNDS = 5;
/** What was needed for starting alone is given back meanwhile. */
const SETTLE_MS = 5000;
const BYTES_PER_KB = 1024;

export interface MemoryReport {
  ratio: number;
  spread: [number, number];
  vigilMb: number;
  bareMb: number;
  rounds: number;
}

function held(pid: number): number {
  try {
    const [, kilobytes = '0'] =
      /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kilobytes) * BYTES_PER_KB;
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

async function heldByAll({ app }: Opened): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const pid = await app.evaluate(() => process.pid);
  return processTree(pid).reduce((sum, entry) => sum + held(entry.pid), 0) / 1e6;
}

export async function benchMemory(): Promise<MemoryReport> {
  if (process.platform !== 'linux') throw new Error('the memory of processes is read on Linux only');
  const rounds = await inTurn(ROUNDS, heldByAll);
  const ratios = rounds.map(({ vigil, bare }) => vigil / bare);
  return {
    ratio: rounded(median(ratios)),
    spread: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
    vigilMb: Math.round(median(rounds.map(({ vigil }) => vigil))),
    bareMb: Math.round(median(rounds.map(({ bare }) => bare))),
    rounds: rounds.length,
  };
}
