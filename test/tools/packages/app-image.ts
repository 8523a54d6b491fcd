/** The AppImage: one file that runs anywhere, if its runtime is there, a small program that nobody here can make. */
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onPath } from '../scripts/chromium.mjs';
import { root } from '../scripts/paths.mjs';
import { run } from '../scripts/processes.mjs';
import { Explained } from '../scripts/say.mjs';
import { artifactName, epoch } from './config';
import { desktopEntry } from './desktop-entry';
import type { Making } from './formats';
import { settle } from './linux-tree';

const LIMIT_MS = 20 * 60_000;

/** Where chromium finds no namespaces there is no sandbox, and Vigil does not start: it cannot have a helper of root's. */
const START = `#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/usr/lib/vigil/vigil" "$@"
`;

export async function makeAppImage({ config, unpacked, output, scratch, quick }: Making): Promise<string> {
  const runtime = process.env['VIGIL_APPIMAGE_RUNTIME'] ?? '';
  const named = `runtime-${process.arch === 'arm64' ? 'aarch64' : 'x86_64'} of the AppImage project (type2-runtime)`;
  if (runtime === '') throw new Explained(`VIGIL_APPIMAGE_RUNTIME does not name the file ${named}`);
  if (onPath(['mksquashfs']) === undefined) throw new Explained('mksquashfs is missing');
  const { appId, name } = config;
  const folder = path.join(scratch, 'AppDir');
  mkdirSync(path.join(folder, 'usr/lib'), { recursive: true });
  cpSync(unpacked, path.join(folder, 'usr/lib', name), { recursive: true });
  writeFileSync(path.join(folder, `${appId}.desktop`), desktopEntry(config, 'AppRun'));
  cpSync(path.join(root, 'main/icons/sizes/256x256.png'), path.join(folder, `${appId}.png`));
  symlinkSync(`${appId}.png`, path.join(folder, '.DirIcon'));
  mkdirSync(path.join(folder, 'usr/share/metainfo'), { recursive: true });
  // By the name that AppImages have for it.
  cpSync(
    path.join(root, `main/packaging/linux/${appId}.metainfo.xml`),
    path.join(folder, `usr/share/metainfo/${appId}.appdata.xml`),
  );
  writeFileSync(path.join(folder, 'AppRun'), START);
  settle(folder);
  chmodSync(path.join(folder, 'AppRun'), 0o755);
  const image = path.join(scratch, 'image.squashfs');
  const options = ['-all-root', '-noappend', '-no-xattrs', '-quiet', '-no-progress', '-comp', 'gzip'];
  const times = ['-mkfs-time', String(epoch()), '-all-time', String(epoch())];
  const level = quick ? ['-Xcompression-level', '1'] : [];
  const { code, output: words } = await run('mksquashfs', [folder, image, ...options, ...times, ...level], {
    env: { SOURCE_DATE_EPOCH: undefined },
    output: 'keep',
    timeoutMs: LIMIT_MS,
  });
  if (code !== 0) throw new Explained(`mksquashfs failed:\n${words.trim()}`);
  const file = path.join(output, artifactName(config, 'AppImage'));
  writeFileSync(file, Buffer.concat([readFileSync(runtime), readFileSync(image)]));
  chmodSync(file, 0o755);
  return file;
}
