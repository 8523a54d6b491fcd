/** Whom the small window shows, and what of them: never more than their tile. */
import type { PeerView } from '../../state/contract';
import type { Snapshot } from '../../state/snapshot';
import { showsPicture, tileFacts } from '../meeting/tile-facts';
import { speakerOrder } from '../seeing/speaker-order';

export interface ShownPerson {
  peer: PeerView;
  /** Null: only their name. */
  picture: MediaStream | null;
}

/**
 * Whoever is pinned first, else the speaker, else whoever it was before. Null while nobody is here.
 * @param before peer id of whom it showed last
 */
export function shownPerson(snapshot: Snapshot, before: string | null, language: string): ShownPerson | null {
  const { meeting, seeing, speaking } = snapshot;
  if (meeting.phase !== 'inside') return null;
  const speaker = speaking.dominant ?? before;
  const [first] = speakerOrder(meeting.peers, seeing.pinned, speaker, [], language).large;
  const peer = meeting.peers.find(({ peerId }) => peerId === first);
  if (!peer) return null;
  const facts = tileFacts(snapshot, peer);
  return { peer, picture: showsPicture(peer, facts) ? (facts.stream ?? null) : null };
}
