/** Choosing what to share, and whose shared screen is watched here. */
import type { PeerView, ScreenSource } from './contract';
import type { Seeing } from './seeing';

/** The dialog where it is chosen. */
export type SharePicker =
  | { state: 'looking' }
  /** hidesVigil: its own window is kept out of a screen. */
  | { state: 'list'; sources: readonly ScreenSource[]; hidesVigil: boolean }
  /** The system asks by itself. */
  | { state: 'system'; hidesVigil: boolean }
  | { state: 'failed' };

/** Those whose shared screen may be shown: of nobody who is held back, or on the way. */
export function sharersAmong(peers: readonly PeerView[]): PeerView[] {
  return peers.filter(
    ({ share, link, trust }) => share !== null && link !== 'opening' && trust !== 'changed',
  );
}

/**
 * Whose screen is shown. With sound only it is nobody's, unless this person asked for it.
 * @param sharers in the order in which they began. @returns null: the people are shown.
 */
export function watchedAmong(
  sharers: readonly PeerView[],
  { watched, soundOnly }: Pick<Seeing, 'watched' | 'soundOnly'>,
): PeerView | null {
  if (watched === 'people') return null;
  if (watched !== 'first') {
    const chosen = sharers.find(({ peerId }) => peerId === watched.peerId);
    if (chosen) return chosen;
  }
  return soundOnly ? null : (sharers[0] ?? null);
}
