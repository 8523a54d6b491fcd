/**
 * Whether a relay passes on what it is given: an honest one also gives it to the subscription of whoever published.
 * Anything published into a room that is listened to shows it; whoever publishes nothing, as a waiting door, sends an
 * envelope for nobody, now and again every few minutes.
 */
import { systemClocks } from '../../clocks';
import { randomBytes } from '../../../shared/crypto/sodium';
import type { Room } from '../../../shared/invite/key-schedule';
import { MESSAGE_ID_LENGTH, type Envelope } from '../../../shared/wire/envelope';

/** What has not come back by then was swallowed. */
const ECHO_MS = 5000;
/** From one check to the next where nothing else is published: drawn anew each time, so that no beat shows. */
const SHORTEST_CHECK_MS = 3 * 60 * 1000;
const LONGEST_CHECK_MS = 5 * 60 * 1000;
/** Between checks of a relay that failed. */
const RETRY_MS = [5000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000];
const MAX_AWAITED = 64;

export interface EchoWatchEvents {
  /** Publish an envelope for nobody. */
  probe: () => void;
  /** The first of several that came back, after so many milliseconds. */
  echoed: (afterMs: number) => void;
  /** Nothing came back in time. @param wereTaken although the relay said that it takes it. */
  swallowed: (wereTaken: boolean) => void;
}

interface Awaited {
  room: Room;
  at: number;
  isTaken: boolean;
  /** Sent before the relay had answered the subscription: it may have fallen in between. */
  early: boolean;
}

export class EchoWatch {
  readonly #awaited = new Map<string, Awaited>();
  #state: 'open' | 'proven' | 'failed' = 'open';
  #isListening = false;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  #isDeadline = false;

  constructor(private readonly events: EchoWatchEvents) {}

  /** Something came back on this connection, and nothing has failed since. */
  get isProven(): boolean {
    return this.#state === 'proven';
  }

  /** The relay has answered the subscription. */
  listening(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    if (this.#awaited.size > 0) this.#awaitEcho();
    else this.events.probe();
  }

  /** The subscription is not answered any more, or the connection is gone. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#isDeadline = false;
    this.#awaited.clear();
    this.#isListening = false;
    this.#state = 'open';
  }

  /** Published into a room that is listened to. @param early the latest subscription is not answered yet. */
  published(eventId: string, room: Room, early: boolean): void {
    const isTaken = false;
    this.#awaited.set(eventId, {
      room,
      at: systemClocks.steady(),
      isTaken,
      early: early || !this.#isListening,
    });
    const [oldest] = this.#awaited.keys();
    if (this.#awaited.size > MAX_AWAITED && oldest !== undefined) this.#awaited.delete(oldest);
    if (this.#isListening && !this.#isDeadline) this.#awaitEcho();
  }

  /** The relay says that it takes it: that alone shows nothing. */
  taken(eventId: string): void {
    const awaited = this.#awaited.get(eventId);
    if (awaited) awaited.isTaken = true;
  }

  /** The room is listened to no more: what was last said there need not come back. */
  left(room: Room): void {
    for (const [id, awaited] of this.#awaited) if (awaited.room === room) this.#awaited.delete(id);
  }

  /** An event came by the own subscription. @returns whether it was an own one. */
  received(eventId: string): boolean {
    const awaited = this.#awaited.get(eventId);
    if (!awaited) return false;
    this.#awaited.clear();
    this.#state = 'proven';
    this.#failures = 0;
    this.#isDeadline = false;
    this.#checkLater();
    this.events.echoed(Math.round(systemClocks.steady() - awaited.at));
    return true;
  }

  /** The relay said no, or swallowed: it is asked again after growing waits. */
  failed(): void {
    this.#awaited.clear();
    this.#isDeadline = false;
    this.#state = 'failed';
    const wait = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? 0;
    this.#after(wait, this.events.probe);
  }

  #awaitEcho(): void {
    this.#isDeadline = true;
    this.#after(ECHO_MS, () => {
      this.#isDeadline = false;
      const awaited = [...this.#awaited.values()];
      this.#awaited.clear();
      if (awaited.some(({ early }) => !early)) {
        this.failed();
        this.events.swallowed(awaited.some(({ isTaken }) => isTaken));
      } else if (awaited.length === 0 && this.isProven) {
        this.#checkLater();
      } else {
        this.events.probe();
      }
    });
  }

  #checkLater(): void {
    const [first = 0, second = 0] = randomBytes(2);
    const share = (first * 256 + second) / 65_536;
    this.#after(SHORTEST_CHECK_MS + share * (LONGEST_CHECK_MS - SHORTEST_CHECK_MS), this.events.probe);
  }

  #after(milliseconds: number, run: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, milliseconds);
  }
}

/** Of the usual form, and for nobody. */
export function probeEnvelope(): Envelope {
  const [from, to, messageId] = [randomBytes(16), randomBytes(16), randomBytes(MESSAGE_ID_LENGTH)];
  return { kind: 'sealed', from, to, messageId, part: 0, parts: 1, body: new Uint8Array() };
}
