/** One room on the local network: under which names it is found, and who of it is connected. */
import { equalPublic, toHex } from '../../../shared/bytes';
import { systemClocks } from '../../clocks';
import { unixSeconds } from '../../../shared/clocks';
import { randomBytes } from '../../../shared/crypto/sodium';
import type { Room } from '../../../shared/invite/key-schedule';
import { openEnvelope, sealEnvelope, type Envelope } from '../../../shared/wire/envelope';
import { listeningPeriods, periodAt, publishingPeriods, topicOf } from '../../../shared/wire/topics';
import { RecentEnvelopes } from '../recent-envelopes';
import type { Introduced, LanConnection } from './lan-connection';
import { hostNameOf, portOf } from './names';

/** Pauses between questions. Afterwards only somebody who has something to say asks: a door waits and answers. */
const ASK_PAUSES_MS = [0, 300, 600, 1000, 2000, 5000];
/** So many questions are asked even when somebody is found at once: it may not be the one who is looked for. */
const LEAST_QUESTIONS = 3;
const ASK_AGAIN_MS = 1000;
/** Where nobody of the room answered is called again after this at the earliest. */
const CALL_PAUSE_MS = 1000;
/** Whoever asked calls by itself, unless our answer is lost or we cannot be called: then it is called. */
const CALL_BACK_MS = 300;
const MAX_CALL_BACKS = 16;
const MAX_ADDRESSES = 64;
const MAX_CONNECTIONS = 64;

export interface LanRoomOptions {
  ask: (names: readonly string[]) => void;
  /** Returns false if nobody is called. Ended tells whether it was somebody of the room. */
  call: (topic: Uint8Array, address: string, port: number, ended: (wasJoined: boolean) => void) => boolean;
}

export class LanRoom {
  /** Who listens here. */
  readonly listeners = new Set<(envelope: Envelope) => void>();
  readonly #joined = new Map<LanConnection, Introduced>();
  readonly #recent = new RecentEnvelopes(systemClocks.steady);
  /** Addresses that were called, and until when they are left alone: while a call lasts, for ever. */
  readonly #called = new Map<string, number>();
  #names: { period: number; topics: Map<string, Uint8Array> } = { period: -1, topics: new Map() };
  #timer: NodeJS.Timeout | undefined;
  readonly #callBacks = new Set<NodeJS.Timeout>();
  #askedAt = -Infinity;

  constructor(
    private readonly room: Room,
    private readonly options: LanRoomOptions,
  ) {}

