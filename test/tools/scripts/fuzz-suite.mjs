/** The fuzzer for a little while, as a suite: a target without findings has passed. */
import { runNode } from './processes.mjs';

/** @typedef {import('./suites.mjs').Outcome} Outcome */

const LIMIT_MS = 20 * 60_000;
/** Of each target, beside the cases that are kept; fewer if all take more than two minutes. */
const BUDGET = ['--cases', '1500', '--minutes', '2'];

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args names of targets instead of all
 * @returns {Promise<Outcome>}
 */
export async function fuzzSuite(env, args) {
  const program = ['--import', 'tsx', 'test/tools/fuzz/fuzz.ts', '--json', ...BUDGET, ...args];
  const { code, output } = await runNode(program, { env, timeoutMs: LIMIT_MS, output: 'keep' });
  const line = /^\{"fuzz":.*\}$/m.exec(output)?.[0];
  if (line === undefined) return { passed: 0, failed: 1, skipped: [], output };
  const { fuzz } = /** @type {{ fuzz: { findings: { target: string, why: string }[],
    targets: Record<string, unknown> } }} */ (JSON.parse(line));
  const failures = fuzz.findings.map(({ target, why }) => ({ name: target, reason: why }));
  const failed = new Set(failures.map(({ name }) => name)).size;
  const passed = Object.keys(fuzz.targets).length - failed;
  return { passed, failed: code === 0 ? 0 : Math.max(1, failed), skipped: [], output, failures };
}
