/** Lets main run in a package around an Electron that is older than the project's own. For tests alone. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { createPackageWithOptions, extractAll } from '@electron/asar';

/** What main imports then. */
const LENT = 'lent-electron.mjs';

export function isOlderThanOurs(version: string): boolean {
  const { version: own } = createRequire(import.meta.url)('electron/package.json') as { version: string };
  return Number.parseInt(version, 10) < Number.parseInt(own, 10);
}

/** The archive of the app in this folder, with what main imports of `electron` exchanged. */
export async function lendNewerElectron(unpacked: string): Promise<void> {
  const archive = path.join(unpacked, 'resources/app.asar');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-older-'));
  try {
    extractAll(archive, folder);
    const main = path.join(folder, 'out/main');
    const scripts = readdirSync(main).filter((name) => name.endsWith('.js'));
    for (const script of scripts) {
      const file = path.join(main, script);
      const source = readFileSync(file, 'utf8');
      writeFileSync(file, source.replaceAll(/from\s*(["'])electron\1/g, `from "./${LENT}"`));
    }
    copyFileSync(path.join(import.meta.dirname, 'lend.mjs'), path.join(main, LENT));
    rmSync(`${archive}.unpacked`, { recursive: true, maxRetries: 20 });
    await createPackageWithOptions(folder, archive, { unpack: '**/*.node' });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}
