/** `npm run vectors -- <noise|sframe|safety-number|link|name|mlkem> FILE`: published vectors through the project's own code. */
import { readFile } from 'node:fs/promises';
import { cryptoReady } from '../../shared/crypto/sodium';
import { runLinkVectors } from './link';
import { runMlkemVectors } from './mlkem';
import { runNameVectors } from './name';
import { runNoiseVectors } from './noise';
import type { Outcome } from './outcome';
import { runSafetyNumberVectors } from './safety-number';
import { exactIntegers, runSframeVectors } from './sframe';

const runners: Record<string, (file: unknown) => Promise<Outcome[]>> = {
  link: runLinkVectors,
  mlkem: runMlkemVectors,
  name: runNameVectors,
  noise: runNoiseVectors,
  sframe: runSframeVectors,
  'safety-number': runSafetyNumberVectors,
};

async function main(): Promise<number> {
  const [kind = '', path] = process.argv.slice(2);
  const runner = runners[kind];
  if (!runner || path === undefined) {
    console.error('usage: npm run vectors -- <noise|sframe|safety-number|link|name|mlkem> FILE');
    return 2;
  }
  await cryptoReady();
  let outcomes: Outcome[];
  try {
    outcomes = await runner(JSON.parse(exactIntegers(await readFile(path, 'utf8'))) as unknown);
  } catch (error) {
    outcomes = [{ name: path, passed: false, why: error instanceof Error ? error.message : String(error) }];
  }
  for (const outcome of outcomes) {
    console.log(outcome.passed ? `ok   ${outcome.name}` : `FAIL ${outcome.name}: ${outcome.why}`);
  }
  const failed = outcomes.filter(({ passed }) => !passed).length;
  console.log(`${String(outcomes.length - failed)} passed, ${String(failed)} failed`);
  // A file without a single vector proves nothing.
  return failed > 0 || outcomes.length === 0 ? 1 : 0;
}

process.exitCode = await main();
