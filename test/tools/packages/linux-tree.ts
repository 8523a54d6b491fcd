/** Where everything lies once Vigil is installed on Linux, by deb or rpm. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../scripts/paths.mjs';
import { epoch, type PackageConfig } from './config';
import { desktopEntry } from './desktop-entry';

const packaging = path.join(root, 'main/packaging/linux');
const icons = path.join(root, 'main/icons');

/** Of Chromium's helper: where a system denies namespaces to programs, it makes the sandbox, and must belong to root. */
export const HELPER_MODE = 0o4755;
export const HELPER = 'usr/lib/vigil/chrome-sandbox';

/**
 * @param unpacked the app as electron-builder lays it out.
 * @param tree an empty folder, which stands for `/`.
 */
export function layOutTree(config: PackageConfig, unpacked: string, tree: string): void {
  const { appId, name, linux } = config;
  const put = (file: string, contents: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), contents);
  };
  const copy = (from: string, to: string): void => {
    put(to, readFileSync(from));
  };
  copyApp(unpacked, path.join(tree, 'usr/lib', name));
  mkdirSync(path.join(tree, 'usr/bin'), { recursive: true });
  symlinkSync(`../lib/${name}/${linux.executableName}`, path.join(tree, 'usr/bin', linux.executableName));
  put(`usr/share/applications/${appId}.desktop`, desktopEntry(config, linux.executableName));
  copy(path.join(packaging, `${appId}.metainfo.xml`), `usr/share/metainfo/${appId}.metainfo.xml`);
  copy(path.join(packaging, `${appId}.xml`), `usr/share/mime/packages/${appId}.xml`);
  for (const file of readdirSync(path.join(icons, 'sizes')))
    copy(
      path.join(icons, 'sizes', file),
      `usr/share/icons/hicolor/${path.basename(file, '.png')}/apps/${appId}.png`,
    );
  copy(path.join(icons, 'icon.svg'), `usr/share/icons/hicolor/scalable/apps/${appId}.svg`);
  copy(path.join(packaging, 'copyright'), `usr/share/doc/${name}/copyright`);
  const manual = readFileSync(path.join(packaging, 'vigil.1'));
  put('usr/share/man/man1/vigil.1.gz', gzipSync(manual, { level: 9 }));
  settle(tree);
  chmodSync(path.join(tree, HELPER), HELPER_MODE);
}

/** Chromium's licences stay, packed, where a system looks for them. */
function copyApp(unpacked: string, to: string): void {
  cpSync(unpacked, to, { recursive: true });
  const licences = path.join(to, '../../share/doc/vigil');
  mkdirSync(licences, { recursive: true });
  const packed = gzipSync(readFileSync(path.join(to, 'LICENSES.chromium.html')), { level: 9 });
  writeFileSync(path.join(licences, 'LICENSES.chromium.html.gz'), packed);
  for (const name of ['LICENSES.chromium.html', 'LICENSE.electron.txt']) rmSync(path.join(to, name));
}

/** Gives every file and folder one time, and the modes that installed files have: nobody but root writes. */
export function settle(tree: string): void {
  const entries = readdirSync(tree, { recursive: true, withFileTypes: true });
  for (const entry of [...entries].reverse()) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory() || (entry.isFile() && isProgram(file))) chmodSync(file, 0o755);
    else if (entry.isFile()) chmodSync(file, 0o644);
    lutimesSync(file, epoch(), epoch());
  }
  chmodSync(tree, 0o755);
  lutimesSync(tree, epoch(), epoch());
}

const programs = ['vigil', 'chrome-sandbox', 'chrome_crashpad_handler'];
/** In the folder of the app, which Chromium's tables tell. */
const isProgram = (file: string): boolean =>
  programs.includes(path.basename(file)) && existsSync(path.join(path.dirname(file), 'icudtl.dat'));
