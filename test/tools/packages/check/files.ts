/** What lies around the archive on Linux: the files of Electron's release, writable by their owner alone. */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { electronFiles, localeFiles, resourceFiles } from '../electron-files';
import { THIRD_PARTY } from '../third-party';
import type { Opened } from './opened';

const licences = ['LICENSE.electron.txt', 'LICENSES.chromium.html'];

export function filesAround({ app, system }: Opened): string[] {
  const foreignIn = (folder: string, known: RegExp): string[] =>
    readdirSync(path.join(app, folder))
      .filter((name) => !known.test(name))
      .map((name) => `${path.join(folder, name)} does not belong there`);
  const missing = [...(system === null ? licences : []), 'chrome-sandbox', 'icudtl.dat', 'resources.pak'];
  missing.push(`resources/${THIRD_PARTY}`);
  return [
    ...foreignIn('.', electronFiles),
    ...foreignIn('resources', resourceFiles),
    ...foreignIn('locales', localeFiles),
    ...missing.filter((name) => !existsSync(path.join(app, name))).map((name) => `${name} is missing`),
    ...flawsOfModes(system ?? app),
  ];
}

/** Setuid is for Chromium's helper alone, and where the package is installed. */
function flawsOfModes(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file);
    if (entry.isSymbolicLink()) return [];
    const { mode } = lstatSync(file);
    if ((mode & 0o022) !== 0) return [`${name} can be written by others`];
    if ((mode & 0o6000) !== 0 && name !== 'usr/lib/vigil/chrome-sandbox') return [`${name} is setuid`];
    return [];
  });
}
