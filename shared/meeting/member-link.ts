/**
 * The peer connection to one other participant: opened by the door, or described over the pair's channel;
 * opened again by the lower peer id when it breaks and something else still carries messages.
 */
import { equalPublic, toHex } from '../bytes';
import type { CompactDescription, MediaDescription } from '../wire/description';
import type { LinkEvent, Ports } from './ports';

/** From a description to an open data channel. */
const OPEN_LIMIT_MS = 30_000;
/** The same, where the door's channel describes it: a little longer than either side of the door waits. */
const DOOR_LIMIT_MS = 65_000;

export type LinkState =
  | { state: 'none' }
  | { state: 'opening'; linkId: string; side: 'offer' | 'answer' }
  | {
      state: 'open';
      linkId: string;
      side: 'offer' | 'answer';
      interrupted: boolean;
      media: 'none' | 'asked' | 'done';
    };

export interface MemberLinkEvents {
  /** To be told to the other over the pair's channel. */
  described: (kind: 'offer' | 'answer', description: CompactDescription) => void;
  mediaDescribed: (description: MediaDescription) => void;
  opened: () => void;
  frame: (bytes: Uint8Array) => void;
  changed: () => void;
  lost: () => void;
  /** The link's other end is not the one that the pair's channel names. */
  foreign: () => void;
}

export class MemberLink {
  #state: LinkState = { state: 'none' };
  #remote: CompactDescription | null = null;
  /** The door describes its links by its own channel. */
  #describedByDoor = false;
  #stopTimer: (() => void) | null = null;

  constructor(
    readonly peerId: string,
    private readonly ports: Pick<Ports, 'links' | 'random' | 'timer' | 'drop'>,
    private readonly events: MemberLinkEvents,
  ) {}

  get state(): LinkState {
    return this.#state;
  }

  owns(linkId: string): boolean {
    return this.#state.state !== 'none' && this.#state.linkId === linkId;
  }

  /** A link that the door's channel opens, in the door's own time: only followed from here, but not for ever. */
  adopt(linkId: string, side: 'offer' | 'answer'): void {
    this.#begin(linkId, side, DOOR_LIMIT_MS);
    this.#describedByDoor = true;
  }

  /** Describes a new link to the other. */
  offer(): void {
    const linkId = toHex(this.ports.random(8));
    this.#begin(linkId, 'offer');
    this.ports.links.open(linkId, this.peerId, { side: 'offer' });
  }

  /** The other describes a new link. */
  answer(remote: CompactDescription): void {
    const linkId = toHex(this.ports.random(8));
    this.#begin(linkId, 'answer');
    this.#remote = remote;
    this.ports.links.open(linkId, this.peerId, { side: 'answer', remote });
  }

  /** The other's end of a link that was offered to it. */
  accept(remote: CompactDescription): void {
    if (this.#state.state !== 'opening' || this.#state.side !== 'offer' || this.#remote) {
      this.ports.drop('unexpected');
      return;
    }
    this.#remote = remote;
    this.ports.links.acceptAnswer(this.#state.linkId, remote);
  }

  /** As the door's channel described the other end. */
  describedAs(remote: CompactDescription): void {
    this.#remote = remote;
  }

  send(bytes: Uint8Array): boolean {
    if (this.#state.state !== 'open') return false;
    this.ports.links.send(this.#state.linkId, bytes);
    return true;
  }

  /** Both ends are authenticated. The side that offered the link offers media. */
  startMedia(): void {
    if (this.#state.state !== 'open' || this.#state.side !== 'offer' || this.#state.media !== 'none') return;
    this.#state.media = 'asked';
    this.ports.links.startMedia(this.#state.linkId);
  }

  /**
   * The channel that opened this link told whose certificate it has; the pair's channel must tell the same.
   * Otherwise somebody passes the handshake on and keeps the media.
   */
  media(description: MediaDescription): void {
    if (this.#state.state !== 'open') {
      this.ports.drop('unexpected');
      return;
    }
    if (!this.#remote || !equalPublic(description.transport.fingerprint, this.#remote.fingerprint)) {
      this.events.foreign();
      return;
    }
    // The side that offered the link offers media, and is answered once.
    const expected = this.#state.side === 'offer' ? 'answer' : 'offer';
    const ready = this.#state.side === 'offer' ? 'asked' : 'none';
    if (description.kind !== expected || this.#state.media !== ready) {
      this.ports.drop('unexpected');
      return;
    }
    this.#state.media = 'done';
    this.ports.links.acceptMedia(this.#state.linkId, description);
  }

  event(event: LinkEvent): void {
    switch (event.type) {
      case 'described':
        if (this.#state.state === 'opening' && !this.#describedByDoor) {
          this.events.described(this.#state.side, event.description);
        }
        break;
      case 'opened':
        this.#opened();
        break;
      case 'received':
        this.events.frame(event.bytes);
        break;
      case 'media-described':
        this.events.mediaDescribed(event.description);
        break;
      case 'path':
        if (this.#state.state === 'open') this.#state.interrupted = event.state === 'interrupted';
        this.events.changed();
        break;
      case 'closed':
        this.#lost(event.reason === 'fingerprint-mismatch');
        break;
    }
  }

  /** @param linger the other should still read the last message. */
  close(linger: boolean): void {
    this.#stopTimer?.();
    if (this.#state.state !== 'none') this.ports.links.close(this.#state.linkId, linger);
    this.#state = { state: 'none' };
  }

  #begin(linkId: string, side: 'offer' | 'answer', limitMs = OPEN_LIMIT_MS): void {
    this.close(false);
    this.#remote = null;
    this.#describedByDoor = false;
    this.#state = { state: 'opening', linkId, side };
    this.#stopTimer = this.ports.timer(limitMs, () => {
      this.#lost(false);
    });
  }

  #opened(): void {
    if (this.#state.state !== 'opening') return;
    this.#stopTimer?.();
    const { linkId, side } = this.#state;
    this.#state = { state: 'open', linkId, side, interrupted: false, media: 'none' };
    this.events.opened();
  }

  #lost(foreign: boolean): void {
    if (this.#state.state === 'none') return;
    this.close(false);
    if (foreign) this.events.foreign();
    else this.events.lost();
  }
}
