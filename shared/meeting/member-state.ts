/** What is known of one other participant, how it ends, and what it tells whoever holds it. */
import type { MemberMessage } from './messages/member-messages';
import type { Introduction } from './messages/handshake-payloads';

export type MemberState =
  | { phase: 'arriving' }
  | {
      phase: 'open';
      introduction: Introduction;
      microphone: boolean;
      camera: boolean;
      /** With this it signs in this meeting, once it has said so. */
      perMeetingKey: Uint8Array | null;
    }
  | { phase: 'closed'; reason: MemberEnd };

/**
 * bye: they left. lost: the path is gone. absent: never came. foreign: the other end is not the person. stranger:
 * genuine, but not let in. left: I left.
 */
export type MemberEnd = 'bye' | 'lost' | 'absent' | 'foreign' | 'stranger' | 'left';

export interface MemberEvents {
  react: () => void;
  opened: () => void;
  ended: (reason: MemberEnd) => void;
  /** Messages that are not about this pair alone. */
  said: (message: MemberMessage) => void;
  /** Passes a frame on through somebody else, if somebody can. */
  forward: (frame: Uint8Array) => void;
  canForward: () => boolean;
  /** Another link has taken the place of one that was lost, with whatever was on its way there. */
  relinked: () => void;
  /** Media waits until this person has decided who it is. */
  isHeld: () => boolean;
  /** Both people have seen the same emoji. */
  sameEmoji: () => void;
  /** Somebody may sit between the two. */
  otherEmoji: () => void;
}

export interface MemberFacts {
  peerId: string;
  mayBeHere: (identity: Uint8Array) => boolean;
  /** The identity that knocked, at the door. */
  expected: Uint8Array | null;
  /** Name from the knock, until the member introduces itself. */
  knownName: string;
}
