/** What the door does with newcomers, and who can open it: one reading for every screen. */
import type { InsidePhase } from './phases';

export type Door = 'locked' | 'open' | 'asks';

export function doorOf({ locked, lobby }: Pick<InsidePhase, 'locked' | 'lobby'>): Door {
  if (locked) return 'locked';
  return lobby ? 'asks' : 'open';
}

/** Who can let people in once the host is gone. */
export function doorWithoutHost(meeting: InsidePhase): 'open' | 'coHosts' | 'nobody' {
  if (doorOf(meeting) === 'open') return 'open';
  const hasCoHost = meeting.rights === 'co-host' || meeting.peers.some((peer) => peer.role === 'co-host');
  return hasCoHost ? 'coHosts' : 'nobody';
}

/** The host is away, or its key has been used twice: the others may go on by themselves. */
export function mayContinueElsewhere(meeting: InsidePhase): boolean {
  return meeting.peers.length > 0 && (!meeting.hostIsHere || meeting.alarm === 'host-contradiction');
}
