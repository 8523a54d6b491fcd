/**
 * The one place where the runtime is chosen: real Electron where its binary is there or can be fetched, otherwise
 * the stand-in, which runs the same code on Node and the system's Chromium.
 *
 * VIGIL_RUNTIME=electron or =stand-in decides instead. VIGIL_ELECTRON names the folder of an Electron to be used
 * instead of the one that is fetched.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { hasDisplay } from './display.mjs';
import { ensureElectron } from './fetch-electron.mjs';
import { givenElectron } from './given-electron.mjs';
import { withLock } from './lock.mjs';
import { cacheDir, root, standInDir } from './paths.mjs';
import { run } from './processes.mjs';
import { Explained, say } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { makeLauncher, makeStage } from './test-stage.mjs';
import { commandAs, ensureTestUser } from './test-user.mjs';

/**
 * @typedef {object} Runtime
 * @property {'electron' | 'stand-in'} kind
 * @property {string} executable
 * @property {boolean} isOtherUser whether it runs as another user than this process
 * @property {string[]} args that come before the app's own
 * @property {NodeJS.ProcessEnv} env for every process that starts the app, Playwright's too
 */

/**
 * For tests, what is missing may be installed, the sandbox may be missing, and root's Electron runs as another user.
 * A package is not run here.
 * @typedef {'person' | 'tests' | 'package'} Purpose
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
 * Whether Chromium finds a sandbox here: namespaces that its user may make, or a helper that belongs to root.
 * @param {string} executable
 * @param {(command: string[]) => string[]} asUser
 */
async function hasSandbox(executable, asUser = (command) => command) {
  if (process.platform !== 'linux') return true;
  const helper = statSync(path.join(path.dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false });
  if (helper?.uid === 0 && (helper.mode & 0o4000) !== 0) return true;
  const [program = '', ...args] = asUser(['unshare', '--user', '--map-root-user', 'true']);
  const probe = await run(program, args, { output: 'keep', timeoutMs: 30_000 }).catch(() => undefined);
  return probe?.code === 0;
}

/** @returns {Promise<{ ok: true, executable: string } | { ok: false, why: string }>} */
async function findElectron() {
  const given = givenElectron();
  const electron =
    given === undefined ? await ensureElectron() : { ok: /** @type {const} */ (true), ...given };
  if (!electron.ok || (await starts(electron.executable))) return electron;
  const why = 'its binary does not start on this computer (a system library may be missing)';
  // Whoever names one wants no other.
  if (given !== undefined) throw new Explained(`VIGIL_ELECTRON cannot run Vigil: ${why}.`);
  return { ok: false, why };
}

/**
 * Electron for tests that root runs, as an ordinary user, who has a sandbox.
 * @param {string} executable
 * @returns {Promise<Runtime>}
 */
async function asOrdinaryUser(executable) {
  const user = await ensureTestUser();
  // What tests write for the app, this user reads.
  process.umask(0o022);
  const launcher = await makeStage(user, executable);
  const isSandboxed = await hasSandbox(executable, (command) => commandAs(user, command));
  return {
    kind: 'electron',
    executable: launcher,
    isOtherUser: true,
    args: isSandboxed ? [] : ['--no-sandbox'],
    env: {
      VIGIL_RUNTIME: 'electron',
      ...(isSandboxed ? {} : { VIGIL_NO_SANDBOX: '1' }),
      VIGIL_APP_USER: `${String(user.uid)}:${String(user.gid)}`,
      ELECTRON_OVERRIDE_DIST_PATH: path.dirname(launcher),
    },
  };
}

/**
 * @param {Purpose} purpose
 * @returns {Promise<{ ok: true, runtime: Runtime } | { ok: false, why: string }>}
 */
async function realElectron(purpose) {
  const electron = await findElectron();
  if (!electron.ok) return electron;
  const { executable } = electron;
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const needsDisplay = purpose === 'tests' && (isRoot || !hasDisplay());
  if (needsDisplay && (await ensureSystemPackages(['xvfb'])).length > 0) {
    return { ok: false, why: 'there is neither a display nor Xvfb' };
  }
  if (purpose === 'tests' && isRoot) return { ok: true, runtime: await asOrdinaryUser(executable) };
  const obstacle = purpose === 'person' ? sandboxObstacle(executable) : undefined;
  if (obstacle !== undefined) throw new Explained(obstacle);
  const isSandboxed = purpose !== 'tests' || (await hasSandbox(executable));
  return {
    ok: true,
    runtime: {
      kind: 'electron',
      executable,
      isOtherUser: false,
      args: isSandboxed ? [] : ['--no-sandbox'],
      env: {
        VIGIL_RUNTIME: 'electron',
        ...(isSandboxed ? {} : { VIGIL_NO_SANDBOX: '1' }),
        ...overrideFor(executable),
      },
    },
  };
}

/**
 * Where Electron's npm package, which Playwright asks, is to look for a program instead of its own.
 * @param {string} executable
 * @returns {NodeJS.ProcessEnv}
 */
function overrideFor(executable) {
  const given = givenElectron();
  if (given?.executable !== executable) return {};
  // Until it has fetched its own, it looks for this name on every system.
  const isFound = ['electron', 'electron.exe'].includes(path.basename(executable));
  return { ELECTRON_OVERRIDE_DIST_PATH: isFound ? given.folder : path.dirname(makeLauncher(executable)) };
}

/**
 * @param {Purpose} purpose
 * @returns {Promise<Runtime>}
 */
async function standIn(purpose) {
  if (process.platform === 'win32') throw new Explained('The stand-in for Electron does not run on Windows.');
  const mayInstall = purpose !== 'person';
  if (
    findChromium() === undefined &&
    (!mayInstall || (await ensureSystemPackages(['chromium'])).length > 0)
  ) {
    throw new Explained(chromiumAdvice);
  }
  await withLock(path.join(cacheDir, 'stand-in.lock'), async () => {
    const { buildStandIn } = await import('../electron-stand-in/build.mjs');
    await buildStandIn();
  });
  return {
    kind: 'stand-in',
    executable: path.join(standInDir, 'electron'),
    isOtherUser: false,
    args: [],
    env: {
      VIGIL_RUNTIME: 'stand-in',
      ...(process.getuid?.() === 0 ? { VIGIL_NO_SANDBOX: '1' } : {}),
      ELECTRON_OVERRIDE_DIST_PATH: standInDir,
    },
  };
}

/**
 * Chooses the runtime and says in one sentence which and why.
 * @param {Purpose} purpose
 * @param {string} wish `electron` or `stand-in`; empty for what is there
 * @returns {Promise<Runtime>}
 */
export async function chooseRuntime(purpose, wish = process.env['VIGIL_RUNTIME'] ?? '') {
  if (!['', 'electron', 'stand-in'].includes(wish)) {
    throw new Explained('VIGIL_RUNTIME is `electron`, `stand-in` or not set.');
  }
  if (wish === 'stand-in') {
    const runtime = await standIn(purpose);
    say('Vigil runs on the stand-in for Electron, as it was chosen.');
    return runtime;
  }
  const real = await realElectron(purpose);
  if (real.ok) {
    say(
      `Vigil runs on ${givenElectron() === undefined ? 'Electron' : 'the Electron that VIGIL_ELECTRON names'}${wish === 'electron' ? ', as it was chosen' : ''}.`,
    );
    return real.runtime;
  }
  if (wish === 'electron') throw new Explained(`Electron cannot run Vigil: ${real.why}.`);
  const runtime = await standIn(purpose);
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