  /** Ids of the others' runs, in hex. */
  get people(): string[] {
    return [...this.#joined.values()].map(({ theirId }) => toHex(theirId));
  }

  /** Of the periods to listen on. */
  get topics(): Uint8Array[] {
    return [...this.#topics().values()];
  }

  isOf({ topicKey }: Room): boolean {
    return equalPublic(topicKey, this.room.topicKey);
  }

  hasTopic(topic: Uint8Array): boolean {
    return this.topics.some((own) => equalPublic(own, topic));
  }

  topicNamed(name: string): Uint8Array | null {
    return this.#topics().get(name) ?? null;
  }

  /** Asks a few times, with growing pauses. */
  search(questions = 0): void {
    clearTimeout(this.#timer);
    const pause = ASK_PAUSES_MS[questions];
    if (pause === undefined || (questions >= LEAST_QUESTIONS && this.#joined.size > 0)) return;
    this.#timer = setTimeout(() => {
      this.#ask();
      this.search(questions + 1);
    }, pause);
  }

  found(name: string, address: string, port: number, by: 'answer' | 'question'): void {
    const topic = this.topicNamed(name);
    if (!topic) return;
    if (by === 'answer') {
      this.#call(topic, address, port);
    } else if (this.#callBacks.size < MAX_CALL_BACKS) {
      const timer = setTimeout(() => {
        this.#callBacks.delete(timer);
        this.#call(topic, address, port);
      }, CALL_BACK_MS);
      this.#callBacks.add(timer);
    }
  }

  /** Somebody of another room of this meeting, who may be in this one too. */
  callAt(address: string, port: number): void {
    const topic = this.#topicsNow().at(0);
    if (topic) this.#call(topic, address, port);
  }

  join(connection: LanConnection, introduced: Introduced): void {
    if (this.#joined.size >= MAX_CONNECTIONS) {
      connection.destroy();
      return;
    }
    this.#joined.set(connection, introduced);
    for (const envelope of this.#recent.all) this.#send(connection, introduced.topic, envelope);
  }

  /** Returns true if it was one of the room's. */
  lost(connection: LanConnection): boolean {
    const wasJoined = this.#joined.delete(connection);
    if (wasJoined && this.#joined.size === 0) this.search();
    return wasJoined;
  }

  /** Returns true if it is an envelope of the room. */
  received(connection: LanConnection, sealed: Uint8Array): boolean {
    const introduced = this.#joined.get(connection);
    if (!introduced) return false;
    let envelope: Envelope;
    try {
      envelope = openEnvelope(sealed, this.room.envelopeKey, introduced.topic);
    } catch {
      // Whoever knows the topic knows the key: this one means no good.
      connection.destroy();
      return false;
    }
    for (const listener of this.listeners) listener(envelope);
    return true;
  }

  publish(envelopes: readonly Envelope[]): void {
    this.#recent.add(envelopes);
    for (const [connection, { topic }] of this.#joined) {
      for (const envelope of envelopes) this.#send(connection, topic, envelope);
    }
    // A hello that is said again has not reached a door yet.
    const isUnheard = this.#joined.size === 0 || envelopes.some(({ kind }) => kind === 'hello');
    if (isUnheard && systemClocks.steady() - this.#askedAt >= ASK_AGAIN_MS) this.#ask();
  }

  leave(): void {
    clearTimeout(this.#timer);
    for (const timer of this.#callBacks) clearTimeout(timer);
    this.#callBacks.clear();
    const connections = [...this.#joined.keys()];
    this.#joined.clear();
    for (const connection of connections) connection.end();
  }

  #ask(): void {
    this.#askedAt = systemClocks.steady();
    this.options.ask(this.#topicsNow().map(hostNameOf));
  }

  #call(topic: Uint8Array, address: string, port: number): void {
    const now = systemClocks.steady();
    const place = `${address}:${String(port)}`;
    for (const [known, until] of this.#called) if (until <= now) this.#called.delete(known);
    if (this.#isConnectedTo(address, port) || this.#called.has(place) || this.#called.size >= MAX_ADDRESSES)
      return;
    const isCalled = this.options.call(topic, address, port, (wasJoined) => {
      this.#called.set(place, systemClocks.steady() + (wasJoined ? 0 : CALL_PAUSE_MS));
    });
    if (isCalled) this.#called.set(place, Infinity);
  }

  #isConnectedTo(address: string, port: number): boolean {
    return [...this.#joined].some(
      ([connection, { theirId }]) => portOf(theirId) === port && connection.address === address,
    );
  }

  #send(connection: LanConnection, topic: Uint8Array, envelope: Envelope): void {
    connection.send(sealEnvelope(envelope, this.room.envelopeKey, topic, randomBytes(24)));
  }

  #topicsNow(): Uint8Array[] {
    return publishingPeriods(unixSeconds(systemClocks.wall())).map((period) => this.#topicOf(period));
  }

  #topics(): Map<string, Uint8Array> {
    const seconds = unixSeconds(systemClocks.wall());
    const period = periodAt(seconds);
    if (this.#names.period !== period) {
      const topics = listeningPeriods(seconds).map((each) => this.#topicOf(each));
      this.#names = { period, topics: new Map(topics.map((topic) => [hostNameOf(topic), topic])) };
    }
    return this.#names.topics;
  }

  #topicOf(period: number): Uint8Array {
    return topicOf(this.room.topicKey, 'lan', '', period);
  }
}
