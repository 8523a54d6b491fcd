/** The door's side after a knock: waiting for a decision, letting in, carrying how the first connection is described. */
import { equalPublic, toHex } from '../../bytes';
import type { CompactDescription } from '../../wire/description';
import type { Message } from '../../wire/reassembly';
import type { Visitor } from './door-handshakes';
import type { MeetingKeyring } from '../meeting-keys';
import {
  decodeDoorMessage,
  encodeDoorMessage,
  type Denial,
  type DoorMessage,
} from '../messages/door-messages';
import type { FirstSignalling } from '../connection/first-signalling';
import type { Ports, RoomHandle } from '../ports';
import { retry } from '../limits/backoff';

/** Somebody who waits knocks again every quarter of a minute; who does not is gone. */
const ASKING_LIMIT_MS = 60_000;
/** A refusal is said again for so long, should it have been lost. */
const REFUSED_MS = 30_000;

export type VisitorState =
  | { phase: 'asking'; since: number }
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
  #room: RoomHandle;
  #isEnded = false;
  #stopSending: (() => void) | null = null;
  #stopWaiting: (() => void) | null = null;

  constructor(
    readonly visitor: Visitor,
    self: Uint8Array,
    private readonly base: MeetingKeyring,
    private readonly ports: Ports,
    private readonly events: VisitorEvents,
  ) {
    this.id = toHex(visitor.peerId);
    this.#state = { phase: 'asking', since: ports.now() };
    this.#room = ports.joinRoom(visitor.room, self, (message) => {
      this.#receive(message);
    });
    this.#send({ t: 'waiting' });
    this.#goneAfter(ASKING_LIMIT_MS);
  }

  get state(): VisitorState {
    return this.#state;
  }

  /** Our last word may have been lost: the knock came again. */
  repeated(knockBody: Uint8Array): boolean {
    if (!equalPublic(knockBody, this.visitor.knockBody)) return false;
    if (this.#state.phase === 'asking') {
      this.#send({ t: 'waiting' });
      this.#goneAfter(ASKING_LIMIT_MS);
    }
    if (this.#state.phase === 'gone' && this.#state.told) this.#send(this.#state.told);
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
    this.#send(told);
    this.events.changed();
  }

  describe(description: CompactDescription, answered: (remote: CompactDescription) => void): void {
    if (this.#isEnded || this.#state.phase !== 'describing') return;
    this.#state = { phase: 'admitted', answered };
    const { meetingId, psk } = this.base;
    this.#stopSending = retry(this.ports, { firstMs: 2000, maxMs: 8000 }, () => {
      this.#send({ t: 'admitted', description, meetingId, psk });
    });
    this.events.changed();
  }

  /** The door closes with somebody still waiting before it; whose link is under way needs it no longer. */
  close(): void {
    if (this.#state.phase !== 'gone' && this.#state.phase !== 'answered') this.#send({ t: 'gone' });
    this.end();
  }

  /** The rendezvous is needed no longer: the visitor is inside, or nobody is there. */
  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#stopSending?.();
    this.#stopWaiting?.();
    this.#room.leave();
    this.visitor.channel.wipe();
    this.events.ended();
  }

  #goneAfter(milliseconds: number): void {
    this.#stopWaiting?.();
    this.#stopWaiting = this.ports.timer(milliseconds, this.events.gone);
  }

  #send(message: DoorMessage): void {
    const sealed = this.visitor.channel.seal(encodeDoorMessage(message));
    this.#room.publish('sealed', this.visitor.peerId, sealed);
  }

  #receive(message: Message): void {
    if (message.kind !== 'sealed' || !equalPublic(message.from, this.visitor.peerId)) return;
    let content;
    try {
      content = this.visitor.channel.open(message.body);
    } catch {
      this.ports.drop('channel-not-genuine');
      return;
    }
    let said;
    try {
      said = decodeDoorMessage(content);
    } catch {
      this.ports.drop('channel-malformed');
      return;
    }
    if (said?.t === 'answer' && this.#state.phase === 'admitted')
      this.#answered(said.description, this.#state.answered);
    else if (said?.t === 'withdrawn') this.events.gone();
    else if (!said) this.ports.drop('channel-unknown-kind');
  }

  #answered(remote: CompactDescription, answered: (remote: CompactDescription) => void): void {
    this.#stopSending?.();
    this.#state = { phase: 'answered' };
    answered(remote);
    this.events.changed();
  }
}
