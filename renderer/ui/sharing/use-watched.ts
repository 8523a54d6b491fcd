import { useState } from 'react';
import type { PeerView } from '../../state/contract';
import { sharersAmong, watchedAmong } from '../../state/sharing';
import { useSelected } from '../context';

/** Whose screens are shared, in the order in which they began here, and which of them is shown. */
export function useWatched(peers: readonly PeerView[]): { sharers: PeerView[]; watched: PeerView | null } {
  const { watched, soundOnly } = useSelected(({ seeing }) => ({
    watched: seeing.watched,
    soundOnly: seeing.soundOnly,
  }));
  const now = sharersAmong(peers);
  const [order, setOrder] = useState<readonly string[]>([]);
  const here = now.map(({ peerId }) => peerId);
  const next = [...order.filter((id) => here.includes(id)), ...here.filter((id) => !order.includes(id))];
  if (next.join() !== order.join()) setOrder(next);
  const sharers = next.flatMap((id) => now.find(({ peerId }) => peerId === id) ?? []);
  return { sharers, watched: watchedAmong(sharers, { watched, soundOnly }) };
}
