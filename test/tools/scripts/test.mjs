/**
 * `npm test`: every suite, one after the other even if one fails; the last line is the sum.
 * `npm test -- unit` runs one; what follows its name goes to its tool (`npm test -- e2e packaging`).
 */
import { ensureBuild, ensureDependencies } from './prepare.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasDisplay, startVirtualDisplay } from './display.mjs';
import { root } from './paths.mjs';
import { chooseRuntime } from './runtime.mjs';
import { Explained, runTool, say } from './say.mjs';
import { suites } from './suites.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** @typedef {import('./suites.mjs').Suite} Suite */
/** @typedef {import('./suites.mjs').Outcome} Outcome */

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
  for (const what of skipped) print(`    skipped: ${what}`);
}

/**
 * Runs one suite; whatever goes wrong counts as its failure.
 * @param {Suite} suite
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args
 * @returns {Promise<Outcome>}
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
  return outcome;
}

/**
 * Runs small suites beside each other, two at a time.
 * @param {Suite[]} chosen
 * @returns {Promise<Outcome[]>}
 */
async function runBeside(chosen) {
  const queue = [...chosen];
  /** @type {Outcome[]} */
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
 * @returns {Promise<Outcome>}
 */
async function runAlone(suite, args) {
  /** @type {import('./display.mjs').Display | undefined} */
  let display;
  try {
    if (suite.needs.includes('build')) await ensureBuild();
    const needed = /** @type {const} */ (['chromium', 'xvfb']).filter((name) =>
      name === 'chromium'
        ? suite.needs.includes('chromium')
        : suite.needs.includes('display') && !hasDisplay(),
    );
    const missing = await ensureSystemPackages(needed);
    const env = suite.needs.includes('runtime') ? (await chooseRuntime({ forTests: true })).env : {};
    if (needed.includes('xvfb') && !missing.includes('xvfb')) display = await startVirtualDisplay();
    return await runSuite(suite, { ...env, ...display?.env }, args);
  } catch (error) {
    const output = error instanceof Explained ? error.message : String(error);
    return await runSuite({ ...suite, run: () => Promise.reject(new Error(output)) }, {}, []);
  } finally {
    await display?.stop();
  }
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

await runTool(async () => {
  const [name, ...args] = process.argv.slice(2);
  const chosen = choose(name);
  await ensureDependencies();

  const outcomes = await runBeside(chosen.filter((suite) => suite.runs === 'beside'));
  for (const suite of chosen.filter(({ runs }) => runs === 'alone'))
    outcomes.push(await runAlone(suite, args));

  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  const skipped = outcomes.reduce((sum, outcome) => sum + outcome.skipped.length, 0);
  const total = `${passed} passed, ${failed} failed`;
  mkdirSync(path.join(root, 'test-results'), { recursive: true });
  writeFileSync(path.join(root, 'test-results', 'total'), `${total}\n`);
  if (outcomes.length === 0) say('Nothing was run.');
  print(`${total}${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
});
