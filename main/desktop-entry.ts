/** On Linux an app that no package has installed (an AppImage, an unpacked archive) tells the desktop of itself. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** As in package.json, by which Electron asks the desktop for clicks on links. */
export const ENTRY_NAME = 'chat.vigil.app.desktop';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  /** What runs, as an absolute path. */
  readonly program: string;
}

/**
 * Whether the desktop knows Vigil's entry: without one, a click on a link leads nowhere, whatever the system says. An entry
 * that a package has installed is left alone; one that was made here follows the program to where it lies now.
 */
export function ensureDesktopEntry({ platform, env, home, program }: Surroundings): boolean {
  if (platform !== 'linux') return true;
  const shared = (env['XDG_DATA_DIRS'] ?? '/usr/local/share:/usr/share').split(':');
  const isThere = (folder: string): boolean => existsSync(path.join(folder, 'applications', ENTRY_NAME));
  if (shared.filter((folder) => path.isAbsolute(folder)).some(isThere)) return true;
  const own = env['XDG_DATA_HOME'] ?? '';
  const folder = path.join(path.isAbsolute(own) ? own : path.join(home, '.local/share'), 'applications');
  const text = entryFor(env['APPIMAGE'] ?? program);
  if (text === null) return false;
  try {
    const file = path.join(folder, ENTRY_NAME);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return true;
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
    return true;
  } catch {
    return false;
  }
}

/** Null for a path that an entry cannot say. */
function entryFor(program: string): string | null {
  if (/[\n\r]/.test(program)) return null;
  // Of an argument, then of the text that holds it; a percent sign is doubled.
  const quoted = program
    .replaceAll(/["`$\\]/g, String.raw`\$&`)
    .replaceAll('%', '%%')
    .replaceAll('\\', '\\\\');
  return `[Desktop Entry]
Type=Application
Name=Vigil
Exec="${quoted}" %U
Terminal=false
Categories=Network;VideoConference;
StartupWMClass=chat.vigil.app
MimeType=application/x-vigil-invite;x-scheme-handler/vigil;
`;
}
