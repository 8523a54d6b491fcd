/**
 * One other participant: a channel, which makes a member, and a link, which carries sound and picture. Nothing
 * of media moves before the channel stands; the channel lives on while anything carries its frames.
 */
import type { CompactDescription } from '../wire/description';
import { MemberChannel } from './member-channel';
import { MemberLink } from './member-link';
import type { MemberMessage } from './member-messages';
import type { Introduction } from './payloads';
import type { LinkEvent, Ports } from './ports';
import type { Self } from './self';

/** A broken link is offered again after these pauses, in milliseconds, then given up. */
const REBUILD_PAUSES_MS = [0, 1000, 2000, 4000, 8000, 15_000];
/** The other side waits for an offer as long as it may take. */
const WAIT_FOR_OFFER_MS = 45_000;

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
 * bye: they left. lost: the path is gone. foreign: the other end is not the person. stranger: genuine, but not
 * let in. left: I left.
 */
export type MemberEnd = 'bye' | 'lost' | 'foreign' | 'stranger' | 'left';

export interface MemberEvents {
  changed: () => void;
  opened: () => void;
  ended: (reason: MemberEnd) => void;
  /** Messages that are not about this pair alone. */
  said: (message: MemberMessage) => void;
  /** Passes a frame on through somebody else, if somebody can. */
  forward: (frame: Uint8Array) => void;
  canForward: () => boolean;
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
  readonly #link: MemberLink;
  #identity: Uint8Array | null;
  #name: string;
  #rebuilds = 0;
  #stopRebuild: (() => void) | null = null;

  constructor(
    readonly facts: MemberFacts,
    meeting: { meetingId: Uint8Array; psk: Uint8Array },
    private readonly self: Self,
    private readonly ports: Ports,
    private readonly events: MemberEvents,
  ) {
    this.#identity = facts.expected;
    this.#name = facts.knownName;
    this.#channel = new MemberChannel(facts, meeting, self, ports, {
      carry: (frame) => {
        if (!this.#link.send(frame)) events.forward(frame);
      },
      opened: (introduction) => {
        this.#opened(introduction);
      },
      said: (message) => {
        this.#said(message);
      },
      failed: (reason) => {
        this.#close(reason === 'late' ? 'lost' : reason);
      },
    });
    this.#link = new MemberLink(facts.peerId, ports, {
      described: (kind, description) => {
        this.#channel.send({ t: 'link', kind, description });
      },
      mediaDescribed: (description) => {
        this.#channel.send({ t: 'media', description });
      },
      opened: () => {
        this.#linked();
      },
      frame: (bytes) => {
        this.#channel.receive(bytes);
      },
      changed: events.changed,
      lost: () => {
        this.#linkLost();
      },
      foreign: () => {
        this.#close('foreign');
      },
    });
  }

  /** Whose handshake was finished here last, or who knocked; null while nobody is known. */
  get identity(): Uint8Array | null {
    return this.#identity;
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
    const link = this.#link.state;
    if (this.#state.phase !== 'open') return 'opening';
    if (link.state === 'open') return link.interrupted ? 'interrupted' : 'open';
    return this.#rebuilds > 0 ? 'interrupted' : 'opening';
  }

  /** Others' messages can go through this member. */
  get canCarry(): boolean {
    return this.#state.phase === 'open' && this.#link.state.state === 'open';
  }

  owns(linkId: string): boolean {
    return this.#link.owns(linkId);
  }

  /** The door opens the first link; the channel begins on it. */
  arriveByDoor(linkId: string, side: 'offer' | 'answer'): void {
    this.#link.adopt(linkId, side);
  }

  describedAs(remote: CompactDescription): void {
    this.#link.describedAs(remote);
  }

  /** Somebody in between carries the handshake. */
  arriveByIntroduction(): void {
    this.#channel.start();
  }

  link(event: LinkEvent): void {
    this.#link.event(event);
  }

  /** A frame that came through somebody else. */
  forwarded(frame: Uint8Array): void {
    this.#channel.receive(frame);
  }

  send(message: MemberMessage): boolean {
    return this.#channel.send(message);
  }

  /** Tells the other whether microphone and camera are on. */
  tellSelf(): void {
    const { microphone, camera, knock } = this.self;
    this.send({ t: 'self', microphone, camera, perMeetingKey: knock.perMeetingKey });
  }

  leave(): void {
    this.send({ t: 'bye' });
    this.#close('left');
  }

  /** It is not whom it should be. */
  refuse(): void {
    this.#close('foreign');
  }

  /** It is genuine, but may no longer be here. */
  turnAway(): void {
    this.#close('stranger');
  }

  /** Nothing has been heard for too long. */
  silent(): void {
    this.#close('lost');
  }

  /** Lets go without a word to anybody: another one takes its place. */
  abandon(): void {
    if (this.#state.phase !== 'closed') this.#shut('lost');
  }

  #opened(introduction: Introduction): void {
    this.#state = { phase: 'open', introduction, microphone: false, camera: false, perMeetingKey: null };
    this.#identity = introduction.identity;
    this.#name = introduction.name;
    this.tellSelf();
    // Keys go first: what is sealed before they are there is lost.
    this.events.opened();
    if (this.#link.state.state === 'open') this.#link.startMedia();
    else if (this.#channel.initiates) this.#link.offer();
    this.events.changed();
  }

  #linked(): void {
    this.#rebuilds = 0;
    if (this.#state.phase === 'open') this.#link.startMedia();
    else this.#channel.start();
    this.events.changed();
  }

  /** The lower peer id offers again, as long as somebody else carries our messages. */
  #linkLost(): void {
    if (this.#state.phase !== 'open') {
      this.#close('lost');
      return;
    }
    const pause = REBUILD_PAUSES_MS[this.#rebuilds++];
    if (pause === undefined || !this.events.canForward()) {
      this.#close('lost');
      return;
    }
    this.#stopRebuild?.();
    this.#stopRebuild = this.ports.timer(this.#channel.initiates ? pause : WAIT_FOR_OFFER_MS, () => {
      if (this.#link.state.state !== 'none') return;
      if (this.#channel.initiates) this.#link.offer();
      else this.#close('lost');
    });
    this.events.changed();
  }

  #said(said: MemberMessage): void {
    if (this.#state.phase !== 'open') return;
    switch (said.t) {
      case 'link':
        this.#describedLink(said.kind, said.description);
        break;
      case 'media':
        this.#link.media(said.description);
        break;
      case 'self':
        this.#state.microphone = said.microphone;
        this.#state.camera = said.camera;
        this.#state.perMeetingKey ??= said.perMeetingKey;
        this.events.changed();
        break;
      case 'bye':
        this.#close('bye');
        break;
      default:
        this.events.said(said);
    }
  }

  #describedLink(kind: 'offer' | 'answer', description: CompactDescription): void {
    if (kind === 'answer') this.#link.accept(description);
    // Only the lower peer id offers, so offers never cross.
    else if (this.#channel.initiates) this.ports.drop('unexpected');
    else this.#link.answer(description);
  }

  #close(reason: MemberEnd): void {
    if (this.#state.phase === 'closed') return;
    this.#shut(reason);
    this.events.ended(reason);
  }

  #shut(reason: MemberEnd): void {
    this.#stopRebuild?.();
    this.#channel.close();
    this.#link.close(reason === 'left');
    this.#state = { phase: 'closed', reason };
  }
}
