/** Whether the system itself asks which screen is shared. */

/** Darwin 24 is macOS 15, the first whose picker Electron can use. */
const DARWIN_WITH_PICKER = 24;

/** @param release of the system, as the operating system's own number. */
export function systemPicks(
  platform: NodeJS.Platform,
  release: string,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform === 'darwin') return Number.parseInt(release, 10) >= DARWIN_WITH_PICKER;
  if (platform !== 'linux') return false;
  // As Chromium decides it: then it asks the desktop's portal.
  const isWayland = (environment['XDG_SESSION_TYPE'] ?? '').startsWith('wayland');
  return isWayland && (environment['WAYLAND_DISPLAY'] ?? '') !== '';
}
