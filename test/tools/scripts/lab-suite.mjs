/** The network lab as a suite: each scenario on its own, counted as one test. */
import { runNode } from './processes.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** @typedef {import('./suites.mjs').Outcome} Outcome */

const MINUTE = 60_000;
const NO_LAB_HERE = 2;
/**
 * Those that say yes or no, of the kill matrix each way alone and all at once; the whole of it, and what depends on
 * how busy a computer is (cutOff, loss), is for `npm run lab`.
 */
const scenarios = ['killMatrix', 'serversKilled', 'nat', 'linkability', 'privateMode'];
/** What a lab needs of Debian. */
export const labPackages = /** @type {const} */ ([
  'coturn',
  'ethtool',
  'iproute2',
  'microsocks',
  'nftables',
  'python3',
  'tcpdump',
]);

/**
 * @param {string} why
 * @returns {Outcome}
 */
const skipped = (why) => ({
  passed: 0,
  failed: 0,
  skipped: scenarios.map((name) => ({ name, reason: why })),
  output: '',
});

/**
 * A network is a busy place: what fails is tried once more, and said to have been.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 */
async function play(env, name) {
  const args = ['--import', 'tsx', 'test/tools/lab/lab.ts', name, '--json', '--short'];
  const first = await runNode(args, { env, timeoutMs: 26 * MINUTE });
  if (first.code === 0 || first.code === NO_LAB_HERE) return first;
  process.stdout.write(`${name} failed and is played once more.\n`);
  return runNode(args, { env, timeoutMs: 26 * MINUTE });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args names of scenarios instead of the usual ones
 * @returns {Promise<Outcome>}
 */
export async function labSuite(env, args) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return skipped('needs root on Linux');
  const missing = await ensureSystemPackages([...labPackages]);
  if (missing.length > 0) return skipped(`${missing.join(', ')} cannot be had`);
  /** @type {Outcome} */
  const total = { passed: 0, failed: 0, skipped: [], output: '' };
  for (const name of args.length > 0 ? args : scenarios) {
    const { code } = await play(env, name);
    if (code === NO_LAB_HERE) total.skipped.push({ name, reason: 'no network namespaces here' });
    else if (code === 0) total.passed += 1;
    else total.failed += 1;
  }
  return total;
}
