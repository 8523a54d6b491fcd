import type { PeerView } from '../../state/contract';
import { isSeen, loudnessOf } from '../../state/seeing';
import type { Snapshot } from '../../state/snapshot';

/** What of the snapshot one tile shows. */
export function tileFacts(snapshot: Snapshot, { peerId, trust }: PeerView) {
  const { streams, speaking, machineLimit, seeing, meeting, weak } = snapshot;
  const loudness = loudnessOf(seeing, peerId);
  // Of two, the other one is large in any case.
  const isGroup = meeting.phase === 'inside' && meeting.peers.length > 1;
  return {
    stream: streams.get(peerId),
    isPaused: machineLimit.paused.has(peerId),
    isHeard: speaking.peers.has(peerId),
    volume: loudness.by === 'element' && trust !== 'changed' ? loudness.volume : null,
    silenced: meeting.phase === 'inside' && meeting.speakingUp.quiet.silenced.includes(peerId),
    weak: weak.has(peerId),
    muted: seeing.muted.has(peerId) || (loudness.by === 'element' && loudness.volume === 0),
    noPicture: seeing.unseen.has(peerId),
    isWanted: isSeen(seeing, peerId),
    isPinned: isGroup && seeing.pinned.includes(peerId),
    isGroup,
  };
}

/** Whether its picture may be shown; otherwise its name stands there. */
export function showsPicture(
  { camera, link, trust }: PeerView,
  { isPaused, isWanted }: Pick<ReturnType<typeof tileFacts>, 'isPaused' | 'isWanted'>,
): boolean {
  return camera && link !== 'opening' && trust !== 'changed' && !isPaused && isWanted;
}
