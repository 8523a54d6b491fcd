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

/** What the newest list names, and how often it is still asked for; never, once it is there. */
export interface Wanted {
  hash: Uint8Array;
  attempts: number;
}

export class MailboxReader {
  #sequence = 0;
  /** By hash, in hex. */
  #wanted = new Map<string, Wanted>();
  readonly #tags: Set<string>;
  /** When the last envelope opened. */
  usefulAt: SteadyTime = -Infinity;
  /** Fetches since then that brought nothing, or nothing that opens. */
  misses = 0;

  constructor(private readonly options: MailboxReaderOptions) {
    const { room, topic, self } = options;
    this.#tags = new Set([EVERYBODY, self].map((to) => toHex(recipientTag(room, topic, to))));
  }

  /** The list and all that it names. */
  async poll(node: DhtNode, steady: SteadyClock): Promise<void> {
    await this.readList(node);
    await Promise.all(this.wanted.map((wanted) => this.fetch(wanted, node, steady)));
  }

  async readList(node: DhtNode): Promise<void> {
    const found = await node.getMutable(this.options.publicKey, this.#sequence + 1);
    if (!found) return;
    this.#sequence = found.sequence;
    this.#want(this.#open(found.value));
  }

  /** What is still to be fetched: what was asked for least often first, and of that the newest. */
  get wanted(): Wanted[] {
    const open = [...this.#wanted.values()].filter(({ attempts }) => attempts > 0);
    return open.reverse().sort((a, b) => b.attempts - a.attempts);
  }

  async fetch(wanted: Wanted, node: DhtNode, steady: SteadyClock): Promise<void> {
    wanted.attempts--;
    this.misses++;
    const sealed = await node.getImmutable(wanted.hash);
    if (!sealed) return;
    wanted.attempts = 0;
    this.#receive(sealed, steady);
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
    this.misses = 0;
    onEnvelope(envelope);
  }
}
