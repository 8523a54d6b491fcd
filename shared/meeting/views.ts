/** What a meeting shows of itself: names and states, never keys. Times are Unix milliseconds. */
import type { WallTime } from '../clocks';
import type { Share } from '../wire/share';
import type { Acquaintance } from '../identity/contacts';
import type { EmojiId } from '../verification/emoji';
import type { CodeVerdict } from '../verification/code-text';
import type { EmojiFailure } from '../verification/emoji-check';
import type { BuildStanding } from '../release/build-standing';
import type { Reaction } from './messages/spoken-events';
import type { RecordingView } from './recording/recording-view';

export type { RecorderView, RecordingView } from './recording/recording-view';

/** How far comparing emoji with somebody has come. */
export type EmojiView =
  | { phase: 'idle' }
  /** The two computers are still talking. */
  | { phase: 'waiting' }
  /** emoji: EMOJI_COUNT of them. mine, theirs: who has said already that they are the same. */
  | { phase: 'comparing'; emoji: EmojiId[]; mine: boolean; theirs: boolean }
  | { phase: 'same' }
  | { phase: 'failed'; why: EmojiFailure };

/** What a scanned code says. not-a-code: some other code, or a damaged one. */
export type CodeVerdictView = CodeVerdict | { verdict: 'not-a-code' };

export interface SafetyNumberView {
  peerId: string;
  name: string;
  /** Twelve groups of five digits. */
  groups: string[];
}

export interface PeerView extends Acquaintance {
  peerId: string;
  name: string;
  /** opening: data channel or handshake under way. open: authenticated. interrupted: no path right now. */
  link: 'opening' | 'open' | 'interrupted';
  /** Messages get through, by the connection or because others pass them on. */
  reached: boolean;
  microphone: boolean;
  camera: boolean;
  /** The screen that they share; null: none. */
  share: Share | null;
  role: 'host' | 'co-host' | 'member';
  /** By this person, as the statements stand. */
  removable: boolean;
  emoji: EmojiView;
  /** What the other app says that it is, which proves nothing; null before it has said so. */
  runs: RunsView | null;
}

/** version: empty where what was said is none. build: 16 hex digits; empty for one that was not released. */
export interface RunsView {
  version: string;
  build: string;
  standing: BuildStanding;
}

/** Somebody here has news of a release that is none yet here. asked: it was asked for, and has not come. */
export interface ReleaseOfferView {
  peerId: string;
  name: string;
  version: string;
  asked: boolean;
}

export interface KnockView extends Pick<Acquaintance, 'trust' | 'contactName'> {
  knockId: string;
  name: string;
  since: WallTime;
  /** The link for one person by which it came; null: the one for all, or not known here. */
  byLink: string | null;
}

/** Where two lists of people differ: `peer` is whose list, `about` whom it concerns; empty for nobody we know. */
export interface ListAlarm {
  kind: 'missing-here' | 'missing-there' | 'other-name' | 'other-statements' | 'unexplained';
  peer: string;
  about: string;
}

/** What others ask of this person, who may do otherwise. */
export type Ask =
  /** The host asks everybody to end the meeting. */
  | { kind: 'end' }
  /** Somebody goes on in a new meeting and invites there. */
  | { kind: 'move'; from: string }
  /** The host offers the next meeting of a series. startsAt in Unix milliseconds; zone: in which it was planned. */
  | { kind: 'next'; from: string; title: string; startsAt: number; zone: string }
  /** More people were removed at once than usual: it counts here only if this person agrees. */
  | { kind: 'removals'; names: string[]; me: boolean };

/** locked: nobody new is let in. replaced: the link was replaced by another one. */
export type EndReason =
  | 'left'
  | 'denied'
  | 'full'
  | 'expired'
  | 'locked'
  | 'replaced'
  | 'no-path'
  | 'fingerprint-mismatch'
  | 'removed';

/** To whom the connections of this meeting show the own network address. */
export type AddressShownTo = 'everybody' | 'verified' | 'nobody';

export interface MeetingFacts {
  title: string;
  expiresAt: number;
  role: 'host' | 'guest';
}

/** A guest at the door. looking: no answer yet. asked: the host sees the knock. connecting: admitted. */
export interface KnockingView extends MeetingFacts {
  phase: 'knocking';
  /** As it stands in the knock. */
  name: string;
  step: 'looking' | 'asked' | 'connecting';
  /** What the host says to those who wait; empty for nothing. */
  note: string;
}

/** Who may write and who is heard. `by` is a name, empty for somebody who is not here. */
export interface QuietView {
  /** Nobody but host and co-hosts writes. */
  paused: { by: string } | null;
  /** This person may write. */
  mayWrite: boolean;
  /** Peer ids of those who are not heard here. */
  silenced: string[];
  /** Nobody hears this person. */
  mine: { by: string } | null;
  /** Somebody silenced all, also those who come. */
  everybody: boolean;
  /** Many were silenced at once: it counts here only if this person agrees. */
  asked: { names: string[]; me: boolean } | null;
}

