/** The app as electron-builder lays it out, without anything around it. */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { givenElectron, versionOf } from '../scripts/given-electron.mjs';
import { packageScript } from '../scripts/paths.mjs';
import { runAttached } from '../scripts/processes.mjs';
import { chooseRuntime } from '../scripts/runtime.mjs';
import { Explained, say } from '../scripts/say.mjs';
import { epoch } from './config';
import { electronFiles, resourceFiles } from './electron-files';
import { isOlderThanOurs, lendNewerElectron } from './older-electron/adapt';

/** What is in the package instead of the project's own Electron. */
export type Inside = 'own' | 'given' | 'older' | 'stand-in';

interface Core {
  readonly inside: Inside;
  /** Options for electron-builder. */
  readonly args: readonly string[];
}

/** Chooses what the package is made around, and says so where it is nothing to be given to people. */
export async function chooseCore(): Promise<Core> {
  const runtime = await chooseRuntime('package');
  if (runtime.kind === 'stand-in') {
    say('This package holds the stand-in instead of Electron: use it for checks, give it to nobody.');
    return { inside: 'stand-in', args: [`-c.electronDist=${path.dirname(runtime.executable)}`] };
  }
  const given = givenElectron();
  if (given === undefined) return { inside: 'own', args: [] };
  const version = versionOf(given.folder);
  const args = [`-c.electronDist=${given.folder}`, `-c.electronVersion=${version}`];
  if (!isOlderThanOurs(version)) return { inside: 'given', args };
  say(
    `This package holds Electron ${version}, which is older than the one of this project, and what it lacks is lent to it: use it for checks, give it to nobody.`,
  );
  return { inside: 'older', args };
}

/** @param args electron-builder's own. @returns its exit code. */
export function runElectronBuilder(args: readonly string[]): Promise<number> {
  return runAttached(
    process.execPath,
    [packageScript('electron-builder/cli.js'), '--publish', 'never', ...args],
    {
      // The archive is the same for the same sources.
      SOURCE_DATE_EPOCH: String(epoch()),
    },
  );
}

export const unpackedFolder = (output: string): string =>
  path.join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);

/** Linux only. @returns the folder. */
export async function makeAppFolder(core: Core, output: string, args: readonly string[]): Promise<string> {
  const own = ['--linux', '--dir', `-c.directories.output=${output}`];
  const code = await runElectronBuilder([...own, ...core.args, ...args]);
  if (code !== 0) throw new Explained('electron-builder could not lay the app out; its message is above.');
  const folder = unpackedFolder(output);
  if (core.inside !== 'stand-in') removeForeign(folder);
  if (core.inside === 'older') await lendNewerElectron(folder);
  return folder;
}

/** A given Electron may have brought more than belongs to Electron: an app of its own, notes of who laid it out. */
function removeForeign(folder: string): void {
  const remove = (name: string): void => {
    rmSync(path.join(folder, name), { recursive: true, maxRetries: 20 });
  };
  for (const name of readdirSync(folder)) if (!electronFiles.test(name)) remove(name);
  for (const name of readdirSync(path.join(folder, 'resources')))
    if (!resourceFiles.test(name)) remove(path.join('resources', name));
}
