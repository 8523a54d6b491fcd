/** Whether the system's firewall is going to ask about Vigil, so that its question is no surprise. */
import type { Settings } from '../shared/ipc';

/**
 * Windows asks as soon as a program first listens: at the first meeting, and never in private mode, where nothing
 * listens.
 */
export function firewallAsks(
  platform: NodeJS.Platform,
  { firewallExplained }: Pick<Settings, 'firewallExplained'>,
  isPrivate: boolean,
): boolean {
  return platform === 'win32' && !firewallExplained && !isPrivate;
}
