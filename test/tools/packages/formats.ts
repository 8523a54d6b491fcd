/** The packages for Linux, each by the tool that its systems have; the same tree makes the same bytes. */
import { chmodSync, cpSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { onPath } from '../scripts/chromium.mjs';
import { run } from '../scripts/processes.mjs';
import { Explained } from '../scripts/say.mjs';
import { artifactName, epoch, type PackageConfig } from './config';
import { changelog, controlFile, lintianOverrides, specFile } from './control-files';
import { HELPER, HELPER_MODE, layOutTree, settle } from './linux-tree';

export interface Making {
  readonly config: PackageConfig;
  /** The app as electron-builder lays it out. */
  readonly unpacked: string;
  /** Where the package goes. */
  readonly output: string;
  /** For what is in the making; empty, and goes with whoever made it. */
  readonly scratch: string;
  /** Less compression: for tests. */
  readonly quick: boolean;
}

const LIMIT_MS = 20 * 60_000;

async function tool(name: string, args: string[], env: NodeJS.ProcessEnv = {}, cwd?: string): Promise<void> {
  if (onPath([name]) === undefined) throw new Explained(`${name} is missing`);
  const { code, output } = await run(name, args, {
    env: { LC_ALL: 'C', SOURCE_DATE_EPOCH: String(epoch()), ...env },
    output: 'keep',
    timeoutMs: LIMIT_MS,
    ...(cwd === undefined ? {} : { cwd }),
  });
  if (code !== 0) throw new Explained(`${name} failed:\n${output.trim()}`);
}

/** The app in a folder of its own, to be unpacked anywhere. */
export async function makeTarball(making: Making): Promise<string> {
  const { config, unpacked, output, scratch, quick } = making;
  const name = artifactName(config, 'tar.gz');
  const folder = path.basename(name, '.tar.gz');
  cpSync(unpacked, path.join(scratch, folder), { recursive: true });
  settle(path.join(scratch, folder));
  const file = path.join(output, name);
  const owner = ['--owner=0', '--group=0', '--numeric-owner', '--sort=name', '--format=gnu'];
  await tool(
    'tar',
    [...owner, `--use-compress-program=gzip -n -${quick ? '1' : '9'}`, '-cf', file, folder],
    {},
    scratch,
  );
  return file;
}

export async function makeDeb(making: Making): Promise<string> {
  const { config, unpacked, output, scratch, quick } = making;
  const tree = path.join(scratch, 'tree');
  layOutTree(config, unpacked, tree);
  const put = (file: string, text: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  };
  put('usr/share/lintian/overrides/vigil', lintianOverrides);
  put('usr/share/doc/vigil/changelog.gz', gzipSync(changelog(config), { level: 9 }));
  put('DEBIAN/control', controlFile(config, tree));
  settle(tree);
  chmodSync(path.join(tree, HELPER), HELPER_MODE);
  utimesSync(path.join(tree, HELPER), epoch(), epoch());
  const file = path.join(output, artifactName(config, 'deb'));
  const packing = quick ? ['-Zgzip', '-z1'] : ['-Zxz'];
  await tool('dpkg-deb', ['--root-owner-group', ...packing, '--build', tree, file]);
  return file;
}

export async function makeRpm(making: Making): Promise<string> {
  const { config, unpacked, output, scratch, quick } = making;
  const tree = path.join(scratch, 'tree');
  layOutTree(config, unpacked, tree);
  const spec = path.join(scratch, 'vigil.spec');
  writeFileSync(spec, specFile(config, quick));
  const settings = {
    _topdir: path.join(scratch, 'rpmbuild'),
    _rpmdir: path.join(scratch, 'made'),
    _buildhost: 'localhost',
    vigil_tree: tree,
  };
  const defined = Object.entries(settings).flatMap(([name, value]) => ['--define', `${name} ${value}`]);
  await tool('rpmbuild', ['-bb', '--target', rpmArch, ...defined, spec]);
  const file = path.join(output, artifactName(config, 'rpm'));
  const made = `vigil-${config.version}-1.${rpmArch}.rpm`;
  rmSync(file, { force: true });
  cpSync(path.join(scratch, 'made', rpmArch, made), file);
  return file;
}

const rpmArch = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
