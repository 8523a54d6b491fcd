/** A simulated rendezvous: real envelopes through a relay that may do with them what it likes. */
import { equalPublic, toHex } from '../../../shared/bytes';
import type { Room } from '../../../shared/invite/key-schedule';
import type { RoomHandle } from '../../../shared/meeting/ports';
import { openEnvelope, sealEnvelope, splitMessage } from '../../../shared/wire/envelope';
import { Reassembler, type Message } from '../../../shared/wire/reassembly';
import { listeningPeriods, publishingPeriods, topicOf } from '../../../shared/wire/topics';
import type { Scheduler } from './scheduler';

const RELAY = 'wss://relay.example';
const EVERYBODY = new Uint8Array(16);

export interface Parcel {
  topic: string;
  bytes: Uint8Array;
}

/** What the relay makes of one parcel: nothing, itself, or several others. */
export type Tamper = (parcel: Parcel) => Parcel[];

export class Bus {
  /** All that the relay ever saw. */
  readonly seen: Parcel[] = [];
  #listeners = new Set<{ topics: () => string[]; deliver: (parcel: Parcel) => void }>();
  tamper: Tamper = (parcel) => [parcel];

  constructor(
    private readonly scheduler: Scheduler,
    private readonly random: (length: number) => Uint8Array,
    private readonly delayMs = 40,
  ) {}

  /** Rooms that somebody listens in right now. */
  get rooms(): number {
    return this.#listeners.size;
  }

  join(room: Room, self: Uint8Array, onMessage: (message: Message) => void): RoomHandle {
    const reassembler = new Reassembler(this.scheduler.now, () => (this.random(1)[0] ?? 0) / 256);
    const topic = (period: number): Uint8Array => topicOf(room.topicKey, 'nostr', RELAY, period);
    const listener = {
      topics: () => listeningPeriods(this.scheduler.now() / 1000).map((period) => toHex(topic(period))),
      deliver: ({ topic: name, bytes }: Parcel): void => {
        const period = listeningPeriods(this.scheduler.now() / 1000).find(
          (one) => toHex(topic(one)) === name,
        );
        if (period === undefined) return;
        let envelope;
        try {
          envelope = openEnvelope(bytes, room.envelopeKey, topic(period));
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
    return {
      publish: (kind, to, body) => {
        const messageId = this.random(8);
        for (const envelope of splitMessage({ kind, from: self, to, messageId, body })) {
          for (const period of publishingPeriods(this.scheduler.now() / 1000)) {
            const bytes = sealEnvelope(envelope, room.envelopeKey, topic(period), this.random(24));
            this.post({ topic: toHex(topic(period)), bytes });
          }
        }
      },
      leave: () => {
        this.#listeners.delete(listener);
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
    this.scheduler.timer(this.delayMs, () => {
      for (const listener of this.#listeners) {
        if (listener.topics().includes(parcel.topic)) listener.deliver(parcel);
      }
    });
  }
}
