/** Packages as suites: installed on this computer, where each step that holds has passed; and made twice. */
import { givenElectron } from './given-electron.mjs';
import { onPath } from './chromium.mjs';
import { runNode } from './processes.mjs';

/** @typedef {import('./suites.mjs').Outcome} Outcome */

const LIMIT_MS = 20 * 60_000;
export const installedName = 'the deb: installed, in a call, upgraded, removed';

/** @returns {string | undefined} why it cannot be tried here */
function obstacle() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux';
  if (onPath(['apt-get']) === undefined) return 'needs Debian';
  if (givenElectron() === undefined) return 'needs an Electron that VIGIL_ELECTRON names';
  return undefined;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Outcome>}
 */
export async function installedSuite(env) {
  const why = obstacle();
  if (why !== undefined) {
    return { passed: 0, failed: 0, skipped: [{ name: installedName, reason: why }], output: '' };
  }
  const program = ['--import', 'tsx', 'test/tools/installed/installed.ts'];
  const { code, output } = await runNode(program, { env, timeoutMs: LIMIT_MS, output: 'keep' });
  const passed = output.split('\n').filter((line) => line.startsWith('✓ ') && line.endsWith(' s)')).length;
  return { passed, failed: code === 0 ? 0 : 1, skipped: [], output };
}

export const reproducibleName = 'two clean builds in two folders give the same bytes';

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Outcome>}
 */
export async function reproducibleSuite(env) {
  const why =
    onPath(['dpkg-deb']) === undefined
      ? 'needs dpkg-deb'
      : givenElectron() === undefined
        ? 'needs an Electron that VIGIL_ELECTRON names'
        : undefined;
  if (why !== undefined) {
    return { passed: 0, failed: 0, skipped: [{ name: reproducibleName, reason: why }], output: '' };
  }
  const program = ['--import', 'tsx', 'test/tools/packages/reproducible.ts'];
  const { code, output } = await runNode(program, { env, timeoutMs: LIMIT_MS, output: 'keep' });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [], output };
}
