/** The mailboxes that are read on one topic of a meeting: those of announcers, who may be anybody with the link. */
import { comparePublic, toHex } from '../../../shared/bytes';
import type { SteadyClock } from '../../../shared/clocks';
import { randomBytes } from '../../../shared/crypto/sodium';
import type { DhtNode } from './dht-node';
import type { MailboxReader, Wanted } from './mailbox-reader';

/** Mailboxes read at once: each costs questions to strangers' nodes with every look. */
const MAX_READ = 32;
/** How many of those that a look finds are considered: among them new ones are drawn. */
const MAX_FOUND = 256;
/** Who said something that opens so lately keeps its place; so many at most, since anybody with the link can. */
const USEFUL_MS = 120_000;
const MAX_USEFUL = 16;
/** Envelopes that one look asks for, of all mailboxes on the topic together, and of each. */
const FETCHES = 48;
const FETCHES_EACH = 4;
/** A mailbox that named so many in a row that are not there, or do not open, comes after all others. */
const SUNK_AFTER = 6;

export interface AnnouncedMailboxesOptions {
  topic: Uint8Array;
  isOwn: (publicKey: Uint8Array) => boolean;
  reader: (publicKey: Uint8Array) => MailboxReader;
  steady: SteadyClock;
}

export class AnnouncedMailboxes {
  readonly #readers = new Map<string, MailboxReader>();
  /** Of those whose turn is over, by name: it goes on where it ended. */
  readonly #misses = new Map<string, number>();

  constructor(private readonly options: AnnouncedMailboxesOptions) {}

  async poll(node: DhtNode): Promise<void> {
    const budget = { left: FETCHES };
    const known = [...this.#readers.values()].map((reader) => this.#readFirst(reader, node, budget));
    const found = await node.lookup(this.options.topic, MAX_FOUND);
    const fresh = this.#take(found);
    const both = [...known, ...fresh.map((reader) => this.#readFirst(reader, node, budget))];
    await this.#fetchInTurns(await Promise.all(both), node, budget);
  }

  /** The list, and one envelope at once: most have no more to say, and need not wait for the lists of others. */
  async #readFirst(reader: MailboxReader, node: DhtNode, budget: { left: number }): Promise<Turns> {
    await reader.readList(node);
    const [first, ...rest] = reader.wanted.slice(0, FETCHES_EACH);
    if (!first) return { reader, wanted: [] };
    if (isSunk(reader) || budget.left <= 0) return { reader, wanted: [first, ...rest] };
    budget.left--;
    await reader.fetch(first, node, this.options.steady);
    return { reader, wanted: rest };
  }

  /** Until the budget is used up; those who are sunk only with what the others leave. */
  async #fetchInTurns(all: readonly Turns[], node: DhtNode, budget: { left: number }): Promise<void> {
    const sunk = all.filter(({ reader }) => isSunk(reader));
    const others = all.filter(({ reader }) => !isSunk(reader));
    const within = [...inTurns(others), ...inTurns(sunk)].slice(0, budget.left);
    await Promise.all(within.map(({ reader, one }) => reader.fetch(one, node, this.options.steady)));
  }

  /**
   * Readers for those not yet read. Where there are too many, they take turns, but for those who lately said something
   * that opens, and after all others those who name what is not there: a crowd of announcers delays those who have
   * something to say, and does not hide them.
   */
  #take(found: readonly Uint8Array[]): MailboxReader[] {
    const { isOwn, reader } = this.options;
    const unknown = inRandomOrder(
      found.filter((publicKey) => !isOwn(publicKey) && !this.#readers.has(toHex(publicKey))),
    );
    const isToSink = (publicKey: Uint8Array): boolean => this.#missesOf(publicKey) >= SUNK_AFTER;
    const inTurn = unknown.filter((publicKey) => !isToSink(publicKey));
    if (this.#readers.size + unknown.length > MAX_READ) this.#makeRoom(inTurn.length);
    const ordered = [...inTurn, ...unknown.filter(isToSink)];
    return ordered.slice(0, MAX_READ - this.#readers.size).map((publicKey) => {
      const fresh = reader(publicKey);
      fresh.misses = this.#missesOf(publicKey);
      this.#readers.set(toHex(publicKey), fresh);
      return fresh;
    });
  }

  #missesOf(publicKey: Uint8Array): number {
    return this.#misses.get(toHex(publicKey)) ?? 0;
  }

  /** @param wanted how many places are wanted; those of sunk ones are free in any case. */
  #makeRoom(wanted: number): void {
    const { steady } = this.options;
    const byUse = [...this.#readers].sort(
      ([, a], [, b]) => Number(b.usefulAt > a.usefulAt) - Number(a.usefulAt > b.usefulAt),
    );
    const useful = byUse.filter(([, { usefulAt }]) => steady() - usefulAt < USEFUL_MS).slice(0, MAX_USEFUL);
    const others = byUse.filter((each) => !useful.includes(each) && !isSunk(each[1]));
    const kept = others.slice(0, Math.max(0, MAX_READ - useful.length - wanted));
    for (const [name, { misses }] of this.#readers) this.#remember(name, misses);
    this.#readers.clear();
    for (const [name, each] of [...useful, ...kept]) this.#readers.set(name, each);
  }

  #remember(name: string, misses: number): void {
    this.#misses.delete(name);
    this.#misses.set(name, misses);
    const [oldest] = this.#misses.keys();
    if (this.#misses.size > MAX_FOUND && oldest !== undefined) this.#misses.delete(oldest);
  }
}

/** What one mailbox still has fetched in this look. */
interface Turns {
  reader: MailboxReader;
  wanted: Wanted[];
}

const isSunk = ({ misses }: MailboxReader): boolean => misses >= SUNK_AFTER;

/** One of each mailbox, then another one of each, and so on. */
function inTurns(all: readonly Turns[]): { reader: MailboxReader; one: Wanted }[] {
  return Array.from({ length: FETCHES_EACH }, (_, turn) =>
    all.flatMap(({ reader, wanted }) => {
      const one = wanted[turn];
      return one ? [{ reader, one }] : [];
    }),
  ).flat();
}

function inRandomOrder(keys: readonly Uint8Array[]): Uint8Array[] {
  return keys
    .map((key) => ({ key, lot: randomBytes(16) }))
    .sort((a, b) => comparePublic(a.lot, b.lot))
    .map(({ key }) => key);
}
