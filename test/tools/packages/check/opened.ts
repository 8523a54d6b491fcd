/** A package, opened so that it can be looked into. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../scripts/processes.mjs';
import { Explained } from '../../scripts/say.mjs';

export interface Opened {
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** Of the package as one file; null for a folder. */
  readonly bytes: number | null;
  /** What the program's folder holds on Linux and Windows; on macOS `Vigil.app/Contents`. */
  readonly app: string;
  readonly executable: string;
  readonly archive: string;
  /** What stands for `/` in a package that is installed; null for what is only unpacked. */
  readonly system: string | null;
  readonly close: () => void;
}

const LIMIT_MS = 10 * 60_000;

/** How each kind is unpacked into a folder, by the end of its name. */
const unpackers: [RegExp, (file: string, folder: string) => [program: string, args: string[]]][] = [
  [/\.deb$/, (file, folder) => ['dpkg-deb', ['-x', file, folder]]],
  [/\.tar\.gz$/, (file, folder) => ['tar', ['-xpzf', file, '-C', folder]]],
  [/\.rpm$/, (file, folder) => ['sh', ['-c', 'rpm2archive - <"$1" | tar -xpz -C "$2"', 'sh', file, folder]]],
  [
    /\.AppImage$/,
    (file, folder) => ['unsquashfs', ['-o', String(squashOffset(file)), '-f', '-d', folder, file]],
  ],
  [/\.zip$/, (file, folder) => ['unzip', ['-q', file, '-d', folder]]],
];

export const isPackage = (name: string): boolean => unpackers.some(([ending]) => ending.test(name));

/** @param named a package, or a folder that holds the app. Throws Explained where there is no app in it. */
export async function openPackage(named: string): Promise<Opened> {
  const isFolder = statSync(named).isDirectory();
  const folder = isFolder ? named : mkdtempSync(path.join(os.tmpdir(), 'vigil-check-'));
  const close = (): void => {
    if (!isFolder) rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  };
  try {
    if (!isFolder) await unpack(named, folder);
    return { ...layoutOf(folder), bytes: isFolder ? null : statSync(named).size, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function unpack(file: string, folder: string): Promise<void> {
  const unpacker = unpackers.find(([ending]) => ending.test(file));
  if (unpacker === undefined)
    throw new Explained(`${path.basename(file)} is no package that can be opened here`);
  mkdirSync(folder, { recursive: true });
  const [program, args] = unpacker[1](file, folder);
  const { code, output } = await run(program, args, { output: 'keep', timeoutMs: LIMIT_MS });
  if (code !== 0) throw new Explained(`${path.basename(file)} cannot be opened: ${output.trim()}`);
}

/** An AppImage is a program, and behind it a file system. */
function squashOffset(file: string): number {
  const bytes = readFileSync(file);
  // The end of an ELF file's table of sections.
  return Number(bytes.readBigUInt64LE(40)) + bytes.readUInt16LE(58) * bytes.readUInt16LE(60);
}

function layoutOf(folder: string): Omit<Opened, 'bytes' | 'close'> {
  const system = existsSync(path.join(folder, 'usr/lib/vigil')) ? folder : null;
  const candidates = [folder, path.join(folder, 'usr/lib/vigil'), path.join(folder, 'Contents')];
  for (const name of readdirSync(folder))
    candidates.push(path.join(folder, name), path.join(folder, name, 'Contents'));
  for (const app of candidates) {
    if (existsSync(path.join(app, 'Resources/app.asar')))
      return {
        platform: 'darwin',
        app,
        executable: path.join(app, 'MacOS/Vigil'),
        archive: path.join(app, 'Resources/app.asar'),
        system: null,
      };
    const archive = path.join(app, 'resources/app.asar');
    if (!existsSync(archive)) continue;
    const isWindows = existsSync(path.join(app, 'Vigil.exe'));
    const executable = path.join(app, isWindows ? 'Vigil.exe' : 'vigil');
    return { platform: isWindows ? 'win32' : 'linux', app, executable, archive, system };
  }
  throw new Explained(`There is no Vigil in ${folder}`);
}
