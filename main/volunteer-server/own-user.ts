/** A volunteer's server runs as a user of its own, with the one right to open low ports. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

/** util-linux, which every Debian has. Everything else is gone for good, for children as well. */
export function asUser(user: string, group: string, program: string, args: readonly string[]): string[] {
  const only = '-all,+net_bind_service';
  return [
    ...['setpriv', `--reuid=${user}`, `--regid=${group}`, '--clear-groups', '--no-new-privs'],
    ...[`--inh-caps=${only}`, `--ambient-caps=${only}`, `--bounding-set=${only}`],
    ...['--', program, ...args],
  ];
}

/** Runs this program once more as that user, and resolves with how it ended. */
export async function runAs(user: string, args: readonly string[]): Promise<number> {
  const { stdout } = await promisify(execFile)('id', ['-g', user]);
  const [command = '', ...rest] = asUser(user, stdout.trim(), process.execPath, args);
  const child = spawn(command, rest, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
