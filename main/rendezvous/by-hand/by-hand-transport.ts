/**
 * The transport for those who passed two texts by hand: envelopes over data channels that carry nothing else. Into
 * a channel go only envelopes of rooms in which its other end said that it listens.
 */
import { toHex } from '../../../shared/bytes';
import type { Clocks, SteadyTime, WallTime } from '../../../shared/clocks';
import { randomBytes } from '../../../shared/crypto/sodium';
import type { Room } from '../../../shared/invite/key-schedule';
import { openEnvelope, sealEnvelope, type Envelope } from '../../../shared/wire/envelope';
import { topicOf } from '../../../shared/wire/topics';
import { ByHandConnection } from './by-hand-connection';
import { idleStatus, type Transport, type TransportEvents, type TransportStatus } from '../transport';

/** What was said before a link stood is said again there, so that nobody waits for the next attempt. */
const KEPT_MS = 60_000;
const MAX_KEPT = 16;

interface Listener {
  room: Room;
  onEnvelope: (envelope: Envelope) => void;
}

interface Kept {
  room: Room;
  envelopes: readonly Envelope[];
  at: SteadyTime;
}

export class ByHandTransport implements Transport {
  readonly name = 'paste';
  readonly #links = new Map<string, ByHandConnection>();
  /** By topic in hex; a room may be listened to more than once. */
  readonly #listeners = new Map<string, Set<Listener>>();
  /** The last message of each room, by topic in hex. */
  readonly #kept = new Map<string, Kept>();
  #lastExchangeAt: WallTime | null = null;

  constructor(
    private readonly clocks: Clocks,
    private readonly events: TransportEvents,
  ) {}

  get status(): TransportStatus {
    const state = this.#links.size > 0 ? 'works' : 'idle';
    return { ...idleStatus, state, lastExchangeAt: this.#lastExchangeAt, others: this.#links.size };
  }

  /** A hand-made link stands: its channel is open and its certificate is the one that was described. */
  opened(connectionId: string, side: 'inviter' | 'guest', send: (bytes: Uint8Array) => void): void {
    const link = new ByHandConnection(send, side === 'guest' ? 'all' : 'asked', this.clocks.steady);
    this.#links.set(connectionId, link);
    for (const listeners of this.#listeners.values()) {
      const [first] = listeners;
      if (first) link.listens(topicIn(first.room));
    }
    this.events.changed();
  }

  closed(connectionId: string): void {
    if (this.#links.delete(connectionId)) this.events.changed();
  }

  /** Bytes from the other end, whatever they are. */
  received(connectionId: string, bytes: Uint8Array): void {
    const link = this.#links.get(connectionId);
    const frame = link?.receive(bytes);
    if (!link || !frame) return;
    this.#lastExchangeAt = this.clocks.wall();
    if (frame.type === 'envelope') this.#deliver(frame.topic, frame.sealed);
    else {
      if (this.#listeners.has(toHex(frame.topic))) link.listens(frame.topic);
      this.#catchUp(link, frame.topic);
    }
  }

  listen(room: Room, onEnvelope: (envelope: Envelope) => void): () => void {
    const topic = topicIn(room);
    const name = toHex(topic);
    const listener: Listener = { room, onEnvelope };
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    if (listeners.size === 1) for (const link of this.#links.values()) link.listens(topic);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(name) !== listeners) return;
      this.#listeners.delete(name);
      this.#kept.delete(name);
      for (const link of this.#links.values()) link.leaves(topic);
    };
  }

  publish(room: Room, envelopes: readonly Envelope[]): void {
    const topic = topicIn(room);
    for (const link of this.#links.values()) this.#say(link, room, topic, envelopes);
    const name = toHex(topic);
    this.#kept.delete(name);
    this.#kept.set(name, { room, envelopes, at: this.clocks.steady() });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  refresh(): void {
    // A hand-made link cannot be made anew by itself.
  }

  stop(): Promise<void> {
    this.#links.clear();
    this.#listeners.clear();
    this.#kept.clear();
    return Promise.resolve();
  }

  #deliver(topic: Uint8Array, sealed: Uint8Array): void {
    const listeners = [...(this.#listeners.get(toHex(topic)) ?? [])];
    const [first] = listeners;
    if (!first) return;
    let envelope;
    try {
      envelope = openEnvelope(sealed, first.room.envelopeKey, topic);
    } catch {
      return;
    }
    for (const { onEnvelope } of listeners) onEnvelope(envelope);
  }

  #catchUp(link: ByHandConnection, topic: Uint8Array): void {
    const kept = this.#kept.get(toHex(topic));
    if (kept && this.clocks.steady() - kept.at < KEPT_MS) this.#say(link, kept.room, topic, kept.envelopes);
  }

  #say(link: ByHandConnection, room: Room, topic: Uint8Array, envelopes: readonly Envelope[]): void {
    if (!link.wants(topic)) return;
    for (const envelope of envelopes) {
      const sealed = sealEnvelope(envelope, room.envelopeKey, topic, randomBytes(24));
      link.say({ type: 'envelope', topic, sealed });
    }
  }
}

/** The topic's period, one for all time: no server counts its visits, and a wrong clock does not matter. */
function topicIn(room: Room): Uint8Array {
  return topicOf(room.topicKey, 'paste', '', 0);
}
