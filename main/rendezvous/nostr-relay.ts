/** One relay: connects while somebody listens, publishes under a throwaway key, and knows how it is doing. */
import { AbstractRelay, type Subscription } from 'nostr-tools/abstract-relay';
import { finalizeEvent, generateSecretKey } from 'nostr-tools/pure';
import { fromBase64Url, toBase64Url, toHex } from '../../shared/bytes';
import { randomBytes } from '../../shared/crypto/sodium';
import type { Room } from '../../shared/invite/key-schedule';
import type { RelayStatus } from '../../shared/ipc';
import { openEnvelope, sealEnvelope, type Envelope } from '../../shared/wire/envelope';
import { listeningPeriods, PERIOD_SECONDS, publishingPeriods, topicOf } from '../../shared/wire/topics';
import { relaySocketClass, type ClockReading } from './relay-socket';

const PING_MS = 15_000;
const RECONNECT_MS = [500, 1000, 2000, 5000, 10_000, 30_000];
/** Ephemeral kinds (NIP-01); which one follows from the topic, so that Vigil has no kind of its own. */
const FIRST_EPHEMERAL_KIND = 20_000;
const EPHEMERAL_KINDS = 10_000;
const TOPIC_TAG = 'x';
/** Messages that wait for the connection; whoever needs an answer says it again anyway. */
const MAX_WAITING = 64;

interface Listener {
  room: Room;
  onEnvelope: (envelope: Envelope) => void;
  subscription: Subscription | null;
}

export interface NostrRelayEvents {
  changed: () => void;
  clock: ClockReading;
  /** Something arrived that no key of ours opens. */
  dropped: () => void;
}

export class NostrRelay {
  readonly #relay: AbstractRelay;
  readonly #key = generateSecretKey();
  readonly #listeners = new Set<Listener>();
  #waiting: (() => void)[] = [];
  #connecting = false;
  #periodTimer: NodeJS.Timeout | null = null;
  #lastAnswerAt: number | null = null;
  #roundTripMs: number | null = null;
  #stopped = false;
  #retryTimer: NodeJS.Timeout | null = null;
  #failures = 0;

