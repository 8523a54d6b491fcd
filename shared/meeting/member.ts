/**
 * One other participant: a channel, which makes a member, and a link, which carries sound and picture. Nothing
 * of media moves before the channel stands; the channel lives on while anything carries its frames.
 */
import { Allowance } from './allowance';
import { Carriers } from './carriers';
import type { CompactDescription } from '../wire/description';
import { MemberChannel } from './member-channel';
import { MemberLink } from './member-link';
import type { MemberMessage } from './member-messages';
import type { Room } from '../invite/key-schedule';
import type { Introduction } from './payloads';
import type { LinkEvent, Ports } from './ports';
import type { Self } from './self';

/** A link that is gone is offered again after these pauses, in milliseconds, the last one over and over. */
const REBUILD_PAUSES_MS = [0, 1000, 2000, 4000, 8000, 15_000];
/** A link that held so long begins with the first pause again. */
const STEADY_LINK_MS = 30_000;
/** Candidates are gathered so often because of one member, and once more after each pause. */
const GATHERINGS = 8;
const GATHERING_PAUSE_MS = 10_000;

export type MemberState =
  | { phase: 'arriving' }
  | { phase: 'open'; introduction: Introduction; microphone: boolean; camera: boolean }
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
  /** Another link has taken the place of one that was lost, with whatever was on its way there. */
  relinked: () => void;
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
  readonly #allowance: Allowance;
  readonly #carriers: Carriers;
  #rebuilds = 0;
  #linkedAt: number | null = null;
  #stopRebuild: (() => void) | null = null;

  constructor(
    readonly facts: MemberFacts,
    meeting: { meetingId: Uint8Array; psk: Uint8Array },
    private readonly self: Self,
    private readonly ports: Ports,
    private readonly events: MemberEvents,
  ) {
    this.#channel = new MemberChannel(facts, meeting, self, ports, {
      carry: (frame, about) => {
        this.#carriers.carry(frame, about);
      },
      opened: (introduction, room) => {
        this.#opened(introduction, room);
      },
      said: (message) => {
        this.#carriers.heard();
        this.#said(message);
      },
      failed: (reason) => {
        this.#close(reason === 'late' ? 'lost' : reason);
      },
    });
    this.#allowance = new Allowance(GATHERINGS, GATHERING_PAUSE_MS, ports.now);
    this.#link = new MemberLink(facts.peerId, ports, this.#allowance, {
      described: (kind, description) => {
        this.#channel.send({ t: 'link', kind, description });
      },
      mediaDescribed: (description) => {
        this.#channel.send({ t: 'media', description });
      },
      restart: (message) => {
        this.#channel.send(message);
      },
      opened: () => {
        this.#linked();
      },
      frame: (bytes) => {
        this.#channel.receive(bytes);
      },
      changed: () => {
        this.#linkChanged();
      },
      lost: () => {
        this.#linkLost();
      },
      foreign: () => {
        this.#close('foreign');
      },
    });
    this.#carriers = new Carriers({ self: self.peerId, peerId: facts.peerId }, this.#link, ports, {
      forward: events.forward,
      canForward: events.canForward,
      received: (frame) => {
        this.#channel.receive(frame);
      },
      sayAgain: () => {
        this.#sayAgain();
      },
      replace: () => {
        if (this.#link.state.state === 'open' && this.#channel.initiates) this.#replace();
      },
      giveUp: () => {
        this.#close('lost');
      },
    });
  }

  get state(): MemberState {
    return this.#state;
  }

  get name(): string {
    return this.#state.phase === 'open' ? this.#state.introduction.name : this.facts.knownName;
  }

  /** opening: on the way. open: sound and picture can flow. interrupted: no path right now. */
  get path(): 'opening' | 'open' | 'interrupted' {
    if (this.#state.phase !== 'open') return 'opening';
    if (this.#link.healthy) return 'open';
    return this.#linkedAt === null ? 'opening' : 'interrupted';
  }

  /** Others' messages can go through this member. */
  get canCarry(): boolean {
    return this.path === 'open';
  }

  /** When something genuine last came of it, in milliseconds. */
  get heardAt(): number {
    return this.#carriers.heardAt;
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
    const { microphone, camera } = this.self;
    this.send({ t: 'self', microphone, camera });
  }

  leave(): void {
    this.send({ t: 'bye' });
    this.#close('left');
  }

  /** It is not whom it should be. */
  refuse(): void {
    this.#close('foreign');
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
   * @param everything links that seem to work are restarted as well.
   */
  networkChanged(everything: boolean): void {
    if (this.#state.phase !== 'open' || (this.#link.healthy && !everything)) return;
    const link = this.#link.state;
    if (link.state !== 'open') this.#sayAgain();
    else if (link.side === 'answer') this.#want(false);
    // Candidates of the network before are of no use.
    else if (!this.#link.restart() && !this.#link.healthy) this.#replace();
  }

  #opened(introduction: Introduction, room: Room): void {
    this.#state = { phase: 'open', introduction, microphone: false, camera: false };
    this.tellSelf();
    // Keys go first: what is sealed before they are there is lost.
    this.events.opened();
    if (this.#link.state.state === 'open') {
      this.#linkedAt = this.ports.now();
      this.#link.startMedia();
    } else if (this.#channel.initiates) this.#link.offer();
    this.#carriers.begin(room);
    this.events.changed();
  }

  #linked(): void {
    if (this.#state.phase === 'open') {
      const again = this.#linkedAt !== null;
      this.#linkedAt = this.ports.now();
      this.#carriers.follow();
      if (again) this.#relinked();
      this.#link.startMedia();
    } else this.#channel.start();
    this.events.changed();
  }

  #relinked(): void {
    this.tellSelf();
    this.events.relinked();
  }

  #linkChanged(): void {
    if (this.#state.phase === 'open') {
      const link = this.#link.state;
      if (link.state === 'open' && link.interrupted) this.#mend();
      this.#carriers.follow();
    }
    this.events.changed();
  }

  /** The side that offered the link restarts it; the other asks for that. */
  #mend(): void {
    if (!this.#link.restart()) this.#sayAgain();
  }

  /** The lower peer id offers again, by whatever carrier there is. */
  #linkLost(): void {
    if (this.#state.phase !== 'open') {
      this.#close('lost');
      return;
    }
    const { now } = this.ports;
    if (this.#linkedAt !== null && now() - this.#linkedAt > STEADY_LINK_MS) this.#rebuilds = 0;
    const pause = REBUILD_PAUSES_MS[this.#rebuilds++] ?? REBUILD_PAUSES_MS.at(-1) ?? 0;
    this.#carriers.follow();
    this.#stopRebuild?.();
    if (this.#channel.initiates) {
      this.#stopRebuild = this.ports.timer(pause, () => {
        if (this.#link.state.state === 'none') this.#link.offer();
      });
    } else this.#sayAgain();
    this.events.changed();
  }

  /** Another connection in the place of this one; the lower peer id offers it. */
  #replace(): void {
    if (this.#channel.initiates) {
      this.#link.offer();
    } else {
      this.#link.close(false);
      this.#sayAgain();
    }
    this.#carriers.follow();
    this.events.changed();
  }

  /** What is under way; what is wanted; or that one is there. */
  #sayAgain(): void {
    if (this.#link.sayAgain()) return;
    const { state } = this.#link;
    const asksForRestart = state.state === 'open' && state.side === 'answer';
    const asksForLink = state.state === 'none' && !this.#channel.initiates;
    if (asksForRestart || asksForLink) this.#want(asksForLink);
    else this.send({ t: 'here' });
  }

  #want(gone: boolean): void {
    const { tag, restarts } = this.#link;
    if (tag) this.send({ t: 'link-wanted', link: tag, restarts, gone });
  }

  /** What is meant is this link, not one that is gone here as well. */
  #linkWanted({ link, restarts, gone }: Extract<MemberMessage, { t: 'link-wanted' }>): void {
    if (this.#link.state.state !== 'open') return;
    const late = !gone && restarts !== this.#link.restarts;
    if (late || !this.#link.isNamedBy(link)) this.ports.drop('restart-stale');
    else if (!gone) this.#link.restart();
    else if (!this.#channel.initiates) this.ports.drop('unexpected');
    else if (this.#allowance.take()) this.#replace();
    else this.ports.drop('restart-refused');
  }

  #said(said: MemberMessage): void {
    if (this.#state.phase !== 'open') return;
    switch (said.t) {
      case 'link':
        this.#describedLink(said.kind, said.description);
        break;
      case 'restart':
        this.#link.restartSaid(said);
        break;
      case 'link-wanted':
        this.#linkWanted(said);
        break;
      case 'here':
        break;
      case 'media':
        this.#link.media(said.description);
        break;
      case 'self':
        this.#state.microphone = said.microphone;
        this.#state.camera = said.camera;
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
    this.#carriers.end();
    this.#channel.close();
    this.#link.close(reason === 'left');
    this.#state = { phase: 'closed', reason };
  }
}
