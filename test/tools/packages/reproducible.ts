/**
 * `npm run dist -- --reproducible`: two clean builds of the same sources, in two folders, must give the same archive, tar.gz
 * and deb. Prints their digests; exit code 1 where two differ. Less compressed than what is released.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unpackedFolder } from './app-folder';
import { artifactName, epoch, readConfig } from './config';
import { givenElectron } from '../scripts/given-electron.mjs';
import { root } from '../scripts/paths.mjs';
import { atExit, run } from '../scripts/processes.mjs';
import { Explained, runTool, say } from '../scripts/say.mjs';

const LIMIT_MS = 20 * 60_000;
const KINDS = ['tar.gz', 'deb'];

async function must(program: string, args: string[], cwd = root): Promise<string> {
  const env = {
    SOURCE_DATE_EPOCH: String(epoch()),
    INIT_CWD: cwd,
    VIGIL_ELECTRON: givenElectron()?.folder,
  };
  const { code, output } = await run(program, args, { cwd, env, output: 'keep', timeoutMs: LIMIT_MS });
  if (code !== 0) throw new Explained(`${program} ${args.join(' ')} failed:\n${output}`);
  return output;
}

/** What git would check out, with what is not committed yet. */
async function sources(): Promise<string[]> {
  const list = await must('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  return list.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
}

/** @param folder does not exist yet. @returns the digests of what was made, by name. */
async function build(folder: string, files: readonly string[]): Promise<Map<string, string>> {
  for (const file of files) cpSync(path.join(root, file), path.join(folder, file));
  // Nothing changes them: links are enough where both are on one disk.
  const copy = ['node_modules', path.join(folder, 'node_modules')];
  await must('cp', ['-al', ...copy]).catch(() => must('cp', ['-a', ...copy]));
  rmSync(path.join(folder, 'node_modules/.cache'), { recursive: true, force: true });
  await must(process.execPath, ['test/tools/scripts/dist.mjs', ...KINDS, '--quick'], folder);
  const dist = path.join(folder, 'dist');
  const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
  const made = KINDS.map((kind) => path.join(dist, artifactName(readConfig(), kind)));
  const archive = path.join(unpackedFolder(dist), 'resources/app.asar');
  return new Map([archive, ...made].map((file) => [path.basename(file), digest(file)]));
}

await runTool(async () => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'vigil-twice-'));
  atExit(() => {
    rmSync(place, { recursive: true, force: true, maxRetries: 20 });
  });
  const files = await sources();
  const first = await build(path.join(place, 'one'), files);
  // Another length, another depth.
  const second = await build(path.join(place, 'deeper/the other'), files);
  let isSame = true;
  for (const [name, digest] of first) {
    const other = second.get(name) ?? 'nothing';
    process.stdout.write(digest === other ? `✓ ${digest} ${name}\n` : `✗ ${digest} and ${other} ${name}\n`);
    isSame &&= digest === other;
  }
  say(isSame ? 'Both builds gave the same bytes.' : 'The builds differ.');
  return isSame ? 0 : 1;
});
