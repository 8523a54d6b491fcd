/** A simulated rendezvous: real envelopes through a relay that may do with them what it likes. */
import { equalPublic, toHex } from '../../../shared/bytes';
import { unixSeconds, type Clocks } from '../../../shared/clocks';
import type { Room } from '../../../shared/invite/key-schedule';
import type { RoomHandle } from '../../../shared/meeting/ports';
import { openEnvelope, sealEnvelope, splitMessage } from '../../../shared/wire/envelope';
import { Reassembler, type Message } from '../../../shared/wire/reassembly';
import {
  listeningPeriods,
  PERIOD_SECONDS,
  periodAt,
  publishingPeriods,
  topicOf,
} from '../../../shared/wire/topics';
import type { Scheduler } from './scheduler';

const RELAY = 'wss://relay.example';
const EVERYBODY = new Uint8Array(16);

export interface Parcel {
  topic: string;
  bytes: Uint8Array;
}

/** What the relay makes of one parcel: nothing, itself, or several others. */
export type Tamper = (parcel: Parcel) => Parcel[];

/** Of a computer that listens; asleep it hears nothing. */
type ListenerClocks = Clocks & { isAsleep?: boolean };

interface Listener {
  self: Uint8Array;
  clocks: ListenerClocks;
  /** What it listens to now, by its own clock. */
  topics: () => string[];
  deliver: (parcel: Parcel) => void;
}

export class Bus {
  /** All that the relay ever saw. */
  readonly seen: Parcel[] = [];
  readonly #listeners = new Set<Listener>();
  /** Thousands listen in a large meeting, each in its own place. Topics are those of the hour, by each one's clock. */
  readonly #byTopic = new Map<string, Set<Listener>>();
  /** When the first of them comes to another hour. */
  #indexedUntil = Infinity;
  tamper: Tamper = (parcel) => [parcel];
  /** Some relays hand what was said in the last minutes to whoever comes later; 0: nothing. */
  keepsMs = 0;
  #kept: { parcel: Parcel; at: number }[] = [];
  /** When a parcel arrives at one listener, in milliseconds from now: never, once, or several times. */
  arrivals: (self: Uint8Array) => readonly number[];

  constructor(
    private readonly scheduler: Scheduler,
    private readonly random: (length: number) => Uint8Array,
    delayMs = 40,
  ) {
    this.arrivals = () => [delayMs];
  }

  /** Rooms that somebody listens in right now. */
  get rooms(): number {
    return this.#listeners.size;
  }

  /** Somebody's wall clock is another one. */
  clockSet(): void {
    this.#indexedUntil = -Infinity;
  }

  join(
    room: Room,
    self: Uint8Array,
    onMessage: (message: Message) => void,
    clocks: ListenerClocks = this.scheduler,
  ): RoomHandle {
    const reassembler = new Reassembler(clocks.steady, () => (this.random(1)[0] ?? 0) / 256);
    const known = new Map<number, { topic: Uint8Array; name: string }>();
    const topicIn = (period: number): { topic: Uint8Array; name: string } => {
      const before = known.get(period);
      if (before) return before;
      const topic = topicOf(room.topicKey, 'nostr', RELAY, period);
      const place = { topic, name: toHex(topic) };
      known.set(period, place);
      return place;
    };
    const listening = (): { topic: Uint8Array; name: string }[] =>
      listeningPeriods(unixSeconds(clocks.wall())).map(topicIn);
    const listener = {
      self,
      clocks,
      topics: () => listening().map(({ name }) => name),
      deliver: ({ topic: name, bytes }: Parcel): void => {
        if (clocks.isAsleep === true) return;
        const place = listening().find((one) => one.name === name);
        if (place === undefined) return;
        let envelope;
        try {
          envelope = openEnvelope(bytes, room.envelopeKey, place.topic);
        } catch {
          return;
        }
        if (equalPublic(envelope.from, self)) return;
        if (!equalPublic(envelope.to, envelope.kind === 'hello' ? EVERYBODY : self)) return;
        const message = reassembler.add(envelope);
        if (message) onMessage(message);
      },
    };
    this.#listeners.add(listener);
    this.#index(listener);
    for (const { parcel } of this.#still()) {
      if (!listener.topics().includes(parcel.topic)) continue;
      this.scheduler.timer(1, () => {
        if (this.#listeners.has(listener)) listener.deliver(parcel);
      });
    }
    return {
      publish: (kind, to, body) => {
        const messageId = this.random(8);
        for (const envelope of splitMessage({ kind, from: self, to, messageId, body })) {
          for (const period of publishingPeriods(unixSeconds(clocks.wall()))) {
            const { topic, name } = topicIn(period);
            const bytes = sealEnvelope(envelope, room.envelopeKey, topic, this.random(24));
            this.post({ topic: name, bytes });
          }
        }
      },
      leave: () => {
        this.#listeners.delete(listener);
        for (const topic of listener.topics()) this.#byTopic.get(topic)?.delete(listener);
      },
    };
  }

  /** Hands a parcel to the relay, as anybody can. */
  post(parcel: Parcel): void {
    this.seen.push(parcel);
    for (const passed of this.tamper(parcel)) this.inject(passed);
  }

  /** What the relay itself sends to those who listen. */
  inject(parcel: Parcel): void {
    if (this.keepsMs > 0) this.#kept = [...this.#still(), { parcel, at: this.scheduler.now() }];
    for (const listener of this.#listenersTo(parcel.topic)) {
      for (const delayMs of this.arrivals(listener.self)) {
        this.scheduler.timer(delayMs, () => {
          if (this.#listeners.has(listener)) listener.deliver(parcel);
        });
      }
    }
  }

  #still(): { parcel: Parcel; at: number }[] {
    return this.#kept.filter(({ at }) => this.scheduler.now() - at < this.keepsMs);
  }

  #listenersTo(topic: string): ReadonlySet<Listener> {
    if (this.scheduler.now() >= this.#indexedUntil) {
      this.#indexedUntil = Infinity;
      this.#byTopic.clear();
      for (const listener of this.#listeners) this.#index(listener);
    }
    return this.#byTopic.get(topic) ?? new Set();
  }

  #index(listener: Listener): void {
    const wall = listener.clocks.wall();
    const left = (periodAt(unixSeconds(wall)) + 1) * PERIOD_SECONDS * 1000 - wall;
    this.#indexedUntil = Math.min(this.#indexedUntil, this.scheduler.now() + left);
    for (const topic of listener.topics()) {
      const listeners = this.#byTopic.get(topic) ?? new Set();
      this.#byTopic.set(topic, listeners.add(listener));
    }
  }
}
