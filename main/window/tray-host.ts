/** Whether this desktop shows symbols of programs that run on: GNOME without an extension shows none. */
import { execFile } from 'node:child_process';

const PATIENCE_MS = 5000;
/** By the name of the service that shows them (StatusNotifierItem of freedesktop.org). */
const QUESTION = [
  '--session',
  '--print-reply',
  '--dest=org.freedesktop.DBus',
  '/org/freedesktop/DBus',
  'org.freedesktop.DBus.NameHasOwner',
  'string:org.kde.StatusNotifierWatcher',
];

/** @param ask the session's message bus; rejects where there is none */
export async function hasTrayHost(
  platform: NodeJS.Platform = process.platform,
  ask: () => Promise<string> = askSessionBus,
): Promise<boolean> {
  if (platform === 'win32' || platform === 'darwin') return true;
  const answer = await ask().catch(() => '');
  return /^\s*boolean true\s*$/m.test(answer);
}

function askSessionBus(): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('dbus-send', QUESTION, { timeout: PATIENCE_MS }, (error, answer) => {
      if (error) reject(new Error('no session bus'));
      else resolve(answer);
    });
  });
}
