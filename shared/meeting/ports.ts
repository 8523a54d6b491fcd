/** What a meeting needs from the world, as small functions: main gives the real ones, tests give simulated ones. */
import type { Clocks } from '../clocks';
import type { Acquaintance, VerifiedBy } from '../identity/contacts';
import type { Room } from '../invite/key-schedule';
import type { FrameCommand } from '../media/frame-messages';
import type { Generations } from '../media/sender-keys';
import type { BuildStanding } from '../release/build-standing';
import type { ReleaseNews, ReleaseRefusal } from '../release/judge';
import type { Version } from '../release/version';
import type { EnvelopeKind } from '../wire/envelope';
import type { CompactDescription, MediaDescription } from '../wire/description';
import type { Message } from '../wire/reassembly';
import type { ViewHeight } from '../wire/view-height';

/** Why something from the network was dropped without a word. Counted, never shown. */
export type Drop =
  | 'hello-malformed'
  | 'hello-stale'
  | 'hello-repeated'
  | 'hello-flood'
  | 'answer-not-genuine'
  | 'answer-wrong-door'
  | 'knock-not-genuine'
  | 'knock-wrong-identity'
  | 'knock-flood'
  | 'channel-not-genuine'
  | 'channel-malformed'
  | 'channel-unknown-kind'
  | 'member-not-genuine'
  | 'member-wrong-identity'
  | 'member-wrong-name'
  | 'member-not-admitted'
  | 'member-flood'
  | 'key-refused'
  | 'renewal-refused'
  | 'renewal-not-genuine'
  | 'carrier-malformed'
  | 'forward-refused'
  | 'introduction-refused'
  | 'view-flood'
  | 'speech-malformed'
  | 'speech-refused'
  | 'speech-flood'
  | 'file-malformed'
  | 'file-refused'
  | 'file-unexpected'
  | 'file-not-genuine'
  | 'file-flood'
  | 'release-unexpected'
  | 'release-refused'
  | 'release-flood'
  | 'recording-flood'
  | 'restart-stale'
  | 'restart-refused'
  | 'unexpected';

export interface RoomHandle {
  /** Leaves a message for others in the room, on every transport that is there. */
  publish: (kind: EnvelopeKind, to: Uint8Array, body: Uint8Array) => void;
  leave: () => void;
}

export type ConnectionRole =
  | { side: 'offer' }
  /** answer-by-hand: the other end learns of this one when two people have passed a text; until then it waits. */
  | { side: 'answer' | 'answer-by-hand'; remote: CompactDescription };

/** What a meeting asks of a peer connection, which the window holds; main adds the servers that it may use. */
export type PeerConnectionCommand = { connectionId: string } & (
  | { type: 'open'; peerId: string; role: ConnectionRole }
  | { type: 'accept-answer'; remote: CompactDescription }
  | { type: 'send'; bytes: Uint8Array }
  /** Pieces of files, by the channel that is theirs. */
  | { type: 'send-pieces'; pieces: Uint8Array }
  /** Both ends are authenticated: offer sound and picture. */
  | { type: 'start-media' }
  | { type: 'accept-media'; remote: MediaDescription }
  /** The other side shows the picture that this connection sends so tall. */
  | { type: 'show'; height: ViewHeight }
  /** Whether the other side shows the screen that this connection sends. */
  | { type: 'show-screen'; shown: boolean }
  /** Gathers anew for a connection that stands, and describes it; only the side that offered the connection can. */
  | { type: 'restart' }
  /** The other end's new transport: an offer is answered, an answer ends the restart. */
  | { type: 'accept-restart'; remote: CompactDescription }
  /** linger: give the last message that was sent a moment to arrive. */
  | { type: 'close'; linger: boolean }
);

export interface ConnectionPort {
  run: (command: PeerConnectionCommand) => void;
}

export type ConnectionEvent =
  | { type: 'described'; description: CompactDescription }
  | { type: 'opened' }
  | { type: 'received'; bytes: Uint8Array }
  /** Of files, by the channel that is theirs. */
  | { type: 'received-pieces'; pieces: Uint8Array }
  /** So many that were to be sent have left the window. */
  | { type: 'sent-pieces'; count: number }
  | { type: 'media-described'; description: MediaDescription }
  /** This window shows the picture that comes over this connection so tall. */
  | { type: 'view'; height: ViewHeight }
  /** Whether this window shows the screen that comes over this connection. */
  | { type: 'screen-view'; shown: boolean }
  | { type: 'restart-described'; description: CompactDescription }
  | { type: 'path'; state: 'up' | 'interrupted' }
  | { type: 'closed'; reason: 'failed' | 'fingerprint-mismatch' | 'bad-description' | 'closed' };

export interface FramePort {
  /** To the frame worker, which alone seals and opens. */
  run: (command: FrameCommand) => void;
  /** One for the whole run of the app, across meetings. */
  generations: Generations;
}

/** What this person knows of others: the address book, as a meeting needs it. */
export interface AcquaintancesPort {
  look: (identity: Uint8Array, name: string) => Acquaintance;
  met: (identity: Uint8Array, name: string) => void;
  verified: (identity: Uint8Array, name: string, by: VerifiedBy) => void;
  /** The contact of this name has this key from now on. */
  keyChanged: (identity: Uint8Array, name: string) => void;
  all: () => { identity: Uint8Array; name: string }[];
}

/** What became of what a member handed over; news: what it was, null for what could not be read. */
export interface TakenRelease {
  outcome: 'accepted' | 'known' | ReleaseRefusal;
  news: ReleaseNews | null;
}

/** What this person has accepted of releases of Vigil. */
export interface ReleasesPort {
  /** The newest one, to pass on; null: none. */
  newest: () => (ReleaseNews & { bytes: Uint8Array }) | null;
  /** Whether it would be news here. */
  isNews: (news: ReleaseNews) => boolean;
  /** What a member handed over because this person asked. @param name of that member. */
  take: (bytes: Uint8Array, name: string) => TakenRelease;
  /** @param build the first 8 bytes of its hash. */
  standing: (version: Version | null, build: Uint8Array) => BuildStanding;
}

export interface Ports extends Clocks {
  random: (length: number) => Uint8Array;
  /** Runs once after so many milliseconds, unless cancelled by the function returned. */
  timer: (milliseconds: number, run: () => void) => () => void;
  /** Messages that reach `onMessage` are whole, new, and for `self` or for everybody. */
  joinRoom: (room: Room, self: Uint8Array, onMessage: (message: Message) => void) => RoomHandle;
  connections: ConnectionPort;
  frames: FramePort;
  acquaintances: AcquaintancesPort;
  releases: ReleasesPort;
  drop: (reason: Drop) => void;
}
