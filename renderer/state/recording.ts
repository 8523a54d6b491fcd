/** Who is in the own recording, and how. */
import type { Scene, SceneWords } from '../call/recording/scene';
import type { PeerView } from './contract';
import { isSeen, loudnessOf, type Layout } from './seeing';
import { sharersAmong, watchedAmong } from './sharing';
import type { Snapshot } from './snapshot';

export type { SceneWords };

export interface RecordingChoice {
  layout: Layout;
  words: SceneWords & { mine: string };
}

/** What this person has of their own to be recorded. */
export interface OwnTracks {
  picture: MediaStreamTrack | null;
  sound: MediaStreamTrack | null;
}

/** Of nobody whose app has not answered there is anything in it; the others as they are seen and heard here. */
export function sceneOf(
  snapshot: Snapshot,
  { layout, words }: RecordingChoice,
  own: OwnTracks,
): Scene | null {
  const { meeting, speaking, seeing, streams, screens } = snapshot;
  if (meeting.phase !== 'inside' || meeting.recording.mine.state !== 'running') return null;
  const included = new Set(meeting.recording.mine.included);
  const people = meeting.peers.map((peer) => {
    const isLeftOut = !included.has(peer.peerId) || peer.trust === 'changed';
    const stream = isLeftOut ? undefined : streams.get(peer.peerId);
    const loudness = loudnessOf(seeing, peer.peerId);
    return {
      ...{ id: peer.peerId, name: isLeftOut ? '' : peer.name, isLeftOut },
      picture: peer.camera && isSeen(seeing, peer.peerId) ? (stream?.getVideoTracks()[0] ?? null) : null,
      sound: stream?.getAudioTracks()[0] ?? null,
      gain: loudness.by === 'element' ? loudness.volume : loudness.gain,
    };
  });
  const isHeard = meeting.speakingUp.quiet.mine === null;
  const self = {
    ...{ id: 'self', name: words.mine, isLeftOut: false, gain: 1 },
    ...{ picture: own.picture, sound: isHeard ? own.sound : null },
  };
  const large = speaking.dominant;
  const first = layout === 'speaker' ? people.filter(({ id, isLeftOut }) => id === large && !isLeftOut) : [];
  const others = people.filter((person) => !first.includes(person));
  const watched = watchedAmong(sharersAmong(meeting.peers), seeing);
  const isIn = people.some(({ id, isLeftOut }) => id === watched?.peerId && !isLeftOut);
  const screen = watched && isIn ? screenOf(watched, screens) : null;
  return { layout, people: [...first, ...others, self], screen };
}

function screenOf({ peerId, name, share }: PeerView, screens: Snapshot['screens']): Scene['screen'] {
  const [picture] = screens.get(peerId)?.getVideoTracks() ?? [];
  return picture && share?.paused === false ? { id: `screen ${peerId}`, name, picture } : null;
}
