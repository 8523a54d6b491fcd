/**
 * The member handshakes that are under way with one other participant, until one of them is finished
 * (docs/protocol.md, Members). Its first two messages can be made by anybody in the meeting, so each member that
 * brings frames has a half-open handshake of its own, and what does not prove the other changes nothing: the third
 * message decides which one was the other's.
 */
import { EMPTY, equalPublic } from '../../bytes';
import type { HandshakeResult, HandshakeState } from '../../noise/handshake-state';
import { Allowance } from '../limits/rate-limit';
import { decodeIntroduction, type Introduction } from '../messages/handshake-payloads';
import type { Ports } from '../ports';

/** By what a frame came or goes: the peer id, in hex, of the member in between; null: the pair's own connection. */
export type Via = string | null;

/** Handshake messages of one pair that one member may bring at once, and one more after each pause. */
const MESSAGES = 8;
const MESSAGE_PAUSE_MS = 1000;
/** More than there can be members. */
const MAX_VIAS = 64;

/** foreign: not whom it claims to be. stranger: genuine, but not let in. */
export type Refusal = 'foreign' | 'stranger';

export type Outcome =
  | { type: 'under-way' }
  | { type: 'agreed'; introduction: Introduction; result: HandshakeResult }
  | { type: 'refused'; reason: Refusal };

const UNDER_WAY: Outcome = { type: 'under-way' };
const FOREIGN: Outcome = { type: 'refused', reason: 'foreign' };

export interface PairHandshakesOptions {
  /** This side has the lower peer id. */
  initiates: boolean;
  /** @param accept throws if a message is not the other's; see HandshakeOptions. */
  begin: (accept: (payload: Uint8Array, remoteStatic: Uint8Array | null) => boolean) => HandshakeState;
  /** The own introduction, encoded. */
  introduction: () => Uint8Array;
  /** Whether the introduction is that of the other participant, whose static key was proven. */
  isTheirs: (introduction: Introduction, remoteStatic: Uint8Array) => boolean;
  /** What is held against whoever has proven to be the other participant; null: nothing. */
  judge: (introduction: Introduction) => Refusal | null;
  carry: (message: Uint8Array, via: Via) => void;
}

/** A first message and the answer to it. */
interface HalfOpen {
  handshake: HandshakeState;
  first: Uint8Array;
  second: Uint8Array;
}

interface Carried {
  allowance: Allowance;
  /** At the responder: to the last first message that came this way. */
  halfOpen: HalfOpen | null;
}

/** The handshake's static key, the identity and the peer id do not belong together. */
class NotTheirs extends Error {}

export class PairHandshakes {
  readonly #vias = new Map<Via, Carried>();
  /** At the initiator. */
  readonly #own: { handshake: HandshakeState; first: Uint8Array } | null;
  /** At the initiator: what finished it, to say the third message once more wherever the second one comes again. */
  #finished: { second: Uint8Array; third: Uint8Array } | null = null;

  constructor(
    private readonly options: PairHandshakesOptions,
    private readonly ports: Pick<Ports, 'steady' | 'drop'>,
  ) {
    this.#own = options.initiates ? this.#begun() : null;
  }

  /** This way is open: the initiator says its first message here as well. */
  offer(via: Via): void {
    if (this.#own && !this.#finished) this.options.carry(this.#own.first, via);
  }

  /** Drops and counts what is not genuine. */
  receive(message: Uint8Array, via: Via): Outcome {
    const carried = this.#carriedBy(via);
    if (!carried.allowance.take()) {
      this.ports.drop('member-flood');
      return UNDER_WAY;
    }
    return this.#own
      ? this.#second(this.#own.handshake, message, via)
      : this.#firstOrThird(message, via, carried);
  }

  /** One is finished, or none is wanted any more: the secrets of all others are overwritten. */
  end(): void {
    this.#own?.handshake.wipe();
    for (const carried of this.#vias.values()) {
      carried.halfOpen?.handshake.wipe();
      carried.halfOpen = null;
    }
  }

  /** After it is finished: a copy that came by another way is answered there too. False if it is none. */
  repeated(message: Uint8Array, via: Via): boolean {
    if (!this.#finished || !equalPublic(this.#finished.second, message)) return false;
    if (this.#carriedBy(via).allowance.take()) this.options.carry(this.#finished.third, via);
    return true;
  }

  #begun(): { handshake: HandshakeState; first: Uint8Array } {
    const handshake = this.#begin();
    // The first message is sealed by nothing secret, so it carries no introduction.
    return { handshake, first: handshake.writeMessage(EMPTY) };
  }

  #begin(): HandshakeState {
    return this.options.begin((payload, remoteStatic) => {
      if (remoteStatic === null) return true;
      if (!this.options.isTheirs(introductionOf(payload), remoteStatic)) throw new NotTheirs();
      return true;
    });
  }

  #second(handshake: HandshakeState, message: Uint8Array, via: Via): Outcome {
    let payload;
    try {
      payload = handshake.readMessage(message);
    } catch (error) {
      return this.#notGenuine(error, via);
    }
    const introduction = introductionOf(payload);
    const refusal = this.options.judge(introduction);
    if (refusal) return { type: 'refused', reason: refusal };
    const third = handshake.writeMessage(this.options.introduction());
    this.#finished = { second: message, third };
    this.options.carry(third, via);
    return { type: 'agreed', introduction, result: handshake.finish() };
  }

