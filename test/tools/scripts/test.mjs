/**
 * `npm test`: every suite, one after the other even if one fails; the last line is the sum.
 * `npm test -- unit` runs one; what follows its name goes to its tool (`npm test -- e2e packaging`).
 */
import { ensureBuild, ensureDependencies } from './prepare.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { displayFor } from './display.mjs';
import { isDivided } from './electron-specs.mjs';
import { givenElectron } from './given-electron.mjs';
import { judgeSkips, knownSkips } from './known-skips.mjs';
import { root } from './paths.mjs';
import { chooseRuntime } from './runtime.mjs';
import { Explained, runTool, say } from './say.mjs';
import { suites } from './suites.mjs';
import { allSystemPackages, ensureSystemPackages } from './system-packages.mjs';

/** @typedef {import('./suites.mjs').Suite} Suite */
/** @typedef {import('./suites.mjs').SuitePart} SuitePart */
/** @typedef {import('./suites.mjs').Outcome} Outcome */
/** @typedef {import('./known-skips.mjs').Skip} Skip */
/** @typedef {Outcome & { title: string, skips: Skip[] }} Result */

/** Suites that run beside each other. */
const LANES = 2;

/** @param {string} line */
const print = (line) => void process.stdout.write(`${line}\n`);

/**
 * @param {Suite} suite
 * @param {Outcome} outcome
 * @param {number} milliseconds
 */
function show(suite, { passed, failed, skipped, output }, milliseconds) {
  if (failed > 0 && output.trim() !== '') print(output.trim());
  const counts = `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
  print(`${failed > 0 ? '✗' : '✓'} ${suite.title}: ${counts} (${(milliseconds / 1_000).toFixed(1)} s)`);
  for (const { name, reason } of skipped) print(`    skipped: ${name}${reason === '' ? '' : `: ${reason}`}`);
}

/**
 * Runs one suite; whatever goes wrong counts as its failure.
 * @param {Suite} suite
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args
 * @returns {Promise<Result>}
 */
async function runSuite(suite, env, args) {
  const begin = performance.now();
  /** @type {Outcome} */
  let outcome;
  try {
    outcome = await suite.run(env, args);
  } catch (error) {
    outcome = { passed: 0, failed: 1, skipped: [], output: String(error) };
  }
  show(suite, outcome, performance.now() - begin);
  const runtime = env['VIGIL_RUNTIME'];
  const on = { suite: suite.name, ...(runtime === undefined ? {} : { runtime }) };
  return { ...outcome, title: suite.title, skips: outcome.skipped.map((skipped) => ({ ...on, ...skipped })) };
}

/**
 * Runs small suites beside each other, two at a time.
 * @param {Suite[]} chosen
 * @returns {Promise<Result[]>}
 */
async function runBeside(chosen) {
  const queue = [...chosen];
  /** @type {Result[]} */
  const outcomes = [];
  const lane = async () => {
    for (let suite = queue.shift(); suite !== undefined; suite = queue.shift()) {
      outcomes.push(await runSuite(suite, {}, []));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return outcomes;
}

/**
 * Sees to what a suite needs, runs it, and ends what was started for it.
 * @param {Suite} suite
 * @param {string[]} args
 * @param {'electron' | 'stand-in'} [wish] the runtime; otherwise what is chosen anywhere
 * @returns {Promise<Result>}
 */
async function runAlone(suite, args, wish) {
  /** @type {import('./display.mjs').Display | undefined} */
  let display;
  try {
    if (suite.needs.includes('build')) await ensureBuild();
    if (!suite.needs.includes('runtime')) return await runSuite(suite, {}, args);
    const runtime = await chooseRuntime('tests', wish);
    display = await displayFor(runtime);
    return await runSuite(suite, { ...runtime.env, ...display.env }, args);
  } catch (error) {
    const output = error instanceof Explained ? error.message : String(error);
    return await runSuite({ ...suite, run: () => Promise.reject(new Error(output)) }, {}, []);
  } finally {
    await display?.stop();
  }
}

/**
 * As one of all suites, on one runtime or divided.
 * @param {Suite} suite
 * @returns {Promise<Result[]>}
 */
async function runUsual(suite) {
  if (!isDivided() || suite.parts === undefined) return [await runAlone(suite, suite.usual?.() ?? [])];
  const results = [];
  for (const { runtime, title, args: own } of suite.parts)
    results.push(await runAlone({ ...suite, title }, own(), runtime));
  return results;
}

/**
 * @param {string | undefined} name
 * @returns {Suite[]}
 */
function choose(name) {
  const chosen = suites.filter((suite) =>
    name === undefined ? suite.byNameOnly !== true : suite.name === name,
  );
  if (chosen.length > 0) return chosen;
  throw new Explained(
    `There is no suite of this name. There are: ${suites.map((suite) => suite.name).join(', ')}.`,
  );
}

/**
 * What failed, once more: the place where it was told may be thousands of lines above.
 * @param {Result[]} results
 */
function recall(results) {
  for (const { title, failed, failures, output } of results.filter(({ failed }) => failed > 0)) {
    if (failures === undefined || failures.length === 0) {
      print(`✗ ${title}: ${failed} failed\n${output.trim().split('\n').slice(-20).join('\n')}`);
    }
    for (const { name, reason } of failures ?? []) print(`✗ ${title}: ${name}\n${reason}`);
  }
}

/**
 * In CI nothing is left out without anybody's notice.
 * @param {Result[]} results
 * @param {boolean} isWhole
 * @returns {string[]}
 */
function wrongSkipsOf(results, isWhole) {
  if (process.env['CI'] === undefined) return [];
  return judgeSkips(
    knownSkips,
    results.flatMap(({ skips }) => skips),
    isWhole,
  );
}

await runTool(async () => {
  const [name, ...args] = process.argv.slice(2);
  const chosen = choose(name);
  // A folder without an Electron is told before anything runs.
  givenElectron();
  await ensureDependencies();
  if (chosen.some(({ needs }) => needs.includes('system'))) await ensureSystemPackages(allSystemPackages);

  const outcomes = await runBeside(chosen.filter((suite) => suite.runs === 'beside'));
  for (const suite of chosen.filter(({ runs }) => runs === 'alone'))
    outcomes.push(...(name === undefined ? await runUsual(suite) : [await runAlone(suite, args)]));
  const wrongSkips = wrongSkipsOf(outcomes, name === undefined);
  recall(outcomes);
  for (const line of wrongSkips) print(`✗ ${line}`);

  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, wrongSkips.length);
  const skipped = outcomes.reduce((sum, outcome) => sum + outcome.skipped.length, 0);
  const total = `${passed} passed, ${failed} failed`;
  mkdirSync(path.join(root, 'test-results'), { recursive: true });
  writeFileSync(path.join(root, 'test-results', 'total'), `${total}\n`);
  if (outcomes.length === 0) say('Nothing was run.');
  print(`${total}${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
});
