/** An Electron that is here already, named by VIGIL_ELECTRON: the folder of a distribution or of a system's package. */
import { accessSync, constants, readFileSync } from 'node:fs';
import path from 'node:path';
import { Explained } from './say.mjs';

/** @typedef {{ folder: string, executable: string }} GivenElectron */

/** @param {NodeJS.Platform} platform */
function programOf(platform) {
  if (platform === 'darwin') return path.join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {GivenElectron | undefined} undefined where none is named; throws where the folder holds none
 */
export function givenElectron(env = process.env, platform = process.platform) {
  const named = env['VIGIL_ELECTRON'] ?? '';
  if (named === '') return undefined;
  // npm has changed to the root; the path is meant from where it was typed.
  const folder = path.resolve(env['INIT_CWD'] ?? '.', named);
  const executable = path.join(folder, programOf(platform));
  try {
    accessSync(executable, constants.X_OK);
  } catch {
    throw new Explained(
      `VIGIL_ELECTRON names ${folder}, which holds no Electron: there is no program ${programOf(platform)} in it.`,
    );
  }
  return { folder, executable };
}

/**
 * @param {string} folder of a distribution
 * @returns {string} its version, which packages are made for
 */
export function versionOf(folder) {
  const file = path.join(folder, 'version');
  try {
    const version = /^v?(\d+\.\d+\.\d+\S*)\s*$/.exec(readFileSync(file, 'utf8'))?.[1];
    if (version !== undefined) return version;
  } catch {
    // Said below.
  }
  throw new Explained(`${file} should hold the version of Electron there, which a package is made for.`);
}
