/** How large a package may be: Electron makes nearly all of it, so what is added by mistake would be seen in the archive. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Opened } from './opened';

const MEGABYTE = 1_000_000;
/** Of app.asar with what lies beside it; of the app, which holds two Electrons on macOS; and of the package. */
export const budget = {
  archive: 16 * MEGABYTE,
  app: { linux: 320 * MEGABYTE, win32: 320 * MEGABYTE, darwin: 560 * MEGABYTE },
  package: { linux: 150 * MEGABYTE, win32: 160 * MEGABYTE, darwin: 280 * MEGABYTE },
};

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

export function size({ archive, app, platform, bytes }: Opened): string[] {
  const judged: [what: string, bytes: number, most: number][] = [
    ['the archive', statSync(archive).size + bytesIn(`${archive}.unpacked`), budget.archive],
    ['the app', bytesIn(app), budget.app[platform]],
    ['the package', bytes ?? 0, budget.package[platform]],
  ];
  const told = (count: number): string => `${(count / MEGABYTE).toFixed(1)} MB`;
  return judged
    .filter(([, found, most]) => found > most)
    .map(([what, found, most]) => `${what} has ${told(found)}, and may have ${told(most)}`);
}
