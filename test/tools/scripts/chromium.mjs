/** Finds the system's Chromium, which the stand-in and the media tests drive. */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const macPaths = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const windowsPaths = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string[]} programs
 * @returns {string | undefined} the first that is on the PATH
 */
export function onPath(programs) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return programs.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

/**
 * @returns {string | undefined} VIGIL_STAND_IN_CHROMIUM if set, otherwise where Chromium (or a browser made of it) is
 */
export function findChromium() {
  const chosen = process.env['VIGIL_STAND_IN_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (process.platform === 'darwin') return macPaths.find(isExecutable) ?? onPath(names);
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (key) => process.env[key] ?? [],
    );
    return folders
      .flatMap((folder) => windowsPaths.map((file) => path.join(folder, file)))
      .find(isExecutable);
  }
  return onPath(names);
}
