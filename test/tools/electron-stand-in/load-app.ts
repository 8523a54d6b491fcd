/** Finds the app to run, as Electron does: beside the executable if packaged, else by argument. */
import fs from 'node:fs';
import path from 'node:path';
import { extractAll } from '@electron/asar';
import { temporaryFolder } from './temporary-folder';

export interface FoundApp {
  readonly folder: string;
  /** The script that starts it. */
  readonly main: string;
  readonly isModule: boolean;
  readonly name: string | undefined;
  readonly version: string | undefined;
}

/** A packaged app beside the executable; undefined when there is none. */
export function findPackagedApp(resources: string, atEnd: (cleanup: () => void) => void): string | undefined {
  const archive = path.join(resources, 'app.asar');
  if (fs.existsSync(archive)) return unpack(archive, atEnd);
  const folder = path.join(resources, 'app');
  return fs.existsSync(folder) ? folder : undefined;
}

/** Node cannot read files inside an archive as Electron can, so they are laid out for this run. */
function unpack(archive: string, atEnd: (cleanup: () => void) => void): string {
  const folder = temporaryFolder('app', atEnd);
  extractAll(archive, folder);
  return folder;
}

interface Package {
  name?: string;
  productName?: string;
  version?: string;
  main?: string;
  type?: string;
}

/** `place` is a folder with a package.json, or a script. */
export function readApp(place: string): FoundApp {
  const isFolder = fs.statSync(place).isDirectory();
  const folder = isFolder ? place : path.dirname(place);
  const file = path.join(folder, 'package.json');
  const { name, productName, version, main, type } = fs.existsSync(file)
    ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Package)
    : ({} as Package);
  const script = isFolder ? path.join(folder, main ?? 'index.js') : place;
  const isModule = script.endsWith('.mjs') || (type === 'module' && script.endsWith('.js'));
  return { folder, main: script, isModule, name: productName ?? name, version };
}