  /** @param url canonical. @param now Unix milliseconds. */
  constructor(
    readonly url: string,
    private readonly now: () => number,
    private readonly events: NostrRelayEvents,
  ) {
    this.#relay = new AbstractRelay(url, {
      // Envelopes prove themselves; a relay's promise that a signature is good would add nothing.
      verifyEvent: () => true,
      websocketImplementation: relaySocketClass(events.clock) as unknown as typeof globalThis.WebSocket,
      enablePing: true,
    });
    this.#relay.pingFrequency = PING_MS;
    this.#relay.onclose = () => {
      this.events.changed();
      this.#retryLater();
    };
  }

  get status(): Omit<RelayStatus, 'enabled'> {
    return {
      url: this.url,
      state: this.#state(),
      lastAnswerAt: this.#lastAnswerAt,
      roundTripMs: this.#roundTripMs,
    };
  }

  listen(room: Room, onEnvelope: (envelope: Envelope) => void): () => void {
    const listener: Listener = { room, onEnvelope, subscription: null };
    this.#listeners.add(listener);
    if (this.#relay.connected) this.#subscribe(listener);
    else void this.#connect();
    return () => {
      this.#listeners.delete(listener);
      listener.subscription?.close();
      if (this.#listeners.size === 0) this.#rest();
    };
  }

  publish(room: Room, envelopes: readonly Envelope[]): void {
    const send = (): void => {
      for (const period of publishingPeriods(this.now() / 1000)) {
        for (const envelope of envelopes) this.#send(room, envelope, period);
      }
    };
    if (this.#relay.connected) send();
    else if (this.#waiting.length < MAX_WAITING) this.#waiting.push(send);
  }

  stop(): void {
    this.#stopped = true;
    this.#listeners.clear();
    this.#rest();
  }

  #state(): RelayStatus['state'] {
    if (this.#listeners.size === 0) return 'idle';
    if (this.#relay.connected && this.#lastAnswerAt !== null) return 'works';
    return this.#lastAnswerAt === null ? 'trying' : 'silent';
  }

  async #connect(): Promise<void> {
    if (this.#connecting || this.#relay.connected || this.#stopped || this.#listeners.size === 0) return;
    this.#connecting = true;
    this.events.changed();
    const reached = await this.#relay.connect().then(
      () => true,
      () => false,
    );
    this.#connecting = false;
    if (reached) this.#reached();
    else {
      this.#failures++;
      this.#retryLater();
    }
    this.events.changed();
  }

  #reached(): void {
    this.#failures = 0;
    if (this.#listeners.size === 0) {
      // Everybody left while the connection was being made.
      this.#rest();
      return;
    }
    // Listeners first: an answer may come at once.
    for (const listener of this.#listeners) this.#subscribe(listener);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const send of waiting) send();
  }

  #retryLater(): void {
    if (this.#stopped || this.#listeners.size === 0 || this.#connecting || this.#retryTimer) return;
    const pause = RECONNECT_MS[Math.min(this.#failures, RECONNECT_MS.length - 1)] ?? 0;
    this.#retryTimer = setTimeout(() => {
      this.#retryTimer = null;
      void this.#connect();
    }, pause);
  }

  /** Nobody listens: the relay need not know that we are here. */
  #rest(): void {
    if (this.#periodTimer) clearTimeout(this.#periodTimer);
    if (this.#retryTimer) clearTimeout(this.#retryTimer);
    this.#periodTimer = null;
    this.#retryTimer = null;
    this.#waiting = [];
    this.#relay.close();
    this.events.changed();
  }

  #subscribe(listener: Listener): void {
    listener.subscription?.close();
    const seconds = this.now() / 1000;
    const topics = new Map(
      listeningPeriods(seconds).map((period) => {
        const topic = topicOf(listener.room.topicKey, 'nostr', this.url, period);
        return [toHex(topic), topic] as const;
      }),
    );
    const asked = performance.now();
    listener.subscription = this.#relay.subscribe(
      [{ kinds: [...topics.values()].map(kindOf), [`#${TOPIC_TAG}`]: [...topics.keys()], limit: 100 }],
      {
        onevent: ({ tags, content }) => {
          const topic = topics.get(tags.find(([name]) => name === TOPIC_TAG)?.[1] ?? '');
          if (topic) this.#receive(listener, topic, content);
        },
        oneose: () => {
          this.#answered(performance.now() - asked);
        },
      },
    );
    this.#renewAtPeriodEnd(seconds);
  }

  #renewAtPeriodEnd(seconds: number): void {
    if (this.#periodTimer) clearTimeout(this.#periodTimer);
    const untilNext = (PERIOD_SECONDS - (seconds % PERIOD_SECONDS)) * 1000 + 1000;
    this.#periodTimer = setTimeout(() => {
      if (this.#relay.connected) for (const listener of this.#listeners) this.#subscribe(listener);
    }, untilNext);
  }

  #receive({ room, onEnvelope }: Listener, topic: Uint8Array, content: string): void {
    this.#lastAnswerAt = this.now();
    let envelope: Envelope;
    try {
      envelope = openEnvelope(fromBase64Url(content), room.envelopeKey, topic);
    } catch {
      this.events.dropped();
      return;
    }
    onEnvelope(envelope);
  }

  #send(room: Room, envelope: Envelope, period: number): void {
    const topic = topicOf(room.topicKey, 'nostr', this.url, period);
    const sealed = sealEnvelope(envelope, room.envelopeKey, topic, randomBytes(24));
    const event = finalizeEvent(
      {
        kind: kindOf(topic),
        created_at: Math.floor(this.now() / 1000),
        tags: [[TOPIC_TAG, toHex(topic)]],
        content: toBase64Url(sealed),
      },
      this.#key,
    );
    const asked = performance.now();
    this.#relay.publish(event).then(
      () => {
        this.#answered(performance.now() - asked);
      },
      () => {
        this.events.changed();
      },
    );
  }

  #answered(roundTripMs: number): void {
    this.#lastAnswerAt = this.now();
    this.#roundTripMs = Math.round(roundTripMs);
    this.events.changed();
  }
}

function kindOf(topic: Uint8Array): number {
  return FIRST_EPHEMERAL_KIND + ((((topic[0] ?? 0) << 8) | (topic[1] ?? 0)) % EPHEMERAL_KINDS);
}
