/** The door's side after a knock: waiting for a decision, letting in, carrying how the first connection is described. */
import { equalPublic, toHex } from '../../bytes';
import type { WallTime } from '../../clocks';
import type { CompactDescription } from '../../wire/description';
import type { Acquaintances } from '../group/acquaintances';
import type { KnockView } from '../views';
import type { Visitor } from './door-handshakes';
import type { MeetingKeyring } from '../meeting-keys';
import { DoorChannel } from '../messages/door-channel';
import type { Denial, DoorMessage } from '../messages/door-messages';
import type { FirstSignalling } from '../connection/first-signalling';
import type { Ports } from '../ports';
import { retry } from '../limits/backoff';
import { RateLimit } from '../limits/rate-limit';

/** Somebody who waits knocks again every quarter of a minute, and answers our word; who does not is gone. */
const ASKING_LIMIT_MS = 60_000;
/** A refusal is said again for so long, should it have been lost. */
const REFUSED_MS = 30_000;

export type VisitorState =
  | { phase: 'asking'; since: WallTime }
  | { phase: 'describing' }
  | { phase: 'admitted'; answered: (remote: CompactDescription) => void }
  | { phase: 'answered' }
  | { phase: 'gone'; told: DoorMessage | null };

export interface VisitorEvents {
  changed: () => void;
  /** The visitor gave up, or is silent. */
  gone: () => void;
  /** Nothing more is said or heard here. */
  ended: () => void;
}

export class VisitorSession implements FirstSignalling {
  readonly id: string;
  #state: VisitorState;
  readonly #channel: DoorChannel;
  readonly #words: RateLimit;
  #isEnded = false;
  #stopSending: (() => void) | null = null;
  #stopWaiting: (() => void) | null = null;

  constructor(
    readonly visitor: Visitor,
    self: Uint8Array,
    private readonly base: MeetingKeyring,
    /** What the host says to those who wait; empty for nothing. */
    private readonly note: string,
    private readonly ports: Ports,
    private readonly events: VisitorEvents,
  ) {
    this.id = toHex(visitor.peerId);
    this.#state = { phase: 'asking', since: ports.wall() };
    this.#words = new RateLimit(1, ports.steady);
    const { room, channel, peerId: other } = visitor;
    this.#channel = new DoorChannel({ room, self, other, channel }, ports, (said) => {
      this.#said(said);
    });
    this.#channel.send(this.#waiting);
    this.#goneAfter(ASKING_LIMIT_MS);
  }

  get state(): VisitorState {
    return this.#state;
  }

  /**
   * Whether this is the knock that led here: our last word may have been lost, and is said again, once a second at most.
   * Anybody can copy a knock, so that it shows nobody to be there still. @param mayAnswer for all who wait together.
   */
  repeated(knockBody: Uint8Array, mayAnswer: () => boolean): boolean {
    if (!equalPublic(knockBody, this.visitor.knockBody)) return false;
    const word = this.#lastWord;
    if (word && this.#words.take() && mayAnswer()) this.#channel.send(word);
    return true;
  }

  /** The member's connection has its time from now on. Before consent nothing is gathered: no server learns of a call. */
  admit(): void {
    if (this.#state.phase !== 'asking') return;
    this.#state = { phase: 'describing' };
    this.#stopWaiting?.();
    this.events.changed();
  }

  deny(reason: Denial): void {
    const told: DoorMessage = { t: 'denied', reason };
    this.#state = { phase: 'gone', told };
    this.#goneAfter(REFUSED_MS);
    this.#channel.send(told);
    this.events.changed();
  }

  describe(description: CompactDescription, answered: (remote: CompactDescription) => void): void {
    if (this.#isEnded || this.#state.phase !== 'describing') return;
    this.#state = { phase: 'admitted', answered };
    const { meetingId, psk } = this.base;
    this.#stopSending = retry(this.ports, { firstMs: 2000, maxMs: 8000 }, () => {
      this.#channel.send({ t: 'admitted', description, meetingId, psk });
    });
    this.events.changed();
  }

  /** The door closes with somebody still waiting before it; whose link is under way needs it no longer. */
  close(): void {
    if (this.#state.phase !== 'gone' && this.#state.phase !== 'answered') this.#channel.send({ t: 'gone' });
    this.end();
  }

  /** The rendezvous is needed no longer: the visitor is inside, or nobody is there. */
  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#stopSending?.();
    this.#stopWaiting?.();
    this.#channel.end();
    this.events.ended();
  }

  get #lastWord(): DoorMessage | null {
    if (this.#state.phase === 'asking') return this.#waiting;
    return this.#state.phase === 'gone' ? this.#state.told : null;
  }

  get #waiting(): DoorMessage {
    return this.note === '' ? { t: 'waiting' } : { t: 'waiting', note: this.note };
  }

  #goneAfter(milliseconds: number): void {
    this.#stopWaiting?.();
    this.#stopWaiting = this.ports.timer(milliseconds, this.events.gone);
  }

  #said(said: DoorMessage | null): void {
    if (said?.t === 'answer' && this.#state.phase === 'admitted')
      this.#answered(said.description, this.#state.answered);
    else if (said?.t === 'waiting' && this.#state.phase === 'asking') this.#goneAfter(ASKING_LIMIT_MS);
    else if (said?.t === 'withdrawn') this.events.gone();
  }

  #answered(remote: CompactDescription, answered: (remote: CompactDescription) => void): void {
    this.#stopSending?.();
    this.#state = { phase: 'answered' };
    answered(remote);
    this.events.changed();
  }
}

/** Somebody who waits at a door. */
export interface Waiting {
  knockId: string;
  identity: Uint8Array;
  name: string;
  since: WallTime;
  /** The personal link by which it came; null: the general one, or not known here. */
  byLink: string | null;
}

export function waitingOf({ id, visitor, state }: VisitorSession): Waiting {
  const { identity, name } = visitor.knock;
  const since = state.phase === 'asking' ? state.since : 0;
  return { knockId: id, identity, name, since, byLink: null };
}

export function knockView(
  { knockId, identity, name, since, byLink }: Waiting,
  acquaintances: Acquaintances,
): KnockView {
  const { trust, contactName } = acquaintances.look(identity, name);
  return { knockId, name, since, byLink, trust, contactName };
}
