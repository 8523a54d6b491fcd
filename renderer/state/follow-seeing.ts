/** Carries out how this person wants to see and hear the others, whenever that or what there is of them changes. */
import type { Adaptive } from '../call/adaptive/adaptive';
import type { Amplified, Amplifier } from '../call/playback/amplifier';
import { isSeen, loudnessOf, type Seeing } from './seeing';
import type { Snapshot } from './snapshot';
import { speakerInUse } from './speaker';
import type { Store } from './store';

export function followSeeing(
  store: Store,
  adaptive: Pick<Adaptive, 'want'>,
  amplifier: Pick<Amplifier, 'play'>,
): void {
  let before = store.get();
  store.subscribe(() => {
    const now = store.get();
    if (wantsDiffer(before.seeing, now.seeing)) adaptive.want((peerId) => isSeen(now.seeing, peerId));
    if (soundDiffers(before, now)) amplifier.play(amplified(now), speakerInUse(now) ?? '');
    before = now;
  });
}

/** Not at each move of a slider: whose pictures stay on a computer at its limit is chosen anew with it. */
function wantsDiffer(before: Seeing, now: Seeing): boolean {
  return now.unseen !== before.unseen || now.soundOnly !== before.soundOnly;
}

function soundDiffers(before: Snapshot, now: Snapshot): boolean {
  return (
    now.seeing !== before.seeing ||
    now.streams !== before.streams ||
    now.meeting !== before.meeting ||
    speakerInUse(now) !== speakerInUse(before)
  );
}

/** Of nobody who is held back, or gone, is anything played. */
function amplified({ meeting, streams, seeing }: Snapshot): Map<string, Amplified> {
  const sounds = new Map<string, Amplified>();
  if (meeting.phase !== 'inside') return sounds;
  for (const { peerId, trust } of meeting.peers) {
    const loudness = loudnessOf(seeing, peerId);
    const [track] = streams.get(peerId)?.getAudioTracks() ?? [];
    if (trust === 'changed' || loudness.by === 'element' || !track) continue;
    sounds.set(peerId, { track, gain: loudness.gain });
  }
  return sounds;
}
