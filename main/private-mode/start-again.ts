/** Starts the app once more: after a change of private mode, and without the link that stands in the process list. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { app } from 'electron';
import { MAX_PASTED_LENGTH } from '../../shared/invite/pasted-length';
import { findLink } from '../deep-links';
import { findInviteFile } from '../invite-file';
import type { Choice } from './choice';

/** Says to a start that its link comes by standard input. */
const BY_STDIN = '--link-by-stdin';

const program = (): string => process.env['APPIMAGE'] ?? process.execPath;

/** The arguments of this run but for a link, or a file that holds one. */
function argumentsWithoutLink(argv: readonly string[]): string[] {
  const isInvite = (argument: string): boolean =>
    findLink([argument]) !== null || findInviteFile([argument], '.') !== null;
  return argv.slice(1).filter((argument) => argument !== BY_STDIN && !isInvite(argument));
}

export function startAgain(): void {
  app.relaunch({ execPath: program(), args: argumentsWithoutLink(process.argv) });
  app.quit();
}

/**
 * In private mode a link that came as an argument goes on by a pipe, to a start that shows none. True: this start has
 * done its part. Must run before the app is ready.
 */
export function handOverLink(choice: Choice): boolean {
  const link = findLink(process.argv);
  if (choice.state === 'off' || link === null) return false;
  app.releaseSingleInstanceLock();
  const successor = spawn(program(), [...argumentsWithoutLink(process.argv), BY_STDIN], {
    detached: true,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  successor.once('error', () => {
    app.exit(1);
  });
  successor.stdin.once('error', () => {
    app.exit(1);
  });
  successor.stdin.end(link, () => {
    app.exit(0);
  });
  return true;
}

/** The link that the start before handed over; null if none did. */
export function linkFromPredecessor(): string | null {
  if (!process.argv.includes(BY_STDIN)) return null;
  try {
    const text = readFileSync(0, 'utf8');
    return text.length <= MAX_PASTED_LENGTH ? findLink([text]) : null;
  } catch {
    return null;
  }
}
