/** What can be said about who hears this: one reading for every screen. */
import type { InsidePhase } from '../phases';

export type Privacy =
  | { state: 'closed' | 'contradiction' | 'alone' | 'opening' }
  /** The lists of people agree, and everybody in them was compared. */
  | { state: 'only-these' }
  | { state: 'all-verified' }
  | { state: 'not-verified'; count: number };

export function privacyOf({ alarm, peers, lists }: InsidePhase): Privacy {
  if (alarm === 'fingerprint-mismatch') return { state: 'closed' };
  if (alarm === 'host-contradiction') return { state: 'contradiction' };
  if (peers.length === 0) return { state: 'alone' };
  if (peers.every((peer) => peer.link === 'opening')) return { state: 'opening' };
  const count = peers.filter((peer) => peer.link === 'opening' || peer.trust !== 'verified').length;
  if (count > 0) return { state: 'not-verified', count };
  const listsAgree = lists.alarms.length === 0 && lists.cannotCompare.length === 0;
  return { state: listsAgree ? 'only-these' : 'all-verified' };
}
