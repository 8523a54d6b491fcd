/** The program that runs the app, and the user as whom it runs. */
import { chownSync } from 'node:fs';
import { createRequire } from 'node:module';
import { commandAs } from '../../tools/scripts/test-user.mjs';

/** Electron's own npm package says where it is, as to Playwright. It starts in a folder where the app is `.`. */
export function electronProgram(): string {
  return createRequire(import.meta.url)('electron') as string;
}

/** Not for root on the stand-in, nor on a system that grants none. */
export function hasSandbox(): boolean {
  return process.env['VIGIL_NO_SANDBOX'] !== '1';
}

export function sandboxSwitches(): string[] {
  return hasSandbox() ? [] : ['--no-sandbox'];
}

interface User {
  uid: number;
  gid: number;
}

/** Null where the app runs as the user who runs the tests. */
export function appUser(): User | null {
  const ids = /^(\d+):(\d+)$/.exec(process.env['VIGIL_APP_USER'] ?? '');
  return ids ? { uid: Number(ids[1]), gid: Number(ids[2]) } : null;
}

/** Lets the app write to a file or a folder that a test has made. */
export function giveToApp(path: string): void {
  const user = appUser();
  if (user) chownSync(path, user.uid, user.gid);
}

/** A command as the app's user would run it. */
export function asAppUser(command: readonly string[]): readonly string[] {
  const user = appUser();
  return user ? commandAs(user, [...command]) : command;
}
