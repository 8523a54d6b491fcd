/** Protections taken out one at a time, as a suite: one that a test misses has passed, one that none misses has failed. */
import { runNode } from './processes.mjs';

/** @typedef {import('./suites.mjs').Outcome} Outcome */

const LIMIT_MS = 30 * 60_000;

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args names of protections instead of the usual few
 * @returns {Promise<Outcome>}
 */
export async function mutateSuite(env, args) {
  const program = ['--import', 'tsx', 'test/tools/mutate/mutate.ts', '--json'];
  const { code, output } = await runNode([...program, ...(args.length > 0 ? args : ['--short'])], {
    env,
    timeoutMs: LIMIT_MS,
    output: 'keep',
  });
  const line = /^\{"killed":.*\}$/m.exec(output)?.[0];
  if (line === undefined) return { passed: 0, failed: 1, skipped: [], output };
  const { killed, survived } = /** @type {{ killed: number, survived: string[] }} */ (JSON.parse(line));
  return { passed: killed, failed: code === 0 ? 0 : Math.max(1, survived.length), skipped: [], output };
}
