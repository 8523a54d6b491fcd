/** Where things are in this repository. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const outDir = path.join(root, 'out');
export const cacheDir = path.join(root, 'node_modules', '.cache', 'vigil');
export const standInDir = path.join(outDir, 'electron-stand-in');

/**
 * The script behind a command of an installed package, to be run with this Node: no shell, no .cmd files.
 * @param {string} relative path inside node_modules
 */
export function packageScript(relative) {
  return path.join(root, 'node_modules', relative);
}