  #firstOrThird(message: Uint8Array, via: Via, carried: Carried): Outcome {
    const halfOpen = new Set([...this.#vias.values()].flatMap((one) => one.halfOpen ?? []));
    let notTheirs: NotTheirs | null = null;
    for (const one of halfOpen) {
      if (equalPublic(one.first, message)) {
        this.#replace(carried, one);
        this.options.carry(one.second, via);
        return UNDER_WAY;
      }
      try {
        return this.#third(one.handshake, message);
      } catch (error) {
        if (error instanceof NotTheirs) notTheirs = error;
      }
    }
    return notTheirs ? this.#notGenuine(notTheirs, via) : this.#first(message, via, carried);
  }

  /** Throws, and changes nothing, if it is not the third message of this handshake. */
  #third(handshake: HandshakeState, message: Uint8Array): Outcome {
    const introduction = introductionOf(handshake.readMessage(message));
    const refusal = this.options.judge(introduction);
    if (refusal) return { type: 'refused', reason: refusal };
    return { type: 'agreed', introduction, result: handshake.finish() };
  }

  #first(message: Uint8Array, via: Via, carried: Carried): Outcome {
    const handshake = this.#begin();
    try {
      handshake.readMessage(message);
    } catch (error) {
      return this.#notGenuine(error, via);
    }
    let second;
    try {
      second = handshake.writeMessage(this.options.introduction());
    } catch {
      // A key of the other's with which nothing secret can be agreed.
      this.ports.drop('member-not-genuine');
      return via === null ? FOREIGN : UNDER_WAY;
    }
    this.#replace(carried, { handshake, first: message, second });
    this.options.carry(second, via);
    return UNDER_WAY;
  }

  #replace(carried: Carried, next: HalfOpen): void {
    const before = carried.halfOpen;
    carried.halfOpen = next;
    this.#letGo(before);
  }

  /** One may be on its way by several members. */
  #letGo(halfOpen: HalfOpen | null): void {
    if (![...this.#vias.values()].some((carried) => carried.halfOpen === halfOpen))
      halfOpen?.handshake.wipe();
  }

  /** By the pair's own connection, whose certificate was checked, nobody else can have said it. */
  #notGenuine(error: unknown, via: Via): Outcome {
    const isNotTheirs = error instanceof NotTheirs;
    this.ports.drop(isNotTheirs ? 'member-wrong-identity' : 'member-not-genuine');
    return isNotTheirs && via === null ? FOREIGN : UNDER_WAY;
  }

  #carriedBy(via: Via): Carried {
    const known = this.#vias.get(via);
    if (known) return known;
    const carried = {
      allowance: new Allowance(MESSAGES, MESSAGE_PAUSE_MS, this.ports.steady),
      halfOpen: null,
    };
    this.#vias.set(via, carried);
    const [oldest] = this.#vias.keys();
    if (this.#vias.size > MAX_VIAS && oldest !== undefined) {
      const halfOpen = this.#vias.get(oldest)?.halfOpen ?? null;
      this.#vias.delete(oldest);
      this.#letGo(halfOpen);
    }
    return carried;
  }
}

/** Throws NotTheirs if there is none. */
function introductionOf(payload: Uint8Array): Introduction {
  try {
    return decodeIntroduction(payload);
  } catch {
    throw new NotTheirs();
  }
}
