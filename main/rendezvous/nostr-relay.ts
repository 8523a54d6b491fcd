/** One relay: connected while somebody listens, never with more than it must know, and truthful about itself. */
import type { Room } from '../../shared/invite/key-schedule';
import type { RelayStatus } from '../../shared/ipc';
import type { Envelope } from '../../shared/wire/envelope';
import { listeningPeriods, periodAt, publishingPeriods } from '../../shared/wire/topics';
import { RelayConnection } from './relay-connection';
import { openContent, RelayEvents } from './relay-events';
import { directly, type AgentFor } from './relay-socket';
import { eventKindOf, TOPIC_TAG, topicsOf, type RelaySubscription } from './relay-topics';

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

interface Listener {
  room: Room;
  onEnvelope: (envelope: Envelope) => void;
  subscription: RelaySubscription | null;
}

export interface NostrRelayEvents {
  changed: () => void;
  /** A relay's clock, in Unix milliseconds. */
  clock: (url: string, relayClock: number) => void;
}

export class NostrRelay {
  readonly #listeners = new Set<Listener>();
  readonly #sealed: RelayEvents;
  readonly #unconfirmed = new Set<Promise<unknown>>();
  #waiting: { at: number; send: (connection: RelayConnection) => void }[] = [];
  #connection: RelayConnection | null = null;
  #timers = new Set<NodeJS.Timeout>();
  #period = 0;
  #failures = 0;
  #stopped = false;
  #lastAnswerAt: number | null = null;
  #roundTripMs: number | null = null;
  #answeredNow = false;

  /** @param url canonical. @param now Unix milliseconds. */
  constructor(
    readonly url: string,
    private readonly now: () => number,
    private readonly events: NostrRelayEvents,
    private readonly agentFor: AgentFor = directly,
  ) {
    this.#sealed = new RelayEvents(url, now);
  }

  get status(): Omit<RelayStatus, 'enabled'> {
    const { url } = this;
    return { url, state: this.#state(), lastAnswerAt: this.#lastAnswerAt, roundTripMs: this.#roundTripMs };
  }

  listen(room: Room, onEnvelope: (envelope: Envelope) => void): () => void {
    const listener: Listener = { room, onEnvelope, subscription: null };
    this.#listeners.add(listener);
    if (this.#connection?.connected === true) this.#subscribe(this.#connection, listener);
    else this.#connect();
    return () => {
      this.#listeners.delete(listener);
      listener.subscription?.close();
      if (this.#listeners.size === 0) void this.#rest();
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
    if (this.#connection?.connected === true && this.#answeredNow) return 'works';
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
    this.#failures = 0;
    // Listeners first: an answer may come at once.
    this.#subscribeAll(connection);
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
    if (periodAt(this.now() / 1000) !== this.#period) this.#subscribeAll(connection);
    this.#later(PERIOD_CHECK_MS, () => {
      this.#checkPeriod(connection);
    });
  }

  #subscribeAll(connection: RelayConnection): void {
    for (const listener of this.#listeners) this.#subscribe(connection, listener);
  }

  #subscribe(connection: RelayConnection, listener: Listener): void {
    const seconds = this.now() / 1000;
    this.#period = periodAt(seconds);
    const topics = topicsOf(listener.room, this.url, listeningPeriods(seconds));
    const asked = performance.now();
    const before = listener.subscription;
    const subscription = connection.subscribe(
      [{ kinds: [...topics.values()].map(eventKindOf), [`#${TOPIC_TAG}`]: [...topics.keys()], limit: 100 }],
      {
        onevent: ({ tags, content }) => {
          const topic = topics.get(tags.find(([name]) => name === TOPIC_TAG)?.[1] ?? '');
          if (topic) this.#receive(listener, topic, content);
        },
        oneose: () => {
          if (connection.answering) this.#roundTripMs = Math.round(performance.now() - asked);
        },
        onclose: () => {
          if (listener.subscription === subscription) this.#refused(connection, listener);
        },
      },
    );
    listener.subscription = subscription;
    // The new one is there before the old one goes, so that nothing falls in between.
    before?.close();
  }

  /** The relay ended a subscription that is still wanted. */
  #refused(connection: RelayConnection, listener: Listener): void {
    listener.subscription = null;
    if (this.#connection !== connection || !this.#listeners.has(listener)) return;
    this.#answeredNow = false;
    this.events.changed();
    this.#later(REFUSED_MS, () => {
      const wanted = this.#connection === connection && this.#listeners.has(listener);
      if (wanted && listener.subscription === null) this.#subscribe(connection, listener);
    });
  }

  #receive({ room, onEnvelope }: Listener, topic: Uint8Array, content: string): void {
    // A relay may send anything; what no key opens is not even worth a count.
    const envelope = openContent(content, room, topic);
    if (envelope) onEnvelope(envelope);
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
