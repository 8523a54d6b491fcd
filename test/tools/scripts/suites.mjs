/** The suites of `npm test`: how each is run, and how its result is counted. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { callsOfPlaywright, filesOf, slowSpecs, specsOnElectron, usualSpecs } from './electron-specs.mjs';
import { fuzzSuite } from './fuzz-suite.mjs';
import { installedSuite, reproducibleSuite } from './installed-suite.mjs';
import { labSuite } from './lab-suite.mjs';
import { mutateSuite } from './mutate-suite.mjs';
import { packageScript, root } from './paths.mjs';
import { runNode } from './processes.mjs';
import { slowOfTools } from './slow-of-tools.mjs';

/**
 * @typedef {object} SkippedTest
 * @property {string} name
 * @property {string} reason as the test gives it; empty where its tool keeps none
 */

/**
 * @typedef {object} FailedTest
 * @property {string} name
 * @property {string} reason its error's first lines
 */

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {SkippedTest[]} skipped
 * @property {string} output shown when something failed and it was not shown already
 * @property {FailedTest[]} [failures] told again at the end; without it, the end of the output is
 */

/**
 * @typedef {object} Suite
 * @property {string} name as in `npm test -- name`
 * @property {string} title
 * @property {'beside' | 'alone'} runs beside: two such suites at a time
 * @property {('build' | 'system' | 'runtime')[]} needs system: packages of the system; runtime: with a display
 * @property {() => string[]} [usual] arguments in a run of all suites
 * @property {SuitePart[]} [parts] what it is divided into where VIGIL_ELECTRON names an Electron
 * @property {true} [byNameOnly] what takes long and rarely breaks runs when it is asked for
 * @property {(env: NodeJS.ProcessEnv, args: string[]) => Promise<Outcome>} run
 */

/**
 * @typedef {object} SuitePart
 * @property {'electron' | 'stand-in'} runtime
 * @property {string} title
 * @property {() => string[]} args
 */

const MINUTE = 60_000;
const reports = path.join(root, 'test-results');

/**
 * A tool that says by its exit code alone whether all is well.
 * @param {string[]} args for this Node
 * @param {number} timeoutMs
 * @returns {Suite['run']}
 */
function check(args, timeoutMs) {
  return async (env) => {
    const { code, output } = await runNode(args, { env, timeoutMs, output: 'keep' });
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [], output };
  };
}

/**
 * An unsuccessful end counts as a failure even if no single test failed: something broke around them.
 * @param {number} code
 * @param {Outcome} outcome
 * @returns {Outcome}
 */
