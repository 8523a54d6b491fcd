/**
 * One other participant: a channel, which makes a member, and a link, which carries sound and picture. Nothing
 * of media moves before the channel stands; the channel lives on while anything carries its frames.
 */
import { toHex } from '../../bytes';
import type { Room } from '../../invite/key-schedule';
import type { EmojiCheck } from '../../verification/emoji-check';
import type { CompactDescription } from '../../wire/description';
import type { ViewHeight } from '../../wire/view-height';
import type { FirstSignalling } from '../connection/first-signalling';
import type { Access } from '../group/access';
import { HeldMedia } from './held-media';
import type { ForwardWay, MemberEnd, MemberState } from './member-state';
import { RequestedView } from './requested-view';
import { PairConnection, type PairEvent } from '../connection/pair-connection';
import { MemberChannel } from './member-channel';
import { MemberEmoji } from './member-emoji';
import type { MemberConnection } from '../connection/member-connection';
import type { MeetingMessage, MemberMessage } from '../messages/member-messages';
import type { RenewMessage } from '../messages/renew-messages';
import type { Introduction } from '../messages/handshake-payloads';
import type { ConnectionEvent, Ports } from '../ports';
import type { Self } from '../self';

export interface MemberEvents {
  /** Something is different that others build on. */
  react: () => void;
  opened: (member: Member) => void;
  ended: (member: Member, reason: MemberEnd) => void;
  /** Messages that are not about this pair alone. */
  said: (member: Member, message: MeetingMessage) => void;
  /** Pieces of files that came by the own connection. */
  pieces: (member: Member, pieces: Uint8Array) => void;
  /** There is room for more of them. */
  piecesSent: (member: Member) => void;
  /** Passes a frame on through somebody else, if somebody can. */
  forward: (member: Member, frame: Uint8Array, way: ForwardWay) => void;
  canForward: (member: Member) => boolean;
  /** Another connection has taken the place of one that was lost, with whatever was on its way there. */
  relinked: (member: Member) => void;
  /** What is said to it from now on is sealed by new keys. */
  renewed: (member: Member) => void;
  /** same: both people have seen the same emoji. Otherwise somebody may sit between the two. */
  comparedEmoji: (member: Member, same: boolean) => void;
}

export interface MemberFacts {
  peerId: string;
  mayBeHere: (identity: Uint8Array) => boolean;
  /** The identity that knocked, at the door. */
  expected: Uint8Array | null;
  /** Name from the knock, until the member introduces itself. */
  knownName: string;
}

export class Member {
  #state: MemberState = { phase: 'arriving' };
  readonly #channel: MemberChannel;
  readonly #pair: PairConnection;
  readonly #view: RequestedView<ViewHeight>;
  readonly #screenView: RequestedView<boolean>;
  #identity: Uint8Array | null;
  readonly #emoji: MemberEmoji;
  readonly #media: HeldMedia;
  #name: string;

