/** Reads one mailbox of somebody else again and again: its list, then the envelopes that are for oneself. */
import { toHex } from '../../../shared/bytes';
import type { SteadyClock, SteadyTime } from '../../../shared/clocks';
import type { Room } from '../../../shared/invite/key-schedule';
import { EVERYBODY, openEnvelope, type Envelope } from '../../../shared/wire/envelope';
import type { DhtNode } from './dht-node';
import { openRecord, recipientTag, type RecordEntry } from './mailbox-record';

/** A list may stand before the envelopes that it names. */
const ATTEMPTS = 8;

export interface MailboxReaderOptions {
  room: Room;
  topic: Uint8Array;
  /** Of the mailbox, 32 bytes. */
  publicKey: Uint8Array;
  /** Own peer id. */
  self: Uint8Array;
  onEnvelope: (envelope: Envelope) => void;
}

export class MailboxReader {
  #sequence = 0;
  /** What the newest list names: by hash, and how often it is still asked for; never, once it is there. */
  #wanted = new Map<string, { hash: Uint8Array; attempts: number }>();
  readonly #tags: Set<string>;
  /** When the last envelope opened. */
  usefulAt: SteadyTime = -Infinity;

  constructor(private readonly options: MailboxReaderOptions) {
    const { room, topic, self } = options;
    this.#tags = new Set([EVERYBODY, self].map((to) => toHex(recipientTag(room, topic, to))));
  }

  async poll(node: DhtNode, steady: SteadyClock): Promise<void> {
    const found = await node.getMutable(this.options.publicKey, this.#sequence + 1);
    if (found) {
      this.#sequence = found.sequence;
      this.#want(this.#open(found.value));
    }
    const open = [...this.#wanted.values()].filter(({ attempts }) => attempts > 0);
    await Promise.all(
      open.map(async (wanted) => {
        wanted.attempts--;
        const sealed = await node.getImmutable(wanted.hash);
        if (!sealed) return;
        wanted.attempts = 0;
        this.#receive(sealed, steady);
      }),
    );
  }

  /** Only what the newest list names is remembered: so much and no more. */
  #want(entries: readonly RecordEntry[]): void {
    const before = this.#wanted;
    this.#wanted = new Map(
      entries
        .filter(({ tag }) => this.#tags.has(toHex(tag)))
        .map(({ hash }) => {
          const name = toHex(hash);
          return [name, before.get(name) ?? { hash, attempts: ATTEMPTS }];
        }),
    );
  }

  #open(value: Uint8Array): RecordEntry[] {
    const { room, topic, publicKey } = this.options;
    try {
      return openRecord(value, room, { topic, publicKey });
    } catch {
      // Anybody may announce anything; what no key opens is not even worth a count.
      return [];
    }
  }

  #receive(sealed: Uint8Array, steady: SteadyClock): void {
    const { room, topic, onEnvelope } = this.options;
    let envelope: Envelope;
    try {
      envelope = openEnvelope(sealed, room.envelopeKey, topic);
    } catch {
      return;
    }
    this.usefulAt = steady();
    onEnvelope(envelope);
  }
}
