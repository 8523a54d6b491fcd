/** Installs and removes packages on this computer, by apt. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../scripts/processes.mjs';

const LIMIT_MS = 10 * 60_000;
const NAME = 'vigil';

async function ask(program: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const env = { LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
  return run(program, args, { env, output: 'keep', timeoutMs: LIMIT_MS });
}

async function must(program: string, ...args: string[]): Promise<string> {
  const { code, output } = await ask(program, ...args);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}:\n${output}`);
  return output;
}

/** Null where it is not installed. */
export async function installedVersion(): Promise<string | null> {
  const { code, output } = await ask('dpkg-query', '-W', '-f=${db:Status-Abbrev}${Version}', NAME);
  return code === 0 && output.startsWith('ii ') ? output.slice(3).trim() : null;
}

/** With what it needs of the system. */
export const install = (file: string): Promise<string> =>
  must('apt-get', '-y', '-qq', '--no-install-recommends', 'install', file);

export const purge = (): Promise<string> => must('apt-get', '-y', '-qq', 'purge', NAME);

/** Every file and folder that the package has brought, and no other package has. */
export async function ownPaths(): Promise<string[]> {
  const all = (await must('dpkg-query', '-L', NAME)).trim().split('\n');
  const isFolder = (file: string): boolean => lstatSync(file).isDirectory();
  return all.filter(
    (file) => file.startsWith('/usr/lib/vigil') || file.includes('/doc/vigil') || !isFolder(file),
  );
}

/** What is still there of it. */
export function traces(paths: readonly string[]): string[] {
  const left = paths.filter((file) => lstatSync(file, { throwIfNoEntry: false }) !== undefined);
  for (const folder of [
    '/etc',
    '/var/lib/dpkg/info',
    '/usr/share/applications',
    '/usr/share/mime',
    '/usr/share/icons/hicolor',
  ])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (/(^|\/)(chat\.)?vigil([.-](?!test)|$)/.test(name)) left.push(path.join(folder, name));
  for (const table of ['/usr/share/applications/mimeinfo.cache', '/usr/share/mime/globs2'])
    if (
      lstatSync(table, { throwIfNoEntry: false }) !== undefined &&
      readFileSync(table, 'utf8').includes('vigil')
    )
      left.push(`a line in ${table}`);
  return left;
}
