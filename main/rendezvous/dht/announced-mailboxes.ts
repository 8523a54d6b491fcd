/** The mailboxes that are read on one topic of a meeting: those of announcers, who may be anybody with the link. */
import { comparePublic, toHex } from '../../../shared/bytes';
import type { SteadyClock } from '../../../shared/clocks';
import { randomBytes } from '../../../shared/crypto/sodium';
import type { DhtNode } from './dht-node';
import type { MailboxReader } from './mailbox-reader';

/** Mailboxes read at once: each costs questions to strangers' nodes with every look. */
const MAX_READ = 32;
/** How many of those that a look finds are considered: among them new ones are drawn. */
const MAX_FOUND = 256;
/** Who said something that opens so lately keeps its place; so many at most, since anybody with the link can. */
const USEFUL_MS = 120_000;
const MAX_USEFUL = 16;

export interface AnnouncedMailboxesOptions {
  topic: Uint8Array;
  isOwn: (publicKey: Uint8Array) => boolean;
  reader: (publicKey: Uint8Array) => MailboxReader;
  steady: SteadyClock;
}

export class AnnouncedMailboxes {
  readonly #readers = new Map<string, MailboxReader>();

  constructor(private readonly options: AnnouncedMailboxesOptions) {}

  async poll(node: DhtNode): Promise<void> {
    const { steady, topic } = this.options;
    const known = [...this.#readers.values()].map((reader) => reader.poll(node, steady));
    const found = await node.lookup(topic, MAX_FOUND);
    const fresh = this.#take(found);
    await Promise.all([...known, ...fresh.map((reader) => reader.poll(node, steady))]);
  }

  /**
   * Readers for those not yet read. Where there are too many, they take turns, but for those who lately said something
   * that opens: a crowd of announcers delays those who have something to say, and does not hide them.
   */
  #take(found: readonly Uint8Array[]): MailboxReader[] {
    const { isOwn, reader, steady } = this.options;
    const unknown = inRandomOrder(
      found.filter((publicKey) => !isOwn(publicKey) && !this.#readers.has(toHex(publicKey))),
    );
    if (this.#readers.size + unknown.length > MAX_READ) {
      const byUse = [...this.#readers].sort(
        ([, a], [, b]) => Number(b.usefulAt > a.usefulAt) - Number(a.usefulAt > b.usefulAt),
      );
      const useful = byUse.filter(([, { usefulAt }]) => steady() - usefulAt < USEFUL_MS).slice(0, MAX_USEFUL);
      const others = byUse.filter((each) => !useful.includes(each));
      const room = MAX_READ - useful.length;
      const kept = others.slice(0, Math.max(0, room - unknown.length));
      this.#readers.clear();
      for (const [name, each] of [...useful, ...kept]) this.#readers.set(name, each);
    }
    return unknown.slice(0, MAX_READ - this.#readers.size).map((publicKey) => {
      const fresh = reader(publicKey);
      this.#readers.set(toHex(publicKey), fresh);
      return fresh;
    });
  }
}

function inRandomOrder(keys: readonly Uint8Array[]): Uint8Array[] {
  return keys
    .map((key) => ({ key, lot: randomBytes(16) }))
    .sort((a, b) => comparePublic(a.lot, b.lot))
    .map(({ key }) => key);
}
