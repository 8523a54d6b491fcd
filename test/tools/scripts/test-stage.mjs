/**
 * What Electron needs as another user than the one whose checkout this is: a home, the app as it is built, a program
 * that starts it so, and whatever else that user could not read. All of it is a copy, and goes when this process ends.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { outDir, packageScript, root } from './paths.mjs';
import { atExit, run } from './processes.mjs';
import { Explained } from './say.mjs';
import { commandAs } from './test-user.mjs';

/** @typedef {import('./test-user.mjs').TestUser} TestUser */

const LIMIT_MS = 30_000;
const parts = ['main', 'preload', 'renderer'];
/** Playwright has Electron load this file. */
const loader = packageScript('playwright-core/lib/server/electron/loader.js');

/**
 * @param {string} text
 * @returns {string} as one word of a shell's command
 */
const quoted = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * @param {object} what
 * @param {TestUser} what.user
 * @param {string} what.executable
 * @param {string} what.home
 * @param {string} what.app
 * @param {string} what.loader a copy of Playwright's
 * @returns {string} a script for sh, which becomes Electron
 */
export function launcherScript({ user, executable, home, app, loader: copy }) {
  const own = [`HOME=${home}`, `USER=${user.name}`, `LOGNAME=${user.name}`];
  // Those of root's own session, which this user cannot use.
  const foreign = ['XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME'];
  const environment = ['env', ...foreign.flatMap((name) => ['-u', name]), ...own];
  const command = commandAs(user, [...environment, executable])
    .map(quoted)
    .join(' ');
  return `#!/bin/sh
# Starts Electron as ${user.name}, in a copy of the app that this user can read.
for argument do
  shift
  case $argument in */playwright-core/lib/server/electron/loader.js) argument=${quoted(copy)} ;; esac
  set -- "$@" "$argument"
done
cd ${quoted(app)} && exec ${command} "$@"
`;
}

/**
 * @param {Record<string, { dev?: boolean }>} packages as in package-lock.json
 * @returns {string[]} those that the built app loads, as folders
 */
export function neededPackages(packages) {
  return Object.entries(packages)
    .filter(([folder, { dev }]) => folder !== '' && dev !== true)
    .map(([folder]) => folder);
}

/** @param {string} file */
function isForThisSystem(file) {
  const prebuilt = /[\\/]prebuilds[\\/]([^\\/]+)/.exec(file)?.[1];
  return prebuilt === undefined || prebuilt === `${process.platform}-${process.arch}`;
}

/**
 * @param {string} folder
 * @param {TestUser} owner of it and all that is in it from now on
 */
function giveTree(folder, { uid, gid }) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) lchownSync(path.join(entry.parentPath, entry.name), uid, gid);
  lchownSync(folder, uid, gid);
}

/** @param {string} app an empty folder */
function copyApp(app) {
  cpSync(path.join(root, 'package.json'), path.join(app, 'package.json'));
  for (const part of parts) cpSync(path.join(outDir, part), path.join(app, 'out', part), { recursive: true });
  const { packages } = /** @type {{ packages: Record<string, { dev?: boolean }> }} */ (
    JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  );
  for (const folder of neededPackages(packages)) {
    // Optional packages of other systems are not installed.
    if (!existsSync(path.join(root, folder))) continue;
    cpSync(path.join(root, folder), path.join(app, folder), { recursive: true, filter: isForThisSystem });
  }
}

/**
 * @param {TestUser} user
 * @param {string[]} condition for test(1)
 */
async function finds(user, condition) {
  const [program = '', ...args] = commandAs(user, ['test', ...condition]);
  return (await run(program, args, { output: 'keep', timeoutMs: LIMIT_MS })).code === 0;
}

/**
 * @param {string} file
 * @param {number} mode whatever the umask
 * @param {string | Buffer} content
 */
function write(file, mode, content) {
  writeFileSync(file, content);
  chmodSync(file, mode);
}

/** @returns {string} a folder that everybody may enter, until this process ends */
function makeFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-stage-'));
  atExit(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * @param {string} executable
 * @returns {string} a program that starts it, under the name that Electron has on most systems
 */
export function makeLauncher(executable) {
  const launcher = path.join(makeFolder(), 'electron');
  write(launcher, 0o755, `#!/bin/sh\nexec ${quoted(executable)} "$@"\n`);
  return launcher;
}

/**
 * @param {TestUser} user
 * @param {string} executable Electron's
 * @returns {Promise<string>} a program that starts it as this user, alone in its folder
 */
export async function makeStage(user, executable) {
  const stage = makeFolder();
  if (!(await finds(user, ['-x', stage]))) {
    throw new Explained(
      `${user.name} cannot enter ${os.tmpdir()}: let TMPDIR name a folder that everybody can.`,
    );
  }
  const inStage = (/** @type {string} */ name) => path.join(stage, name);
  const [home, app, copyOfLoader] = [inStage('home'), inStage('app'), inStage('loader.js')];
  for (const folder of [home, app]) mkdirSync(folder);
  copyApp(app);
  for (const folder of [home, app]) giveTree(folder, user);
  write(copyOfLoader, 0o644, readFileSync(loader));
  let program = executable;
  if (!(await finds(user, ['-x', executable]))) {
    const distribution = inStage('distribution');
    cpSync(path.dirname(executable), distribution, { recursive: true });
    giveTree(distribution, user);
    program = path.join(distribution, path.basename(executable));
  }
  mkdirSync(inStage('program'));
  chmodSync(inStage('program'), 0o755);
  const launcher = path.join(stage, 'program', 'electron');
  write(launcher, 0o755, launcherScript({ user, executable: program, home, app, loader: copyOfLoader }));
  return launcher;
}
