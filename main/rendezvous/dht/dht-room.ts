/** One room in the DHT: writes own mailboxes on its topics, and looks into those of the others. */
import { equalPublic } from '../../../shared/bytes';
import { unixSeconds, type Clocks } from '../../../shared/clocks';
import {
  ed25519FromSeed,
  equalSecret,
  randomBytes,
  type Ed25519KeyPair,
} from '../../../shared/crypto/sodium';
import type { Room } from '../../../shared/invite/key-schedule';
import type { Envelope } from '../../../shared/wire/envelope';
import { periodAt, publishingPeriods, topicOf } from '../../../shared/wire/topics';
import { AnnouncedMailboxes } from './announced-mailboxes';
import type { DhtNode } from './dht-node';
import { mailboxKeyPair } from './mailbox-record';
import { MailboxReader } from './mailbox-reader';
import { OwnMailbox } from './own-mailbox';

const FASTEST_MS = 300;
const SLOWEST_MS = 3000;
const SLOWER = 1.5;
/** The periods beside the current one matter near its borders and where clocks differ: they are looked at less often. */
const NEIGHBOURS_EVERY = 4;

export interface DhtRoomOptions {
  room: Room;
  /** Own peer id. */
  self: Uint8Array;
  node: () => DhtNode | null;
  clocks: Clocks;
}

/** What is read on the topic of one period. */
type Others = AnnouncedMailboxes | { poll: (node: DhtNode) => Promise<void> };

export class DhtRoom {
  /** Whoever listens: a mailbox is written by one alone, even if the room was joined twice. */
  readonly listeners = new Set<(envelope: Envelope) => void>();
  readonly #own = new Map<number, OwnMailbox>();
  readonly #others = new Map<number, Others>();
  readonly #publishing = new Set<Promise<unknown>>();
  #pause = FASTEST_MS;
  #polls = 0;
  #timer: NodeJS.Timeout | null = null;
  #polling = false;
  #left = false;

  constructor(private readonly options: DhtRoomOptions) {
    this.#schedule(0);
  }

  isOf(room: Room): boolean {
    return equalSecret(room.topicKey, this.options.room.topicKey);
  }

  publish(envelopes: readonly Envelope[]): void {
    for (const period of publishingPeriods(unixSeconds(this.options.clocks.wall()))) {
      const published = this.#ownOf(period)
        .add(envelopes)
        .finally(() => this.#publishing.delete(published));
      this.#publishing.add(published);
    }
    this.stir();
  }

  /** Something goes on here: looks are frequent for a while. */
  stir(): void {
    this.#pause = FASTEST_MS;
    if (!this.#polling) this.#schedule(FASTEST_MS);
  }

  /** No envelope comes any more; resolves when the last ones stand, and the room is cleared. */
  async leave(): Promise<void> {
    this.#left = true;
    if (this.#timer) clearTimeout(this.#timer);
    await Promise.all([...this.#publishing]);
    await Promise.all([...this.#own.values()].map((mailbox) => mailbox.unannounce()));
  }

  #schedule(milliseconds: number): void {
    if (this.#left) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#poll(), milliseconds);
  }

  async #poll(): Promise<void> {
    const node = this.options.node();
    this.#polling = true;
    // What a listener makes of an envelope must not end the looks.
    if (node) await this.#look(node).catch(() => undefined);
    this.#polling = false;
    this.#schedule(this.#pause);
    this.#pause = Math.min(this.#pause * SLOWER, SLOWEST_MS);
  }

  async #look(node: DhtNode): Promise<void> {
    const current = periodAt(unixSeconds(this.options.clocks.wall()));
    this.#forget(current);
    const neighbours = this.#polls++ % NEIGHBOURS_EVERY === 0 ? [current - 1, current + 1] : [];
    await Promise.all([current, ...neighbours].map((period) => this.#othersOf(period).poll(node)));
    for (const mailbox of this.#own.values()) mailbox.announce();
  }

  #forget(current: number): void {
    for (const periods of [this.#own, this.#others]) {
      for (const period of periods.keys()) if (Math.abs(period - current) > 1) periods.delete(period);
    }
  }

  #topicOf(period: number): Uint8Array {
    return topicOf(this.options.room.topicKey, 'dht', '', period);
  }

  #ownOf(period: number): OwnMailbox {
    const { room, node, clocks } = this.options;
    const known = this.#own.get(period);
    if (known) return known;
    // In a meeting's room a throwaway key for each topic, so that nothing ties two topics together.
    const keyPair: Ed25519KeyPair = room.mailboxes
      ? mailboxKeyPair(room.mailboxes.own, period)
      : ed25519FromSeed(randomBytes(32));
    const announced = room.mailboxes === undefined;
    const mailbox = new OwnMailbox({ room, topic: this.#topicOf(period), keyPair, announced, node, clocks });
    this.#own.set(period, mailbox);
    return mailbox;
  }

  #othersOf(period: number): Others {
    const known = this.#others.get(period);
    if (known) return known;
    const { room, clocks } = this.options;
    const topic = this.#topicOf(period);
    const reader = (publicKey: Uint8Array): MailboxReader => this.#reader(topic, publicKey);
    let others: Others;
    if (room.mailboxes) {
      const theirs = reader(mailboxKeyPair(room.mailboxes.theirs, period).publicKey);
      others = { poll: (node) => theirs.poll(node, clocks.steady) };
    } else {
      const isOwn = (publicKey: Uint8Array): boolean =>
        [...this.#own.values()].some((mailbox) => equalPublic(mailbox.publicKey, publicKey));
      others = new AnnouncedMailboxes({ topic, isOwn, reader, steady: clocks.steady });
    }
    this.#others.set(period, others);
    return others;
  }

  #reader(topic: Uint8Array, publicKey: Uint8Array): MailboxReader {
    const { room, self } = this.options;
    return new MailboxReader({
      room,
      topic,
      publicKey,
      self,
      onEnvelope: (envelope) => {
        if (this.#left) return;
        this.stir();
        for (const listener of this.listeners) listener(envelope);
      },
    });
  }
}