  constructor(
    readonly facts: MemberFacts,
    meeting: { meetingId: Uint8Array; psk: Uint8Array },
    private readonly self: Self,
    ports: Ports,
    private readonly access: Access,
    private readonly events: MemberEvents,
  ) {
    this.#identity = facts.expected;
    this.#emoji = new MemberEmoji(ports, {
      send: (step) => this.send({ t: 'emoji', step }),
      compared: (same) => {
        events.comparedEmoji(this, same);
      },
      changed: events.react,
    });
    this.#media = new HeldMedia(
      () => this.isHeld,
      () => this.#connection,
    );
    this.#view = new RequestedView(ports, (height) => {
      this.#connection.show(height);
    });
    this.#screenView = new RequestedView(ports, (shown) => {
      this.#connection.showScreen(shown);
    });
    this.#name = facts.knownName;
    this.#channel = new MemberChannel(facts, meeting, self, ports, {
      carry: (frame, about) => {
        this.#pair.carry(frame, about);
      },
      carryBy: (frame, via) => {
        if (via === null) this.#connection.send(frame);
        else events.forward(this, frame, { via });
      },
      opened: (introduction, room, handshakeHash) => {
        this.#opened(introduction, room, handshakeHash);
      },
      said: (message) => {
        this.#pair.heard();
        this.#said(message);
      },
      renewed: () => {
        events.renewed(this);
      },
      failed: (reason) => {
        this.#close(reason === 'late' ? 'absent' : reason);
      },
    });
    this.#pair = new PairConnection(
      {
        self: self.peerId,
        peerId: facts.peerId,
        initiates: this.#channel.initiates,
        canForward: () => events.canForward(this),
      },
      ports,
      (event) => {
        this.#pairEvent(event);
      },
    );
  }

  get #connection(): MemberConnection {
    return this.#pair.connection;
  }

  /** Whose handshake was finished here last, or who knocked; null while nobody is known. */
  get identity(): Uint8Array | null {
    return this.#identity;
  }

  /** How far comparing emoji with it has come; null before the handshake is finished. */
  get emoji(): EmojiCheck | null {
    return this.#emoji.check;
  }

  /** Media waits until this person has decided who it is. */
  get isHeld(): boolean {
    return this.#state.phase === 'open' && this.access.isHeld(this.#state.introduction);
  }

  /** This person has decided that it may be heard and seen. */
  release(): void {
    if (this.#state.phase === 'open') this.#media.release();
  }

  get state(): MemberState {
    return this.#state;
  }

  /** As it introduced itself, also when it is gone. */
  get name(): string {
    return this.#name;
  }

  /** opening: on the way. open: sound and picture can flow. interrupted: no path right now. */
  get path(): 'opening' | 'open' | 'interrupted' {
    if (this.#state.phase !== 'open') return 'opening';
    if (this.#connection.healthy) return 'open';
    return this.#pair.wasLinked ? 'interrupted' : 'opening';
  }

  /** Messages get through to it, by the link or through somebody else. */
  get isReached(): boolean {
    return this.#state.phase === 'open' && (this.#connection.healthy || this.events.canForward(this));
  }

  /** Others' messages can go through this member. */
  get canCarry(): boolean {
    return this.path === 'open';
  }

  /** When something genuine last came of it, in milliseconds. */
  get heardAt(): number {
    return this.#pair.heardAt;
  }

  owns(connectionId: string): boolean {
    return this.#connection.owns(connectionId);
  }

  /** The first connection is described by the door's channel; the own channel begins on it. */
  arriveByDoor(signalling: FirstSignalling, remote: CompactDescription | null): void {
    this.#connection.openFirst(signalling, remote);
  }

  /** This member has introduced it, and carries the handshake. @param via its peer id. */
  introducedBy(via: string): void {
    this.#channel.start(via);
  }

  connectionEvent(event: ConnectionEvent): void {
    this.#connection.event(event);
  }

  /** A frame that came through somebody else, by its peer id. Whether it was genuine and new. */
  forwarded(frame: Uint8Array, via: string): boolean {
    return this.#channel.receive(frame, via);
  }

  send(message: MemberMessage): boolean {
    return this.#channel.send(message);
  }

  get hasRoomForPieces(): boolean {
    return this.#connection.hasRoomForPieces;
  }

  /** Pieces of files, by the own connection alone. False where there is none. */
  sendPieces(pieces: Uint8Array): boolean {
    return this.#connection.sendPieces(pieces);
  }

  /** Tells the other whether microphone and camera are on, and whether a screen is shared. */
  tellSelf(): void {
    const { microphone, camera, share, recording, knock } = this.self;
    const said = { ...(share === null ? {} : { share }), ...(recording === null ? {} : { recording }) };
    this.send({ t: 'self', microphone, camera, ...said, perMeetingKey: knock.perMeetingKey });
  }

  leave(): void {
    this.send({ t: 'bye' });
    this.#close('left');
  }

  /** foreign: it is not whom it should be. stranger: it may not be here. */
  refuse(reason: 'foreign' | 'stranger'): void {
    this.#close(reason);
  }

  /** Nothing has been heard for too long. */
  silent(): void {
    this.#close('lost');
  }

  /** Lets go without a word to anybody: another one takes its place. */
  abandon(): void {
    if (this.#state.phase !== 'closed') this.#shut('lost');
  }

  /**
   * The network is another one, or the computer woke.
   * @param everything it woke: links that seem to work are restarted as well, and keys are renewed.
   */
  networkChanged(everything: boolean): void {
    if (everything) this.#channel.woke();
    this.#pair.handle({ type: 'network-changed', everything });
  }

  /** A better path may be open now, though the link works. */
  renewConnection(): void {
    this.#pair.handle({ type: 'renew' });
  }

  #opened(introduction: Introduction, room: Room, handshakeHash: Uint8Array): void {
    const mine = this.self.identity.publicKey;
    this.#emoji.begin({ handshakeHash, mine, theirs: introduction.identity });
    this.#state = {
      phase: 'open',
      introduction,
      microphone: false,
      camera: false,
      share: null,
      recording: null,
      perMeetingKey: null,
    };
    this.#identity = introduction.identity;
    this.#name = introduction.name;
    this.tellSelf();
    // Keys go first: what is sealed before they are there is lost.
    this.events.opened(this);
    // Whoever looks at it may have let go of it.
    if (this.#isClosed) return;
    this.#pair.channelStands(room);
    this.events.react();
  }

  get #isClosed(): boolean {
    return this.#state.phase === 'closed';
  }

  #pairEvent(event: PairEvent): void {
    switch (event.type) {
      case 'say':
        this.#channel.send(event.message);
        break;
      case 'forward':
        this.events.forward(this, event.frame, { mends: event.mends });
        break;
      case 'frame':
        this.#channel.receive(event.frame, null);
        break;
      case 'pieces':
        if (this.#state.phase === 'open') this.events.pieces(this, event.pieces);
        break;
      case 'pieces-sent':
        this.events.piecesSent(this);
        break;
      case 'opened':
        this.#media.relinked();
        if (this.#state.phase !== 'open') this.#channel.start(null);
        break;
      case 'linked':
        this.#startMedia(event.again);
        break;
      case 'changed':
        this.events.react();
        break;
      case 'over':
        if (event.reason === 'lost') this.#close(this.#state.phase === 'open' ? 'lost' : 'absent');
        else this.#close(event.reason);
        break;
    }
  }

  #startMedia(again: boolean): void {
    if (again) {
      this.tellSelf();
      this.events.relinked(this);
    }
    this.#media.start();
  }

  #said(said: Exclude<MemberMessage, RenewMessage>): void {
    if (this.#state.phase !== 'open') return;
    switch (said.t) {
      case 'link':
        this.#pair.handle({ type: 'described', kind: said.kind, description: said.description });
        break;
      case 'restart':
        this.#connection.restartSaid(said);
        break;
      case 'link-wanted':
        this.#pair.handle({ type: 'wanted', message: said });
        break;
      case 'here':
        break;
      case 'media':
        this.#media.offered(said.description);
        break;
      case 'self':
        this.#state.microphone = said.microphone;
        this.#state.camera = said.camera;
        this.#state.share = said.share ?? null;
        this.#state.recording = said.recording ?? null;
        this.#state.perMeetingKey = said.perMeetingKey;
        this.events.react();
        break;
      case 'view':
        this.#view.said(said.height);
        break;
      case 'screen-view':
        this.#screenView.said(said.shown);
        break;
      case 'emoji':
        this.#emoji.check?.said(said.step);
        break;
      case 'bye':
        this.#close('bye');
        break;
      default:
        this.events.said(this, said);
    }
  }

  #close(reason: MemberEnd): void {
    if (this.#state.phase === 'closed') return;
    this.#shut(reason);
    this.events.ended(this, reason);
  }

  #shut(reason: MemberEnd): void {
    this.#channel.close();
    this.#emoji.check?.end();
    this.#view.end();
    this.#screenView.end();
    this.#pair.end(reason === 'left');
    this.#state = { phase: 'closed', reason };
  }
}

/** In hex: the proven identity, by whichever channel; the peer id of one that has not proven any yet. */
export function identityOf({ state, facts }: Member): string {
  return state.phase === 'open' ? toHex(state.introduction.identity) : facts.peerId;
}
