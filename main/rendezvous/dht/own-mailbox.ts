/** The mailbox that is written on one topic: envelopes by themselves, and the list that says where they are. */
import type { Clocks, SteadyTime } from '../../../shared/clocks';
import { blake2b256, randomBytes, type Ed25519KeyPair } from '../../../shared/crypto/sodium';
import type { Room } from '../../../shared/invite/key-schedule';
import { sealEnvelope, type Envelope } from '../../../shared/wire/envelope';
import type { DhtNode } from './dht-node';
import { MAX_ENTRIES, recipientTag, sealRecord, type RecordEntry } from './mailbox-record';

/** What was said longer ago is said again by whoever still needs an answer. */
const KEPT_MS = 60_000;
const ANNOUNCED_MS = 600_000;
const ATTEMPTS = 3;

export interface OwnMailboxOptions {
  room: Room;
  topic: Uint8Array;
  keyPair: Ed25519KeyPair;
  /** In a meeting's room nobody knows whom to expect: whoever has something to say announces its key there. */
  announced: boolean;
  node: () => DhtNode | null;
  clocks: Clocks;
}

export class OwnMailbox {
  #entries: (RecordEntry & { until: SteadyTime })[] = [];
  #sequence = 0;
  #announcedAt: SteadyTime = -Infinity;
  #announcing: Promise<unknown> | null = null;
  #writing: Promise<void> | null = null;
  #dirty = false;

  constructor(private readonly options: OwnMailboxOptions) {}

  get publicKey(): Uint8Array {
    return this.options.keyPair.publicKey;
  }

  /** Resolves when the envelopes stand in the DHT, or could not be left there. */
  async add(envelopes: readonly Envelope[]): Promise<void> {
    const { room, topic, node, clocks } = this.options;
    const stored = envelopes.map(async (envelope) => {
      const sealed = sealEnvelope(envelope, room.envelopeKey, topic, randomBytes(24));
      const until = clocks.steady() + KEPT_MS;
      this.#entries.push({ tag: recipientTag(room, topic, envelope.to), hash: blake2b256([sealed]), until });
      await repeated(async () => (await node()?.putImmutable(sealed)) === true);
    });
    this.#entries = this.#entries.filter(({ until }) => until > clocks.steady()).slice(-MAX_ENTRIES);
    this.announce();
    // At the same time: readers look again for what a list names too early.
    await Promise.all([...stored, this.#write(), this.#announcing]);
  }

  /** Again after a while, if there ever was something to say: nodes forget announcements. */
  announce(): void {
    const { announced, node, topic, keyPair, clocks } = this.options;
    if (!announced || this.#entries.length === 0 || this.#announcing) return;
    if (clocks.steady() - this.#announcedAt < ANNOUNCED_MS) return;
    this.#announcing = repeated(async () => (await node()?.announce(topic, keyPair)) === true).then(
      (stands) => {
        if (stands) this.#announcedAt = clocks.steady();
        this.#announcing = null;
      },
    );
  }

  async unannounce(): Promise<void> {
    if (this.#announcedAt === -Infinity) return;
    this.#announcedAt = -Infinity;
    await this.options.node()?.unannounce(this.options.topic, this.options.keyPair);
  }

  /** One after the other: a list that is older must not come after a newer one. */
  #write(): Promise<void> {
    this.#dirty = true;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#dirty) {
      this.#dirty = false;
      await repeated(async () => {
        const { room, topic, keyPair, node, clocks } = this.options;
        const value = sealRecord(
          this.#entries,
          room,
          { topic, publicKey: keyPair.publicKey },
          randomBytes(24),
        );
        this.#sequence = Math.max(this.#sequence + 1, clocks.wall());
        return (await node()?.putMutable(keyPair, { sequence: this.#sequence, value })) === true;
      });
    }
  }
}

/** Whether it was done at last. */
async function repeated(attempt: () => Promise<boolean>): Promise<boolean> {
  for (let attempts = 0; attempts < ATTEMPTS; attempts++) if (await attempt()) return true;
  return false;
}
