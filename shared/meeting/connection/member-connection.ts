/**
 * The peer connection to one other participant: the first one described by the door, others over the pair's channel;
 * opened again by the lower peer id when it breaks and something else still carries messages.
 */
import { equalPublic, toHex } from '../../bytes';
import { pieceCount } from '../../files/pieces';
import type { CompactDescription, MediaDescription } from '../../wire/description';
import type { ViewHeight } from '../../wire/view-height';
import type { Allowance } from '../limits/rate-limit';
import type { FirstSignalling } from './first-signalling';
import { isTagOf, IceRestart, connectionTag, type ConnectionEnds, type RestartMessage } from './ice-restart';
import type { MemberMessage } from '../messages/member-messages';
import type { ConnectionEvent, ConnectionRole, Ports } from '../ports';

/** From a description to an open data channel. */
const OPEN_LIMIT_MS = 30_000;
/** From being let in to being inside: the newcomer answers, and says earlier that no path was found. */
const FIRST_LIMIT_MS = { offer: 60_000, answer: 45_000 };

/** Of files, that wait in the window: a few chunks, since a busy computer is slow to ask for more. */
const MAX_UNSENT_PIECES = 96;

export type ConnectionState =
  | { state: 'none' }
  | { state: 'opening'; connectionId: string; side: 'offer' | 'answer' }
  | {
      state: 'open';
      connectionId: string;
      side: 'offer' | 'answer';
      interrupted: boolean;
      restart: IceRestart;
      media: 'none' | 'asked' | 'done';
    };

export type MemberConnectionEvent =
  /** To be told to the other over the pair's channel. */
  | { type: 'say'; message: MemberMessage }
  | { type: 'opened' }
  | { type: 'frame'; frame: Uint8Array }
  /** Of files. */
  | { type: 'pieces'; pieces: Uint8Array }
  /** There is room for more of them. */
  | { type: 'pieces-sent' }
  /** Interrupted, or back. */
  | { type: 'path-changed' }
  | { type: 'lost' }
  /** The other end is not the one that the pair's channel names. */
  | { type: 'foreign' };

export class MemberConnection {
  #state: ConnectionState = { state: 'none' };
  /** As they were described; kept until there is another connection, so that one that is gone can be named. */
  #ends: ConnectionEnds = { own: null, remote: null };
  /** What describes the first connection, until the pair's own channel stands. */
  #first: FirstSignalling | null = null;
  #stopTimer: (() => void) | null = null;
  /** Of files, and still in the window. */
  #unsentPieces = 0;

  constructor(
    readonly peerId: string,
    private readonly ports: Pick<Ports, 'connections' | 'random' | 'timer' | 'steady' | 'drop'>,
    /** How often candidates may be gathered because the other says so. */
    private readonly allowance: Allowance,
    private readonly tell: (event: MemberConnectionEvent) => void,
  ) {}

  get state(): ConnectionState {
    return this.#state;
  }

  get healthy(): boolean {
    return this.#state.state === 'open' && !this.#state.interrupted;
  }