function withExitCode(code, outcome) {
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

/**
 * @param {string} file
 * @returns {unknown} what the report holds, or undefined when none was written
 */
function report(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * @param {string | undefined} text
 * @returns {string} enough of an error to know it by
 */
function firstLines(text = '') {
  // Playwright colours its errors.
  return text
    .replaceAll(/\u001B\[[0-9;]*m/g, '')
    .split('\n')
    .slice(0, 8)
    .join('\n');
}

/** @type {Suite['run']} */
async function unit(env, args) {
  const file = path.join(reports, 'unit.json');
  mkdirSync(reports, { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runNode([packageScript('vitest/vitest.mjs'), 'run', ...reporters, ...args], {
    env,
    timeoutMs: 45 * MINUTE,
  });
  const result = /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { name: string,
    status: string, message: string, assertionResults: { status: string, fullName: string,
    failureMessages: string[] }[] }[] } | undefined} */ (report(file));
  if (result === undefined) return { passed: 0, failed: 1, skipped: [], output: '' };
  const tests = result.testResults.flatMap(({ assertionResults }) => assertionResults);
  const failures = [
    ...tests
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => ({ name: fullName, reason: firstLines(failureMessages[0]) })),
    // A file that cannot be loaded has no test that fails.
    ...result.testResults
      .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
      .map(({ name, message }) => ({ name: path.relative(root, name), reason: firstLines(message) })),
  ];
  const skipped = tests
    .filter(({ status }) => ['pending', 'skipped', 'todo', 'disabled'].includes(status))
    .map(({ fullName }) => ({ name: fullName, reason: '' }));
  const { numPassedTests: passed, numFailedTests: failed } = result;
  return withExitCode(code, { passed, failed, skipped, output: '', failures });
}

/** @type {Suite['run']} */
const simulation = (env, args) =>
  unit({ ...env, VIGIL_SIMULATION: 'whole' }, ['test/unit/shared/meeting/simulation', ...args]);

/** How many photographs of codes are read: whole here, in small among the unit tests. */
const photographs = 'test/unit/renderer/qr/photographs.test.ts';

/**
 * Tests of what only tests use: the stand-in with an app of its own, and pictures and tones in place of devices; and
 * measurements that take minutes.
 * @type {Suite['run']}
 */
const tools = (env, args) =>
  unit({ ...env, VIGIL_TOOLS: 'whole' }, [
    ...slowOfTools.map((file) => `test/unit/tools/${file}`),
    photographs,
    ...args,
  ]);

/**
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ title: string, specs?: { title: string, tests: { status: string, annotations: Annotation[],
 *   results: { error?: { message?: string } }[] }[] }[],
 *   suites?: PlaywrightSuite[] }} PlaywrightSuite
 */

/**
 * @param {PlaywrightSuite} suite
 * @returns {SkippedTest[]}
 */
function skippedIn({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => ({
        name: title,
        reason: annotations.find(({ type }) => type === 'skip')?.description ?? '',
      })),
  );
  return [...own, ...suites.flatMap(skippedIn)];
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {FailedTest[]}
 */
function failedIn({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => ({
        name: title,
        reason: firstLines(results.find(({ error }) => error !== undefined)?.error?.message),
      })),
  );
  return [...own, ...suites.flatMap(failedIn)];
}

/** A call that fails beside others is told like their tests. */
const noReport = { name: 'Playwright', reason: 'It ended without a report.' };

/**
 * One call of Playwright.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} part of the names of its results, so that the next call leaves them
 * @param {string[]} args
 * @returns {Promise<Outcome>}
 */
async function playwright(env, part, args) {
  // As in playwright.config.ts.
  const file = path.join(reports, `e2e-${env['VIGIL_RUNTIME'] ?? ''}${part}.json`);
  rmSync(file, { force: true });
  const { code } = await runNode([packageScript('@playwright/test/cli.js'), 'test', ...args], {
    env: { ...env, VIGIL_E2E_PART: part },
    timeoutMs: 45 * MINUTE,
  });
  const result = /** @type {{ stats: { expected: number, unexpected: number, flaky: number },
    suites: PlaywrightSuite[] } | undefined} */ (report(file));
  if (result === undefined) return { passed: 0, failed: 1, skipped: [], output: '', failures: [noReport] };
  const { expected, unexpected, flaky } = result.stats;
  return withExitCode(code, {
    passed: expected,
    // A test that passes only the second time is not a proof.
    failed: unexpected + flaky,
    skipped: result.suites.flatMap(skippedIn),
    output: '',
    failures: result.suites.flatMap(failedIn),
  });
}

/** @type {Suite['run']} */
async function endToEnd(env, args) {
  /** @type {Required<Outcome>} */
  const total = { passed: 0, failed: 0, skipped: [], output: '', failures: [] };
  for (const { part, args: own } of callsOfPlaywright(args)) {
    const { passed, failed, skipped, failures = [] } = await playwright(env, part, own);
    total.passed += passed;
    total.failed += failed;
    total.skipped.push(...skipped);
    total.failures.push(...failures);
  }
  return total;
}

/** Each file of test/vectors is named after its kind: `noise.json`, `noise-own.json`. */
const vectorKinds = ['noise', 'sframe', 'safety-number', 'link', 'name', 'mlkem'];

/** @type {Suite['run']} */
async function vectors(env) {
  const total = { passed: 0, failed: 0, skipped: /** @type {SkippedTest[]} */ ([]), output: '' };
  const folder = path.join(root, 'test/vectors');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  for (const file of files.sort()) {
    const kind = vectorKinds.find((each) => file === `${each}.json` || file.startsWith(`${each}-`));
    if (kind === undefined) {
      total.failed++;
      total.output += `${file} is of no known kind\n`;
      continue;
    }
    const args = ['--import', 'tsx', 'test/vectors/run.ts', kind, path.join('test/vectors', file)];
    const { code, output } = await runNode(args, { env, timeoutMs: 2 * MINUTE, output: 'keep' });
    const counts = /(\d+) passed, (\d+) failed\s*$/.exec(output.trim());
    total.passed += Number(counts?.[1] ?? 0);
    const failed = Number(counts?.[2] ?? 1);
    total.failed += code !== 0 && failed === 0 ? 1 : failed;
    total.output += output;
  }
  // No vectors at all prove nothing.
  return total.passed + total.failed === 0 ? { ...total, failed: 1, output: 'no vectors were run' } : total;
}

/** @type {Suite[]} */
export const suites = [
  {
    name: 'format',
    title: 'formatting',
    runs: 'beside',
    needs: [],
    run: check([packageScript('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'], 20 * MINUTE),
  },
  {
    name: 'lint',
    title: 'lint',
    runs: 'beside',
    needs: [],
    run: check([packageScript('eslint/bin/eslint.js'), '.', '--max-warnings', '0'], 20 * MINUTE),
  },
  {
    name: 'types',
    title: 'types',
    runs: 'beside',
    needs: [],
    run: check([packageScript('typescript/bin/tsc'), '--build'], 20 * MINUTE),
  },
  {
    name: 'rules',
    title: 'dependency rules',
    runs: 'beside',
    needs: [],
    run: check(
      [
        packageScript('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.mjs',
        'shared',
        'main',
        'renderer',
        'test',
      ],
      20 * MINUTE,
    ),
  },
  { name: 'unit', title: 'unit tests', runs: 'alone', needs: ['system'], run: unit },
  {
    name: 'simulation',
    title: 'simulated meetings',
    runs: 'alone',
    needs: [],
    byNameOnly: true,
    run: simulation,
  },
  {
    name: 'tools',
    title: 'tools of the tests',
    runs: 'alone',
    needs: ['system'],
    byNameOnly: true,
    run: tools,
  },
  { name: 'mutate', title: 'protections that tests miss', runs: 'alone', needs: [], run: mutateSuite },
  { name: 'fuzz', title: 'parsers under bent input', runs: 'alone', needs: [], run: fuzzSuite },
  { name: 'vectors', title: 'test vectors', runs: 'alone', needs: [], run: vectors },
  {
    name: 'e2e',
    title: 'end-to-end tests',
    runs: 'alone',
    needs: ['build', 'system', 'runtime'],
    run: endToEnd,
    usual: () => filesOf(usualSpecs()),
    parts: [
      {
        runtime: 'electron',
        title: 'end-to-end tests on Electron',
        args: () => filesOf(specsOnElectron),
      },
      {
        runtime: 'stand-in',
        title: 'end-to-end tests on the stand-in',
        args: () => filesOf(usualSpecs().filter((name) => !specsOnElectron.includes(name))),
      },
    ],
  },
  {
    name: 'slow',
    title: 'slow end-to-end tests',
    runs: 'alone',
    needs: ['build', 'system', 'runtime'],
    byNameOnly: true,
    run: (env, args) => endToEnd(env, [...filesOf(slowSpecs), ...args]),
  },
  {
    name: 'installed',
    title: 'the package, installed',
    runs: 'alone',
    needs: ['build', 'system'],
    run: installedSuite,
  },
  {
    name: 'reproducible',
    title: 'the same package twice',
    runs: 'alone',
    needs: ['system'],
    run: reproducibleSuite,
  },
  {
    name: 'lab',
    title: 'network lab',
    runs: 'alone',
    needs: ['build', 'system', 'runtime'],
    run: labSuite,
    parts: [{ runtime: 'stand-in', title: 'network lab', args: () => [] }],
  },
];
