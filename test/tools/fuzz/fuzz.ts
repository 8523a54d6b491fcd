/**
 * `npm run fuzz -- [NAME…] [--minutes N] [--cases N] [--seed N] [--keep] [--json]`: feeds the parsers with cases that are
 * bent from valid ones, led by which ways through the code they take. A fault of the program, a wrong answer, a case
 * that takes over 100 ms or all memory is a finding. --cases counts for each target, --minutes for all together;
 * --keep writes what led somewhere new to test/tools/fuzz/corpus.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Explained, runTool } from '../scripts/say.mjs';
import { bundleWorker } from './bundle';
import { keepCorpus, keptCases } from './kept-cases';
import { targetNames } from './names';
import { watch, type WatchResult } from './watch';

const LANES = Math.min(2, availableParallelism());
const DEFAULT_MINUTES = 1;
const MINUTE = 60_000;

function numberFrom(text: string | undefined, what: string): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (!(number > 0)) throw new Explained(`--${what} needs a number above 0.`);
  return number;
}

await runTool(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      minutes: { type: 'string' },
      cases: { type: 'string' },
      seed: { type: 'string' },
      keep: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !targetNames.includes(name));
  if (unknown.length > 0)
    throw new Explained(
      `Nothing to fuzz is called ${unknown.join(', ')}. There are: ${targetNames.join(', ')}.`,
    );
  const chosen = positionals.length > 0 ? positionals : targetNames;
  const cases = numberFrom(values.cases, 'cases');
  const minutes = numberFrom(values.minutes, 'minutes') ?? (cases === null ? DEFAULT_MINUTES : null);
  const lanes = Math.min(LANES, chosen.length);
  const maxMilliseconds = minutes === null ? Infinity : (minutes * MINUTE * lanes) / chosen.length;
  const seed = numberFrom(values.seed, 'seed') ?? Math.floor(Math.random() * 2 ** 32);
  const say = (line: string): void => {
    (values.json ? process.stderr : process.stdout).write(`${line}\n`);
  };
  say(`Seed ${String(seed)}.`);

  const program = await bundleWorker();
  const results = new Map<string, WatchResult>();
  const queue = [...chosen];
  const lane = async (): Promise<void> => {
    for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
      const result = await watch({
        program,
        target,
        corpus: keptCases(target),
        seed,
        maxCases: cases ?? Infinity,
        maxMilliseconds,
      });
      results.set(target, result);
      const { cases: tried, points, seconds, slowestMs, heapMb } = result;
      say(
        `${target}: ${String(tried)} cases in ${seconds.toFixed(1)} s, ${String(points)} points, slowest ` +
          `${slowestMs.toFixed(1)} ms, ${heapMb.toFixed(0)} MB held`,
      );
      for (const { why, bytes } of result.findings) say(`  ${why}\n    ${bytes}`);
      if (values.keep) keepCorpus(target, result.corpus);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));

  const findings = [...results.values()].flatMap((result) => result.findings);
  const total = [...results.values()].reduce((sum, result) => sum + result.cases, 0);
  say(`${String(total)} cases, ${String(findings.length)} findings.`);
  if (values.json) {
    const each = [...results].map(([target, { corpus, findings: own, ...figures }]) => [
      target,
      { ...figures, corpus: corpus.length, findings: own.length },
    ]);
    process.stdout.write(
      `${JSON.stringify({ fuzz: { cases: total, seed, findings, targets: Object.fromEntries(each) as object } })}\n`,
    );
  }
  return findings.length === 0 ? 0 : 1;
});
