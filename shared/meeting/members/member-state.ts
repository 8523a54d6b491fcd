/** How far it has come with one other participant, and how it ended. */
import type { SaidRecording } from '../../wire/recording';
import type { Share } from '../../wire/share';
import type { Introduction } from '../messages/handshake-payloads';

export type MemberState =
  | { phase: 'arriving' }
  | {
      phase: 'open';
      introduction: Introduction;
      microphone: boolean;
      camera: boolean;
      share: Share | null;
      /** What it says of its own recording. */
      recording: SaidRecording | null;
      /** With this it signs in this meeting, once it has said so. */
      perMeetingKey: Uint8Array | null;
    }
  | { phase: 'closed'; reason: MemberEnd };

/**
 * bye: they left. lost: the path is gone. absent: never came. foreign: the other end is not the person. stranger:
 * genuine, but not let in. left: I left.
 */
export type MemberEnd = 'bye' | 'lost' | 'absent' | 'foreign' | 'stranger' | 'left';

/** Of the handshake: back by the member that brought it. Of the channel: whether it mends the pair's connection. */
export type ForwardWay = { via: string } | { mends: boolean };