/** Who is in the large place for everyone. `by` is a name, empty for somebody who is not here. */
export interface SpotlightView {
  /** Of the statement, so that the same person put there again is told apart. */
  id: string;
  peerId: string;
  name: string;
  mine: boolean;
  by: string;
}

/** Of oneself too. */
export interface HandView {
  peerId: string;
  name: string;
  mine: boolean;
}

export interface ReactionView extends HandView {
  /** Counts up, here only. */
  id: number;
  reaction: Reaction;
}

/** A person to whom or of whom something is. */
export interface ChatPersonView {
  peerId: string;
  name: string;
}

/** Not part of what is shown of a meeting at each change: asked for when there are others (`chatCount`). */
export interface ChatMessageView {
  id: string;
  from: ChatPersonView;
  mine: boolean;
  /** Null: to all. */
  to: ChatPersonView | null;
  text: string;
  at: WallTime;
  /** It stands before something that was shown earlier. */
  late: boolean;
}

/** What somebody who has seen so many messages lacks. */
export interface ChatNewsView {
  /** How many were ever added, up to the last of `fresh`: to be told with the next question. */
  seen: number;
  /** Of all that are kept, in order; the texts of those that are not in `fresh` are known, or come next. */
  order: string[];
  /** The first ones first, at most MAX_CHAT_NEWS. */
  fresh: ChatMessageView[];
}

/**
 * How a file stands. held-here, held-there: paused by this person, by the other. waiting: for a link. full, unwritable:
 * nothing can be written here. damaged: not what was offered, and deleted. changed: at its sender since it was offered.
 */
export type FileStateView =
  | 'offered'
  | 'running'
  | 'waiting'
  | 'held-here'
  | 'held-there'
  | 'full'
  | 'unwritable'
  | 'done'
  | 'damaged'
  | 'declined'
  | 'cancelled'
  | 'changed'
  | 'gone';

export interface FileReceiverView extends ChatPersonView {
  state: FileStateView;
  /** What it has, in bytes. */
  bytes: number;
}

/** A file that somebody offers. */
export interface FileView {
  /** 32 hex digits. */
  id: string;
  /** Safe to write. */
  name: string;
  /** Bytes. */
  size: number;
  mine: boolean;
  from: ChatPersonView;
  /** Null: to all. */
  to: ChatPersonView | null;
  at: WallTime;
  state: FileStateView;
  /** What has come, of what is to come: of all who accepted it, if it is this person's. */
  bytes: number;
  wanted: number;
  /** Bytes a second; null while it cannot be said. */
  speed: number | null;
  /** Of this person's own file. */
  receivers: FileReceiverView[];
}

export interface SpeakingUpView {
  /** The first one first; the same order for all. */
  hands: HandView[];
  /** Of the last ten seconds. */
  reactions: ReactionView[];
  /** Messages that ever came or went here. */
  chatCount: number;
  quiet: QuietView;
}

/** waitMs: until one more may be written. not-delivered: too much of what was said to that one is unheard. */
export type Written =
  | { ok: true }
  | { ok: false; why: 'empty' | 'too-long' | 'paused' | 'not-delivered' }
  | { ok: false; why: 'too-fast'; waitMs: number };

/** What everybody inside shows alike, however they came in. */
export interface SessionView {
  peers: PeerView[];
  /** For whoever keeps the door with the right to decide: those who knocked at any door. */
  knocks: KnockView[];
  /** What this person may sign. */
  rights: 'host' | 'co-host' | 'none';
  /** The meeting was made for anyone with the link. */
  open: boolean;
  /** On: a person decides about each newcomer. */
  lobby: boolean;
  /** On: nobody new comes in. */
  locked: boolean;
  /** Whether the host is inside. */
  hostIsHere: boolean;
  /** What everybody here can read to each other; null while alone. Twelve groups of five digits. */
  groupCode: string[] | null;
  asks: Ask[];
  /**
   * fingerprint-mismatch: a connection could not be proven to be its person's and was closed. host-contradiction: the
   * host signed two different things in one place; nothing more of it is obeyed.
   */
  alarm: 'none' | 'fingerprint-mismatch' | 'host-contradiction';
  /** Whether everybody sees the same people: lists that stay different, and those who cannot be asked. */
  lists: { alarms: ListAlarm[]; cannotCompare: string[] };
  /** Which of the own media keys is in use; null while nothing is sealed. */
  epoch: { generation: number; step: number } | null;
  speakingUp: SpeakingUpView;
  /** In the order in which they were offered. */
  files: FileView[];
  /** The newest that anybody here tells of. */
  releaseOffer: ReleaseOfferView | null;
  recording: RecordingView;
  /** Null while nobody is in it. */
  spotlight: SpotlightView | null;
}

export interface InsideView extends MeetingFacts, SessionView {
  phase: 'inside';
  startedAt: WallTime;
  self: { name: string; microphone: boolean; camera: boolean; addressShownTo: AddressShownTo };
}

export interface EndedView extends MeetingFacts {
  phase: 'ended';
  reason: EndReason;
  /** Sound and picture may have been sent before. */
  wasInside: boolean;
}

/** A meeting from the moment in which it is entered. */
export type EnteredView = KnockingView | InsideView | EndedView;
