/**
 * The one place where the runtime is chosen: real Electron where its binary is there or can be fetched, otherwise
 * the stand-in, which runs the same code on Node and the system's Chromium.
 *
 * VIGIL_RUNTIME=electron or =stand-in decides instead.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { hasDisplay } from './display.mjs';
import { ensureElectron } from './fetch-electron.mjs';
import { withLock } from './lock.mjs';
import { cacheDir, root, standInDir } from './paths.mjs';
import { run } from './processes.mjs';
import { Explained, say } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * @typedef {object} Runtime
 * @property {'electron' | 'stand-in'} kind
 * @property {string} executable
 * @property {string[]} args that come before the app's own
 * @property {NodeJS.ProcessEnv} env for every process that starts the app, Playwright's too
 */

/**
 * @typedef {object} Choice
 * @property {boolean} forTests whether what is missing may be installed and the sandbox left out for root
 */

/** Set on systems (Ubuntu since 23.10) where AppArmor forbids user namespaces to programs that it does not know. */
const restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';

const chromiumAdvice =
  'The stand-in for Electron needs Chromium. Install it (Debian, Ubuntu: `apt install chromium`; elsewhere ' +
  'Chromium or Google Chrome) or name it in VIGIL_STAND_IN_CHROMIUM.';

/**
 * Whether the binary runs at all: on a bare server the libraries that it needs may be missing.
 * @param {string} executable
 */
async function starts(executable) {
  const env = { ELECTRON_RUN_AS_NODE: '1' };
  const probe = await run(executable, ['-e', '0'], { env, output: 'keep', timeoutMs: 30_000 }).catch(
    () => undefined,
  );
  return probe?.code === 0;
}

/**
 * Why Chromium's sandbox cannot work here, in words that say what to do. Tests then run without it; a person's
 * meetings do not.
 * @param {string} executable
 * @returns {string | undefined}
 */
function sandboxObstacle(executable) {
  if (process.platform !== 'linux') return undefined;
  if (process.getuid?.() === 0) return 'As root, Vigil has no sandbox. Start it as an ordinary user.';
  try {
    if (readFileSync(restriction, 'utf8').trim() !== '1') return undefined;
  } catch {
    return undefined;
  }
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4000) !== 0) return undefined;
  return (
    'This system gives programs no sandbox unless its helper belongs to root. Run once:\n' +
    `  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`
  );
}

/**
 * @param {Choice} choice
 * @returns {Promise<{ ok: true, runtime: Runtime } | { ok: false, why: string }>}
 */
async function realElectron({ forTests }) {
  const electron = await ensureElectron();
  if (!electron.ok) return electron;
  if (!(await starts(electron.executable))) {
    return { ok: false, why: 'its binary does not start on this computer (a system library may be missing)' };
  }
  if (forTests && !hasDisplay() && (await ensureSystemPackages(['xvfb'])).length > 0) {
    return { ok: false, why: 'there is neither a display nor Xvfb' };
  }
  const obstacle = sandboxObstacle(electron.executable);
  if (obstacle !== undefined && !forTests) throw new Explained(obstacle);
  const args = obstacle === undefined ? [] : ['--no-sandbox'];
  const runtime = /** @type {Runtime} */ ({
    kind: 'electron',
    executable: electron.executable,
    args,
    env: { VIGIL_RUNTIME: 'electron' },
  });
  return { ok: true, runtime };
}

/**
 * @param {Choice} choice
 * @returns {Promise<Runtime>}
 */
async function standIn({ forTests }) {
  if (process.platform === 'win32') throw new Explained('The stand-in for Electron does not run on Windows.');
  if (findChromium() === undefined && (!forTests || (await ensureSystemPackages(['chromium'])).length > 0)) {
    throw new Explained(chromiumAdvice);
  }
  await withLock(path.join(cacheDir, 'stand-in.lock'), async () => {
    const { buildStandIn } = await import('../electron-stand-in/build.mjs');
    await buildStandIn();
  });
  return {
    kind: 'stand-in',
    executable: path.join(standInDir, 'electron'),
    args: [],
    env: {
      VIGIL_RUNTIME: 'stand-in',
      ELECTRON_OVERRIDE_DIST_PATH: standInDir,
    },
  };
}

/**
 * Chooses the runtime and says in one sentence which and why.
 * @param {Choice} choice
 * @returns {Promise<Runtime>}
 */
export async function chooseRuntime(choice) {
  const wish = process.env['VIGIL_RUNTIME'] ?? '';
  if (!['', 'electron', 'stand-in'].includes(wish)) {
    throw new Explained('VIGIL_RUNTIME is `electron`, `stand-in` or not set.');
  }
  if (wish === 'stand-in') {
    const runtime = await standIn(choice);
    say('Vigil runs on the stand-in for Electron, since VIGIL_RUNTIME says so.');
    return runtime;
  }
  const real = await realElectron(choice);
  if (real.ok) {
    say(`Vigil runs on Electron${wish === 'electron' ? ', since VIGIL_RUNTIME says so' : ''}.`);
    return real.runtime;
  }
  if (wish === 'electron') throw new Explained(`Electron cannot run Vigil: ${real.why}.`);
  const runtime = await standIn(choice);
  say(`Vigil runs on the stand-in instead of Electron, since ${real.why}.`);
  return runtime;
}

/**
 * The command line that opens the app.
 * @param {Runtime} runtime
 * @param {string[]} args the app's own
 */
export function appCommand(runtime, args) {
  return { file: runtime.executable, args: [...runtime.args, root, ...args] };
}
