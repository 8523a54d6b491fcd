/**
 * The own node in the DHT: ephemeral, so that nobody asks it for anything. Nothing here throws or hangs: a question
 * without an answer in time is answered by null.
 */
import { ByteReader } from '../../../shared/bytes';
import { randomBytes, type Ed25519KeyPair } from '../../../shared/crypto/sodium';
import { ANSWER_LIMIT_MS, type DhtHealth } from './dht-health';
import { MAX_KNOWN_NODES, type DhtBeginning } from './dht-beginning';
import { loadHyperdht, type Hyperdht, type HyperdhtAddress, type HyperdhtKeyPair } from './hyperdht';

const DESTROY_MS = 1000;

export interface FoundRecord {
  /** Rises with every version. */
  sequence: number;
  value: Uint8Array;
}

export class DhtNode {
  readonly #opened: Promise<Hyperdht | null>;
  #dht: Hyperdht | null = null;
  #ended = false;
  #limit: NodeJS.Timeout;

  /**
   * @param known nodes that answered before, beside where the search begins anyway.
   * @param changed the status may be another one.
   */
  constructor(
    beginning: DhtBeginning,
    known: readonly HyperdhtAddress[],
    private readonly health: DhtHealth,
    private readonly changed: () => void,
  ) {
    health.started();
    this.#opened = this.#open(beginning, known);
    this.#limit = setTimeout(changed, ANSWER_LIMIT_MS);
  }

  get nodes(): number {
    return this.#dht?.nodes.length ?? 0;
  }

  /** Nodes that answered, for the next start. */
  get known(): HyperdhtAddress[] {
    return this.#dht?.toArray({ limit: MAX_KNOWN_NODES }) ?? [];
  }

  /** Public keys of those who announced themselves under a topic, in no order; stops at `max`. */
  async lookup(topic: Uint8Array, max: number): Promise<Uint8Array[]> {
    const found = new Map<string, Uint8Array>();
    await this.#ask(async (dht) => {
      const query = dht.lookup(Buffer.from(topic));
      const limit = setTimeout(() => query.destroy(), ANSWER_LIMIT_MS);
      try {
        for await (const { peers } of query) {
          for (const { publicKey } of peers) {
            if (found.size < max) found.set(Buffer.from(publicKey).toString('hex'), publicKey);
          }
        }
      } finally {
        clearTimeout(limit);
        this.#measure(query.closestReplies);
      }
    });
    return [...found.values()];
  }

  /** Whether it stands somewhere. */
  async announce(topic: Uint8Array, keyPair: Ed25519KeyPair): Promise<boolean> {
    const done = await this.#ask(async (dht) => {
      const query = dht.announce(Buffer.from(topic), theirs(keyPair), []);
      await query.finished();
      this.#measure(query.closestReplies);
      return true;
    });
    return done ?? false;
  }

  async unannounce(topic: Uint8Array, keyPair: Ed25519KeyPair): Promise<void> {
    await this.#ask((dht) => dht.unannounce(Buffer.from(topic), theirs(keyPair)));
  }

  /** Whether it was stored somewhere. */
  async putImmutable(value: Uint8Array): Promise<boolean> {
    return (await this.#ask((dht) => dht.immutablePut(Buffer.from(value)))) !== null;
  }

  async getImmutable(hash: Uint8Array): Promise<Uint8Array | null> {
    const found = await this.#ask((dht) => dht.immutableGet(Buffer.from(hash)));
    return found && new Uint8Array(found.value);
  }

  /** Whether it was stored somewhere. */
  async putMutable(keyPair: Ed25519KeyPair, { sequence, value }: FoundRecord): Promise<boolean> {
    const put = await this.#ask((dht) =>
      dht.mutablePut(theirs(keyPair), Buffer.from(value), { seq: sequence }),
    );
    return put !== null;
  }

  /** The first version found that is not older than `least`. */
  async getMutable(publicKey: Uint8Array, least: number): Promise<FoundRecord | null> {
    const found = await this.#ask((dht) =>
      dht.mutableGet(Buffer.from(publicKey), { seq: least, latest: false }),
    );
    return found && { sequence: found.seq, value: new Uint8Array(found.value) };
  }

  async destroy(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#limit);
    const dht = await this.#opened;
    this.#dht = null;
    await bounded(dht?.destroy() ?? Promise.resolve(), DESTROY_MS);
  }

  async #open(
    { nodes, andUsual }: DhtBeginning,
    known: readonly HyperdhtAddress[],
  ): Promise<Hyperdht | null> {
    try {
      const Constructor = await loadHyperdht();
      if (this.#ended) return null;
      const dht = new Constructor({
        bootstrap: andUsual ? [...nodes, ...Constructor.BOOTSTRAP] : nodes,
        nodes: known,
        ephemeral: true,
        // Not the package's usual one: that would tell everybody on the network what runs here.
        port: randomPort(),
      });
      dht.on('error', this.changed);
      // Ephemeral or not, it would hand on what strangers ask it to hand on, to any address, and wait for them.
      dht.io.onrequest = () => undefined;
      this.#dht = dht;
      return dht;
    } catch {
      this.health.failed();
      this.changed();
      return null;
    }
  }

  /** Null also when nothing was found: whether somebody replied is counted, and is another question. */
  async #ask<T>(question: (dht: Hyperdht) => Promise<T>): Promise<T | null> {
    const dht = await this.#opened;
    if (!dht || this.#ended) return null;
    const before = dht.stats.requests.responses;
    const answer = await bounded(Promise.resolve(dht).then(question), ANSWER_LIMIT_MS);
    if (this.#hasEnded()) return null;
    if (dht.stats.requests.responses > before && dht.nodes.length > 0) this.health.replied(null);
    this.changed();
    return answer;
  }

  /** Asked anew after each wait. */
  #hasEnded(): boolean {
    return this.#ended;
  }

  #measure(replies: readonly { rtt: number }[]): void {
    if (replies.length > 0 && !this.#ended) this.health.replied(Math.min(...replies.map(({ rtt }) => rtt)));
  }
}

/** A port of the ephemeral range; if it is taken, hyperdht uses any other. */
function randomPort(): number {
  return 49_152 + (new ByteReader(randomBytes(2)).uintBE(2) % 16_384);
}

function theirs({ publicKey, secretKey }: Ed25519KeyPair): HyperdhtKeyPair {
  return { publicKey: Buffer.from(publicKey), secretKey: Buffer.from(secretKey) };
}

/** What a question brought; null after the limit, and on a failure. */
async function bounded<T>(work: Promise<T>, limitMs: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, limitMs, null);
  });
  const quiet = work.catch(() => null);
  const first = await Promise.race([quiet, limit]);
  clearTimeout(timer);
  return first;
}
