/** One relay: connected while somebody listens, never with more than it must know, and truthful about itself. */
import type { Room } from '../../../shared/invite/key-schedule';
import type { RelayStatus } from '../../../shared/ipc';
import type { Envelope } from '../../../shared/wire/envelope';
import { publishingPeriods } from '../../../shared/wire/topics';
import { RelayConnection } from './relay-connection';
import { RelayEvents } from './relay-events';
import { directly, type AgentFor } from './relay-socket';
import { RelaySubscription, type RelayListener } from './relay-subscription';

const RECONNECT_MS = [500, 1000, 2000, 5000, 10_000, 30_000];
/** How often the hour is looked at: clocks are corrected, and computers sleep. */
const PERIOD_CHECK_MS = 30_000;
/** A relay that refuses a subscription is asked again after this. */
const REFUSED_MS = 10_000;
/** Messages wait for a connection this long; whoever needs an answer says it again anyway. */
const WAITING_MS = 10_000;
const MAX_WAITING = 64;
/** The last words get this long to be confirmed before the connection is given up. */
const FAREWELL_MS = 1000;

export interface NostrRelayEvents {
  changed: () => void;
  /** A relay's clock, in Unix milliseconds. */
  clock: (url: string, relayClock: number) => void;
}

export class NostrRelay {
  readonly #listeners = new Set<RelayListener>();
  readonly #subscription: RelaySubscription;
  readonly #sealed: RelayEvents;
  readonly #unconfirmed = new Set<Promise<unknown>>();
  #waiting: { at: number; send: (connection: RelayConnection) => void }[] = [];
  #connection: RelayConnection | null = null;
  #timers = new Set<NodeJS.Timeout>();
  #failures = 0;
  #asksForLess = false;
  #stopped = false;
  #lastAnswerAt: number | null = null;
  #roundTripMs: number | null = null;
  #answeredNow = false;
  /** It takes none of what is published: it may pass on what others say, and is no way for this person. */
  #rejects = false;

