/** Whether the system starts Vigil when the person logs in. The system keeps it, since it must know before the vault is open. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { VigilError } from '../../shared/errors';

/** Null where it is not offered: a checkout, and a profile beside the usual one, have no program of their own. */
export function startsAtLogin(profile: string | null): boolean | null {
  if (!app.isPackaged || profile !== null) return null;
  if (process.platform !== 'linux') return app.getLoginItemSettings().openAtLogin;
  try {
    return readFileSync(autostartFile(), 'utf8') === autostartEntry(program());
  } catch {
    return false;
  }
}

/** Throws VigilError not-allowed where it is not offered, internal where the system refuses. */
export function setStartAtLogin(profile: string | null, on: boolean): void {
  if (startsAtLogin(profile) === null) throw new VigilError('not-allowed');
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: on });
    return;
  }
  const file = autostartFile();
  try {
    if (on) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, autostartEntry(program()));
    } else rmSync(file, { force: true });
  } catch {
    throw new VigilError('internal');
  }
}

/** As desktops read it at login (Desktop Application Autostart Specification). */
export function autostartEntry(executable: string): string {
  // The string is read twice: as a value of the file, then as an argument in quotes.
  const argument = executable
    .replace(/["`$\\]/g, '\\$&')
    .replace(/\\/g, '\\\\')
    .replace(/%/g, '%%');
  return ['[Desktop Entry]', 'Type=Application', 'Name=Vigil', `Exec="${argument}"`, ''].join('\n');
}

function autostartFile(): string {
  return path.join(app.getPath('appData'), 'autostart', 'vigil.desktop');
}

/** An AppImage runs from a place that is another one at each start. */
function program(): string {
  return process.env['APPIMAGE'] ?? process.execPath;
}
