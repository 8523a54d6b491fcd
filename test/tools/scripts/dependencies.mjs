/** Installs the pinned dependencies when they are missing or not those of package-lock.json. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { outDir, root } from './paths.mjs';
import { run } from './processes.mjs';
import { Explained, say } from './say.mjs';

const LIMIT_MS = 15 * 60_000;

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean }} LockedPackage */

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(file) {
  const lock = /** @type {{ packages?: Record<string, LockedPackage> }} */ (
    JSON.parse(readFileSync(file, 'utf8'))
  );
  return lock.packages ?? {};
}

/**
 * What is wrong with node_modules, or undefined when it holds exactly what the lock file names.
 * @param {string} directory
 * @returns {string | undefined}
 */
export function whyInstall(directory = root) {
  // npm writes this list last: an installation that was cut off has none.
  const installedList = path.join(directory, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return 'they are not installed yet';
  const wanted = packagesOf(path.join(directory, 'package-lock.json'));
  const installed = packagesOf(installedList);
  for (const [name, { version, integrity, optional }] of Object.entries(wanted)) {
    if (name === '') continue;
    const found = installed[name];
    // Optional packages are those of other platforms.
    if (found === undefined && optional === true) continue;
    if (found?.version !== version || found?.integrity !== integrity) return 'package-lock.json has changed';
  }
  return undefined;
}

/** Ensures node_modules. */
export async function ensureDependencies() {
  if (whyInstall() === undefined) return;
  await withLock(path.join(outDir, 'dependencies.lock'), async () => {
    const why = whyInstall();
    if (why === undefined) return;
    say(`Installing dependencies (npm ci), since ${why}.`);
    // Everything is a development dependency, because the build bundles it.
    const args = ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'];
    const npm = process.env['npm_execpath'];
    const { code } = await (npm?.endsWith('npm-cli.js') === true
      ? run(process.execPath, [npm, ...args], { output: 'show-on-stderr', timeoutMs: LIMIT_MS })
      : run('npm', args, { output: 'show-on-stderr', timeoutMs: LIMIT_MS }));
    if (code !== 0) throw new Explained('npm ci failed; its message is above. Is there a network?');
  });
}
