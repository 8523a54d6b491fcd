/**
 * Renews the keys of one pair's channel by another handshake inside it (docs/protocol.md, Renewal): whoever came to know
 * the keys of a moment, and does not keep changing what is said, reads nothing that is sealed afterwards.
 */
import { EMPTY, equalPublic } from '../../bytes';
import type { HandshakeResult, HandshakeState } from '../../noise/handshake-state';
import { Allowance } from '../limits/rate-limit';
import type { RenewMessage } from '../messages/renew-messages';
import type { Ports } from '../ports';

/** So that at least every hour there are new keys, and not everybody's in the same minute. Milliseconds. */
const EVERY_MS = 45 * 60_000;
const SPREAD_MS = 10 * 60_000;
/** The side that cannot begin asks for it when nothing came. */
const WISH_AFTER_MS = 58 * 60_000;
/** After the computer woke, links are mended first. */
const AFTER_WAKE_MS = 5_000;
/** One that was not finished is begun anew. */
const RETRY_MS = 60_000;
/** What was sealed by the keys before may be on its way for as long as a link can be interrupted, and longer. */
const GRACE_MS = 120_000;
/** So many at once, and one more after each pause: each first message costs a handshake. */
const HEEDED = { capacity: 3, refillMs: 20_000 };

export interface PairRenewalOptions {
  /** This side has the lower peer id: it begins. */
  initiates: boolean;
  /** A handshake about the channel that has this handshake hash. */
  begin: (boundTo: Uint8Array) => HandshakeState;
  /** The other's static key, as it was proven when the channel was made. */
  theirStatic: Uint8Array;
  say: (message: RenewMessage) => void;
  /** Of the keys that this side seals with now. */
  handshakeHash: () => Uint8Array;
  /** From now on the other side may seal with these. */
  add: (result: HandshakeResult) => void;
  /** The other side has them as well: this side seals with them from now on. */
  agreed: (handshakeHash: Uint8Array) => void;
  forgetOlder: () => void;
}

export class PairRenewal {
  #handshake: HandshakeState | null = null;
  #stopNext: (() => void) | null = null;
  #stopGrace: (() => void) | null = null;
  readonly #heeded: Allowance;

  constructor(
    private readonly options: PairRenewalOptions,
    private readonly ports: Pick<Ports, 'random' | 'timer' | 'steady' | 'drop'>,
  ) {
    this.#heeded = new Allowance(HEEDED.capacity, HEEDED.refillMs, ports.steady);
    this.#nextInAnHour();
  }

  /** The computer woke: what was in its memory may have been read meanwhile. */
  woke(): void {
    this.#next(AFTER_WAKE_MS);
  }

  /** @param through handshake hash of the keys by which the message was sealed. */
  said(message: RenewMessage, through: Uint8Array): void {
    if (!this.options.initiates) this.#asResponder(message, through);
    else if (message.step === 'wanted') this.#wanted();
    else if (message.step === 'second') this.#second(message.noise);
    else if (message.step !== 'done') this.ports.drop('unexpected');
  }

  /** Something came that was sealed by newer keys than this side seals with. */
  heardNewer(handshakeHash: Uint8Array): void {
    this.#agreed(handshakeHash);
  }

  end(): void {
    this.#stopNext?.();
    this.#stopGrace?.();
    this.#letGo();
  }

  #nextInAnHour(): void {
    const [high = 0, low = 0] = this.ports.random(2);
    const share = (256 * high + low) / 65_536;
    this.#next(this.options.initiates ? EVERY_MS + share * SPREAD_MS : WISH_AFTER_MS);
  }

  #next(afterMs: number): void {
    this.#stopNext?.();
    this.#stopNext = this.ports.timer(afterMs, () => {
      this.#next(RETRY_MS);
      if (this.options.initiates) this.#first();
      else this.options.say({ t: 'renew', step: 'wanted', noise: EMPTY });
    });
  }

  #wanted(): void {
    if (!this.#heeded.take()) this.ports.drop('renewal-refused');
    else if (!this.#handshake) {
      this.#next(RETRY_MS);
      this.#first();
    }
  }

  #first(): void {
    this.#letGo();
    this.#handshake = this.options.begin(this.options.handshakeHash());
    this.options.say({ t: 'renew', step: 'first', noise: this.#handshake.writeMessage(EMPTY) });
  }

  #second(noise: Uint8Array): void {
    const handshake = this.#genuine(noise);
    if (!handshake) return;
    const third = handshake.writeMessage(EMPTY);
    this.#handshake = null;
    // The other side seals with them as soon as it has the third message.
    this.options.add(handshake.finish());
    this.options.say({ t: 'renew', step: 'third', noise: third });
  }

  #asResponder(message: RenewMessage, through: Uint8Array): void {
    switch (message.step) {
      case 'first':
        this.#answer(message.noise, through);
        break;
      case 'third':
        this.#third(message.noise);
        break;
      default:
        this.ports.drop('unexpected');
    }
  }

  #answer(noise: Uint8Array, through: Uint8Array): void {
    if (!this.#heeded.take()) {
      this.ports.drop('renewal-refused');
      return;
    }
    this.#letGo();
    const handshake = this.options.begin(through);
    let second;
    try {
      handshake.readMessage(noise);
      // A key of the other's with which nothing secret can be agreed shows only here.
      second = handshake.writeMessage(EMPTY);
    } catch {
      handshake.wipe();
      this.ports.drop('renewal-not-genuine');
      return;
    }
    this.#handshake = handshake;
    this.options.say({ t: 'renew', step: 'second', noise: second });
  }

  #third(noise: Uint8Array): void {
    const handshake = this.#genuine(noise);
    if (!handshake) return;
    this.#handshake = null;
    const result = handshake.finish();
    this.options.add(result);
    this.#agreed(result.handshakeHash);
    this.options.say({ t: 'renew', step: 'done', noise: EMPTY });
  }

  /** The handshake that this is the next message of. Inside the channel one try is enough: another is begun later. */
  #genuine(noise: Uint8Array): HandshakeState | null {
    if (this.#handshake && this.#read(this.#handshake, noise)) return this.#handshake;
    this.ports.drop('renewal-not-genuine');
    this.#letGo();
    return null;
  }

  /** False for what is not genuine, and for a handshake with anybody but the one of this channel. */
  #read(handshake: HandshakeState, noise: Uint8Array): boolean {
    try {
      handshake.readMessage(noise);
    } catch {
      return false;
    }
    const { remoteStatic } = handshake;
    return remoteStatic !== null && equalPublic(remoteStatic, this.options.theirStatic);
  }

  #agreed(handshakeHash: Uint8Array): void {
    this.#nextInAnHour();
    this.options.agreed(handshakeHash);
    this.#stopGrace?.();
    this.#stopGrace = this.ports.timer(GRACE_MS, this.options.forgetOlder);
  }

  #letGo(): void {
    this.#handshake?.wipe();
    this.#handshake = null;
  }
}
