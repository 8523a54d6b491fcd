/**
 * `npm run mutate -- [--short] [--json] [NAME…]`: takes protections out, one at a time, and runs the tests that the
 * threat model names for them. One that no test misses has survived: the claim is not tested.
 */
import { availableParallelism, tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Explained, runTool } from '../scripts/say.mjs';
import { sourceOf, takenOut, type Protection } from './protection';
import { protections } from './protections/index';
import { runTests, type TestRun } from './run-tests';

type Verdict =
  { verdict: 'killed'; by: string } | { verdict: 'survived' } | { verdict: 'error'; why: string };

/** At a time: each is one process with one worker. */
const LANES = Math.min(2, availableParallelism());

function chosen(args: readonly string[]): readonly Protection[] {
  const names = args.filter((argument) => !argument.startsWith('--'));
  const unknown = names.filter((name) => !protections.some((one) => one.name === name));
  if (unknown.length > 0) throw new Explained(`There is no protection called ${unknown.join(', ')}.`);
  if (names.length > 0) return protections.filter(({ name }) => names.includes(name));
  return args.includes('--short') ? protections.filter(({ short }) => short) : protections;
}

/** A test that fails because the list is wrong proves nothing. */
function verdictOf({ failed, passed, trouble }: TestRun): Verdict {
  const [first] = failed;
  if (trouble !== null) return { verdict: 'error', why: trouble };
  if (first) return { verdict: 'killed', by: first };
  return passed > 0 ? { verdict: 'survived' } : { verdict: 'error', why: 'no test was run' };
}

/** Nothing is taken out yet: what fails now would prove nothing later. */
async function checkTests(selection: readonly Protection[], folder: string): Promise<void> {
  const inWhole = selection.filter(({ only }) => only === undefined);
  const inPart = selection.filter(({ only }) => only !== undefined);
  const filters = new Set(inPart.map(({ only }) => `(?:${only ?? ''})`));
  for (const [some, only] of [[inWhole, undefined] as const, [inPart, [...filters].join('|')] as const]) {
    if (some.length === 0) continue;
    const files = [...new Set(some.flatMap(({ tests }) => tests))];
    const report = path.join(folder, 'in-place');
    const { failed, trouble } = await runTests({ files, only, takenOut: null, report });
    if (failed.length > 0 || trouble !== null)
      throw new Explained(`With everything in place: ${[...failed, trouble ?? ''].join('\n')}`);
  }
}

async function tryOne(protection: Protection, folder: string): Promise<Verdict> {
  const { name, tests, only } = protection;
  const report = path.join(folder, name);
  return verdictOf(await runTests({ files: tests, only, takenOut: name, report }));
}

await runTool(async () => {
  const args = process.argv.slice(2);
  const selection = chosen(args);
  const say = (line: string): void => {
    (args.includes('--json') ? process.stderr : process.stdout).write(`${line}\n`);
  };
  for (const protection of selection) takenOut(protection, sourceOf(protection));
  const folder = mkdtempSync(path.join(tmpdir(), 'vigil-mutate-'));
  const verdicts = new Map<string, Verdict>();
  try {
    await checkTests(selection, folder);
    say(`${String(selection.length)} protections are taken out, one at a time.`);
    const queue = [...selection];
    const lane = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const begin = performance.now();
        const result = await tryOne(next, folder);
        verdicts.set(next.name, result);
        const seconds = ((performance.now() - begin) / 1000).toFixed(1);
        say(`${wordsFor(next.name, result)} (${seconds} s)`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
  const named = (verdict: Verdict['verdict']): string[] =>
    selection.map(({ name }) => name).filter((name) => verdicts.get(name)?.verdict === verdict);
  const [killed, survived, errors] = [named('killed'), named('survived'), named('error')];
  process.stdout.write(`${JSON.stringify({ killed: killed.length, total: selection.length, survived })}\n`);
  return survived.length + errors.length > 0 ? 1 : 0;
});

function wordsFor(name: string, result: Verdict): string {
  switch (result.verdict) {
    case 'killed':
      return `✓ ${name}: missed by the test "${result.by}"`;
    case 'survived':
      return `✗ ${name}: SURVIVED, no test misses it`;
    case 'error':
      return `✗ ${name}: ERROR, ${result.why}`;
  }
}