  /** @param url canonical. @param now Unix milliseconds. */
  constructor(
    readonly url: string,
    private readonly now: () => number,
    private readonly events: NostrRelayEvents,
    private readonly agentFor: AgentFor = directly,
  ) {
    this.#sealed = new RelayEvents(url, now);
    this.#subscription = new RelaySubscription(url, this.#listeners, now, {
      answered: (roundTripMs) => {
        this.#roundTripMs = roundTripMs;
      },
      refused: () => {
        this.#refused();
      },
    });
  }

  get status(): Omit<RelayStatus, 'enabled'> {
    const { url } = this;
    return { url, state: this.#state(), lastAnswerAt: this.#lastAnswerAt, roundTripMs: this.#roundTripMs };
  }

  listen(room: Room, onEnvelope: (envelope: Envelope) => void): () => void {
    const listener: RelayListener = { room, onEnvelope };
    this.#listeners.add(listener);
    if (this.#connection?.connected === true) this.#subscription.renew(this.#connection);
    else this.#connect();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) void this.#rest();
      else this.#askForLess();
    };
  }

  publish(room: Room, envelopes: readonly Envelope[]): void {
    const send = (connection: RelayConnection): void => {
      for (const period of publishingPeriods(this.now() / 1000)) {
        for (const envelope of envelopes) this.#send(connection, room, envelope, period);
      }
    };
    if (this.#connection?.connected === true) {
      send(this.#connection);
      return;
    }
    this.#waiting.push({ at: this.now(), send });
    if (this.#waiting.length > MAX_WAITING) this.#waiting.shift();
  }

  /** The connection may be gone without a word. A relay that nobody listens to is left alone. */
  refresh(): void {
    if (this.#stopped || this.#listeners.size === 0) return;
    this.#failures = 0;
    const connection = this.#connection;
    this.#connection = null;
    this.#answeredNow = false;
    this.#subscription.forget();
    connection?.close();
    this.#connect();
  }

  /** Resolves when the last words are confirmed, or were given a second, and the connection is closed. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#listeners.clear();
    await this.#rest();
  }

  #state(): RelayStatus['state'] {
    if (this.#listeners.size === 0) return 'idle';
    if (this.#connection?.connected === true && this.#answeredNow && !this.#rejects) return 'works';
    return this.#lastAnswerAt === null ? 'trying' : 'silent';
  }

  #connect(): void {
    if (this.#connection || this.#stopped || this.#listeners.size === 0) return;
    let connection: RelayConnection;
    try {
      connection = new RelayConnection(this.url, this.agentFor, {
        clock: (relayClock) => {
          this.events.clock(this.url, relayClock);
        },
        answered: () => {
          this.#answered();
        },
        published: (accepted) => {
          this.#rejects = !accepted;
          this.events.changed();
        },
      });
    } catch {
      // No address that the platform can use, or that may be reached: it stays at trying.
      return;
    }
    this.#connection = connection;
    this.#answeredNow = false;
    const lost = (): void => {
      this.#lost(connection);
    };
    connection.onclose = lost;
    connection.connect().then(() => {
      this.#reached(connection);
    }, lost);
    this.events.changed();
  }

  #reached(connection: RelayConnection): void {
    if (this.#connection !== connection) {
      connection.close();
      return;
    }
    // Listeners first: an answer may come at once.
    this.#subscription.renew(connection);
    this.#later(PERIOD_CHECK_MS, () => {
      this.#checkPeriod(connection);
    });
    const waiting = this.#waiting.filter(({ at }) => this.now() - at < WAITING_MS);
    this.#waiting = [];
    for (const { send } of waiting) send(connection);
  }

  #lost(connection: RelayConnection): void {
    if (this.#connection !== connection) return;
    this.#connection = null;
    this.#answeredNow = false;
    this.#subscription.forget();
    const pause = RECONNECT_MS[Math.min(this.#failures++, RECONNECT_MS.length - 1)] ?? 0;
    this.#later(pause, () => {
      this.#connect();
    });
    this.events.changed();
  }

  /** Nobody listens any more: the relay need not know that we are here. */
  async #rest(): Promise<void> {
    const limit = new Promise<void>((resolve) => {
      this.#later(FAREWELL_MS, resolve);
    });
    await Promise.race([Promise.allSettled([...this.#unconfirmed]), limit]);
    if (this.#listeners.size > 0) return;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#waiting = [];
    const connection = this.#connection;
    this.#connection = null;
    this.#subscription.forget();
    connection?.close();
    this.events.changed();
  }

  #later(milliseconds: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, milliseconds);
    this.#timers.add(timer);
  }

  #checkPeriod(connection: RelayConnection): void {
    if (this.#connection !== connection) return;
    // Some accept everybody and close at once: only what has lasted is no failure.
    this.#failures = 0;
    if (this.#subscription.isOfAnotherHour) this.#subscription.renew(connection);
    this.#later(PERIOD_CHECK_MS, () => {
      this.#checkPeriod(connection);
    });
  }

  /** Rooms are often left together: the relay is told once. */
  #askForLess(): void {
    if (this.#asksForLess) return;
    this.#asksForLess = true;
    queueMicrotask(() => {
      this.#asksForLess = false;
      const connection = this.#connection;
      if (connection?.connected === true && this.#listeners.size > 0) this.#subscription.renew(connection);
    });
  }

  /** The relay ended a subscription that is still wanted. */
  #refused(): void {
    const connection = this.#connection;
    if (!connection) return;
    this.#answeredNow = false;
    this.events.changed();
    this.#later(REFUSED_MS, () => {
      if (this.#connection === connection && !this.#subscription.isOpen) this.#subscription.renew(connection);
    });
  }

  #send(connection: RelayConnection, room: Room, envelope: Envelope, period: number): void {
    const event = this.#sealed.seal(room, envelope, period);
    const asked = performance.now();
    const confirmed: Promise<unknown> = connection
      .publish(event)
      .then(
        () => {
          this.#roundTripMs = Math.round(performance.now() - asked);
        },
        () => undefined,
      )
      .finally(() => {
        this.#unconfirmed.delete(confirmed);
        this.events.changed();
      });
    this.#unconfirmed.add(confirmed);
  }

  #answered(): void {
    this.#answeredNow = true;
    this.#lastAnswerAt = this.now();
    this.events.changed();
  }
}
