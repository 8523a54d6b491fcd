/** A meeting as the window sees it: what the core shows of it, with what only main knows. */
import type { EndedView, InsideView, KnockingView, MeetingFacts } from '../meeting/views';
import type { HandAnswerView, HandInvitationView } from './by-hand';

export type { Share } from '../wire/share';
export type { Trust, VerifiedBy } from '../identity/contacts';
export type {
  AddressShownTo,
  Ask,
  ChatMessageView,
  ChatNewsView,
  ChatPersonView,
  CodeVerdictView,
  EmojiView,
  EndReason,
  FileReceiverView,
  FileStateView,
  FileView,
  HandView,
  KnockView,
  ListAlarm,
  PeerView,
  QuietView,
  ReactionView,
  RecorderView,
  RecordingView,
  SafetyNumberView,
  SpeakingUpView,
  SpotlightView,
  Written,
} from '../meeting/views';

/** Before entering: nothing has left this computer. */
interface PreviewView extends MeetingFacts {
  phase: 'preview';
  /** A meeting of one's own, made before. */
  again: boolean;
  /** An answer with this computer's address is made for whoever invited, as soon as the person asks. */
  byHand: boolean;
}

interface ByHandInside {
  /** Whether this person keeps the door: others cannot let anybody in. */
  mayInvite: boolean;
  /** The newest last. */
  invitations: HandInvitationView[];
}

export type MeetingView =
  /** rejoin: this person left a meeting that may go on, and can ask to join once more. */
  | { phase: 'none'; rejoin?: { expiresAt: number } }
  | PreviewView
  | (KnockingView & { byHand: HandAnswerView })
  | (InsideView & { byHand: ByHandInside })
  /** askAgain: the same link can be tried once more. */
  | (EndedView & { askAgain?: boolean });
