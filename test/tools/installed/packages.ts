/** The packages of one version and of the next, made from what is built here. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createPackageWithOptions, extractAll, uncacheAll } from '@electron/asar';
import { unpackedFolder } from '../packages/app-folder';
import { artifactName, readConfig } from '../packages/config';
import { makeDeb } from '../packages/formats';
import { root } from '../scripts/paths.mjs';
import { runNode } from '../scripts/processes.mjs';

const LIMIT_MS = 5 * 60_000;

export interface Packages {
  readonly deb: string;
  readonly tarball: string;
  /** Of the next version. */
  readonly nextDeb: string;
  readonly nextVersion: string;
}

async function npmRunDist(args: readonly string[]): Promise<string> {
  const script = path.join(root, 'test/tools/scripts/dist.mjs');
  const { code, output } = await runNode([script, ...args], { output: 'keep', timeoutMs: LIMIT_MS });
  if (code !== 0) throw new Error(`npm run dist -- ${args.join(' ')} ended with ${String(code)}:\n${output}`);
  return output;
}

/** @param folder where all of it goes. */
export async function makePackages(folder: string): Promise<Packages> {
  const output = path.join(folder, 'first');
  await npmRunDist(['deb', 'tar.gz', '--quick', `--output=${output}`]);
  const config = readConfig();
  const nextVersion = config.version.replace(/\d+$/, (last) => String(Number(last) + 1));
  const next = { ...config, version: nextVersion };
  await setVersion(path.join(unpackedFolder(output), 'resources/app.asar'), nextVersion);
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'vigil-next-'));
  const second = path.join(folder, 'second');
  mkdirSync(second);
  try {
    const nextDeb = await makeDeb({
      config: next,
      unpacked: unpackedFolder(output),
      output: second,
      scratch,
      quick: true,
    });
    return {
      deb: path.join(output, artifactName(config, 'deb')),
      tarball: path.join(output, artifactName(config, 'tar.gz')),
      nextDeb,
      nextVersion,
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 20 });
  }
}

async function setVersion(archive: string, version: string): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-next-app-'));
  try {
    extractAll(archive, folder);
    const file = path.join(folder, 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...manifest, version }));
    rmSync(`${archive}.unpacked`, { recursive: true, maxRetries: 20 });
    await createPackageWithOptions(folder, archive, { unpack: '**/*.node' });
    uncacheAll();
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}

/** @returns what `npm run dist -- --check` says. Throws where something is wrong. */
export const checkPackages = ({ deb, tarball }: Packages): Promise<string> =>
  npmRunDist(['--check', deb, tarball]);
