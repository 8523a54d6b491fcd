/** A package for Linux as `npm run dist -- --check` wants it, but small: no Electron is in it. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { fuseWire } from '../../tools/electron-stand-in/fuse-wire.mjs';
import { readConfig } from '../../tools/packages/config';
import { layOutTree } from '../../tools/packages/linux-tree';
import { root } from '../../tools/scripts/paths.mjs';

const target = `${process.platform}-${process.arch}`;
const natives = ['sodium-native', 'udx-native'].map(
  (name) => `node_modules/${name}/prebuilds/${target}/${name}.node`,
);

/** The head of a program for this processor. */
const program = (): Buffer => readFileSync(process.execPath).subarray(0, 4096);

function put(file: string, contents: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, contents);
}

export interface SmallPackage {
  /** What stands for `/`. */
  readonly folder: string;
  readonly app: string;
  readonly executable: string;
  /** Packs the archive again, with these files beside or instead of its own. */
  readonly repack: (files: Record<string, string | Uint8Array>) => Promise<void>;
  readonly remove: () => void;
}

export async function smallPackage(): Promise<SmallPackage> {
  const place = mkdtempSync(path.join(os.tmpdir(), 'vigil-small-'));
  const unpacked = path.join(place, 'unpacked');
  const others = ['version', 'locales/en-US.pak', 'resources/third-party.txt'];
  for (const name of ['chrome-sandbox', 'icudtl.dat', 'resources.pak', ...others])
    put(path.join(unpacked, name), name);
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) put(path.join(unpacked, name), name);
  put(path.join(unpacked, 'vigil'), Buffer.concat([program(), fuseWire()]));
  chmodSync(path.join(unpacked, 'vigil'), 0o755);
  await setFuses(path.join(unpacked, 'vigil'));
  await pack(path.join(unpacked, 'resources/app.asar'), {});
  const folder = path.join(place, 'tree');
  mkdirSync(folder);
  layOutTree(readConfig(), unpacked, folder);
  const app = path.join(folder, 'usr/lib/vigil');
  return {
    folder,
    app,
    executable: path.join(app, 'vigil'),
    repack: (files) => pack(path.join(app, 'resources/app.asar'), files),
    remove: () => {
      rmSync(place, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

async function setFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
}

async function pack(archive: string, files: Record<string, string | Uint8Array>): Promise<void> {
  const source = mkdtempSync(path.join(os.tmpdir(), 'vigil-small-app-'));
  try {
    for (const name of [
      'package.json',
      'out/main/index.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
    ])
      put(path.join(source, name), name);
    for (const name of natives)
      if (existsSync(path.join(root, name))) {
        mkdirSync(path.dirname(path.join(source, name)), { recursive: true });
        cpSync(path.join(root, name), path.join(source, name));
      }
    for (const [name, contents] of Object.entries(files)) put(path.join(source, name), contents);
    rmSync(`${archive}.unpacked`, { recursive: true, force: true, maxRetries: 20 });
    mkdirSync(path.dirname(archive), { recursive: true });
    await createPackageWithOptions(source, archive, { unpack: '**/*.node' });
  } finally {
    rmSync(source, { recursive: true, force: true, maxRetries: 20 });
  }
}