  /** What names this connection, or the last one, for the other; null before there was one. */
  get tag(): Uint8Array | null {
    return connectionTag(this.#ends.remote);
  }

  /** Restarts of this connection. */
  get restarts(): number {
    return this.#state.state === 'open' ? this.#state.restart.number : 0;
  }

  /** Whether the other means this connection. */
  isNamedBy(tag: Uint8Array): boolean {
    return isTagOf(tag, this.#ends.own);
  }

  owns(connectionId: string): boolean {
    return this.#state.state !== 'none' && this.#state.connectionId === connectionId;
  }

  /**
   * The first connection, to somebody who was let in, or to the door that let this side in.
   * @param remote how the door described its end; null at the door, which offers.
   */
  openFirst(signalling: FirstSignalling, remote: CompactDescription | null): void {
    const side = remote ? 'answer' : 'offer';
    const connectionId = this.#begin(side, FIRST_LIMIT_MS[side]);
    this.#first = signalling;
    this.#ends.remote = remote;
    this.#open(connectionId, remote ? { side: 'answer', remote } : { side: 'offer' });
  }

  /** The pair's own channel stands: it describes from now on. */
  channelStands(): void {
    if (!this.#first) return;
    this.#first.end();
    this.#first = null;
    if (this.#state.state === 'open') this.#stopTimer?.();
  }

  /** Describes a new connection to the other. */
  offer(): void {
    const connectionId = this.#begin('offer');
    this.#open(connectionId, { side: 'offer' });
  }

  /** The other describes a new connection. */
  answer(remote: CompactDescription): void {
    if (this.#isKnown(remote)) return;
    if (!this.allowance.take()) {
      this.ports.drop('restart-refused');
      return;
    }
    const connectionId = this.#begin('answer');
    this.#ends.remote = remote;
    this.#open(connectionId, { side: 'answer', remote });
  }

  /** The other's end of a connection that was offered to it. */
  accept(remote: CompactDescription): void {
    if (this.#isKnown(remote)) return;
    if (this.#state.state !== 'opening' || this.#state.side !== 'offer' || this.#ends.remote) {
      this.ports.drop('unexpected');
      return;
    }
    this.#ends.remote = remote;
    this.ports.connections.run({ type: 'accept-answer', connectionId: this.#state.connectionId, remote });
  }

  /** New transport for this connection, if this side is the one to offer it. False if it cannot be now. */
  restart(): boolean {
    // Two negotiations at once do not go together.
    return this.#state.state === 'open' && this.#state.media !== 'asked' && this.#state.restart.begin();
  }

  restartSaid(message: RestartMessage): void {
    if (this.#state.state === 'open') this.#state.restart.said(message);
    else this.ports.drop('restart-stale');
  }

  /** What the other may have missed of what is under way; null if there is nothing. */
  get unanswered(): MemberMessage | null {
    if (this.#state.state === 'open') return this.#state.restart.unanswered;
    if (this.#state.state !== 'opening' || this.#first || !this.#ends.own) return null;
    const { side } = this.#state;
    if (side === 'offer' && this.#ends.remote) return null;
    return { t: 'link', kind: side, description: this.#ends.own };
  }

  /** Nothing happens while it is not open. */
  send(bytes: Uint8Array): void {
    if (this.#state.state !== 'open') return;
    this.ports.connections.run({ type: 'send', connectionId: this.#state.connectionId, bytes });
  }

  /** What a receiver says that it has taken is no reason to fill the window. */
  get hasRoomForPieces(): boolean {
    return this.#state.state === 'open' && this.#unsentPieces < MAX_UNSENT_PIECES;
  }

  /** Pieces of files. False while it is not open. */
  sendPieces(pieces: Uint8Array): boolean {
    if (this.#state.state !== 'open') return false;
    this.#unsentPieces += pieceCount(pieces);
    this.ports.connections.run({ type: 'send-pieces', connectionId: this.#state.connectionId, pieces });
    return true;
  }

  /** Both ends are authenticated. The side that offered the connection offers media. */
  startMedia(): void {
    if (this.#state.state !== 'open' || this.#state.side !== 'offer' || this.#state.media !== 'none') return;
    this.#state.media = 'asked';
    this.ports.connections.run({ type: 'start-media', connectionId: this.#state.connectionId });
  }

  /**
   * The channel that described this connection told whose certificate it has; the pair's channel must tell the same.
   * Otherwise somebody passes the handshake on and keeps the media.
   */
  media(description: MediaDescription): void {
    if (this.#state.state !== 'open') {
      this.ports.drop('unexpected');
      return;
    }
    const { remote } = this.#ends;
    if (!remote || !equalPublic(description.transport.fingerprint, remote.fingerprint)) {
      this.tell({ type: 'foreign' });
      return;
    }
    // The side that offered the connection offers media, and is answered once.
    const expected = this.#state.side === 'offer' ? 'answer' : 'offer';
    const ready = this.#state.side === 'offer' ? 'asked' : 'none';
    if (description.kind !== expected || this.#state.media !== ready) {
      this.ports.drop('unexpected');
      return;
    }
    this.#state.media = 'done';
    const { connectionId } = this.#state;
    this.ports.connections.run({ type: 'accept-media', connectionId, remote: description });
  }

  /** The other shows the own picture so tall. */
  show(height: ViewHeight): void {
    if (this.#state.state !== 'open') return;
    this.ports.connections.run({ type: 'show', connectionId: this.#state.connectionId, height });
  }

  /** Whether the other shows the own screen. */
  showScreen(shown: boolean): void {
    if (this.#state.state !== 'open') return;
    this.ports.connections.run({ type: 'show-screen', connectionId: this.#state.connectionId, shown });
  }

  event(event: ConnectionEvent): void {
    switch (event.type) {
      case 'described':
        this.#described(event.description);
        break;
      case 'opened':
        this.#opened();
        break;
      case 'received':
        this.tell({ type: 'frame', frame: event.bytes });
        break;
      case 'received-pieces':
        this.tell({ type: 'pieces', pieces: event.pieces });
        break;
      case 'sent-pieces':
        this.#unsentPieces = Math.max(0, this.#unsentPieces - event.count);
        this.tell({ type: 'pieces-sent' });
        break;
      case 'media-described':
        this.tell({ type: 'say', message: { t: 'media', description: event.description } });
        break;
      case 'view':
        this.tell({ type: 'say', message: { t: 'view', height: event.height } });
        break;
      case 'screen-view':
        this.tell({ type: 'say', message: { t: 'screen-view', shown: event.shown } });
        break;
      case 'restart-described':
        if (this.#state.state === 'open') this.#state.restart.described(event.description);
        break;
      case 'path':
        this.#pathIs(event.state);
        break;
      case 'closed':
        this.#lost(event.reason === 'fingerprint-mismatch');
        break;
    }
  }

  /** @param linger the other should still read the last message. */
  close(linger: boolean): void {
    this.#stopTimer?.();
    if (this.#state.state !== 'none')
      this.ports.connections.run({ type: 'close', connectionId: this.#state.connectionId, linger });
    this.#state = { state: 'none' };
    this.#first?.end();
    this.#first = null;
  }

  /** Returns the id of the new connection. */
  #begin(side: 'offer' | 'answer', limitMs = OPEN_LIMIT_MS): string {
    this.close(false);
    const connectionId = toHex(this.ports.random(8));
    this.#ends = { own: null, remote: null };
    this.#unsentPieces = 0;
    this.#state = { state: 'opening', connectionId, side };
    this.#stopTimer = this.ports.timer(limitMs, () => {
      this.#lost(false);
    });
    return connectionId;
  }

  #described(own: CompactDescription): void {
    if (this.#state.state !== 'opening') return;
    this.#ends.own = own;
    if (!this.#first)
      this.tell({ type: 'say', message: { t: 'link', kind: this.#state.side, description: own } });
    else
      this.#first.describe(own, (remote) => {
        this.accept(remote);
      });
  }

  #open(connectionId: string, role: ConnectionRole): void {
    this.ports.connections.run({ type: 'open', connectionId, peerId: this.peerId, role });
  }

  #opened(): void {
    if (this.#state.state !== 'opening') return;
    // The first one has its time until the channel stands.
    if (!this.#first) this.#stopTimer?.();
    const { connectionId, side } = this.#state;
    const restart = new IceRestart(
      { connectionId, side, ends: this.#ends },
      this.allowance,
      this.ports,
      this.tell,
    );
    this.#state = { state: 'open', connectionId, side, interrupted: false, restart, media: 'none' };
    this.tell({ type: 'opened' });
  }

  #pathIs(path: 'up' | 'interrupted'): void {
    if (this.#state.state === 'open') {
      this.#state.interrupted = path === 'interrupted';
      this.#state.restart.pathChanged();
    }
    this.tell({ type: 'path-changed' });
  }

  /** Descriptions are said again until they are answered. */
  #isKnown({ ufrag, fingerprint }: CompactDescription): boolean {
    const { remote } = this.#ends;
    const open = this.#state.state !== 'none';
    return open && remote?.ufrag === ufrag && equalPublic(remote.fingerprint, fingerprint);
  }

  #lost(foreign: boolean): void {
    if (this.#state.state === 'none') return;
    this.close(false);
    this.tell({ type: foreign ? 'foreign' : 'lost' });
  }
}
