/** The DHT transport: envelopes in mailboxes that strangers' computers keep for a while; no server, no connection. */
import type { Clocks, SteadyTime } from '../../../shared/clocks';
import type { Room } from '../../../shared/invite/key-schedule';
import type { Envelope } from '../../../shared/wire/envelope';
import type { Transport, TransportEvents, TransportStatus } from '../transport';
import type { DhtBeginning, KnownDhtNodes } from './dht-beginning';
import { DhtHealth } from './dht-health';
import { DhtNode } from './dht-node';
import { DhtRoom } from './dht-room';

/** The last words get this long to be stored, and announcements to be taken back. */
const FAREWELL_MS = 2000;
/** How often it is said that numbers are other ones while the state stays. */
const CHANGES_MS = 5000;

export class DhtTransport implements Transport {
  readonly name = 'dht';
  readonly #rooms = new Set<DhtRoom>();
  /** Of rooms that were left: their last words. */
  readonly #leaving = new Set<Promise<unknown>>();
  readonly #health: DhtHealth;
  #node: DhtNode | null = null;
  /** Nodes that are being ended. */
  readonly #ending = new Set<Promise<unknown>>();
  #told: { state: string; at: SteadyTime } = { state: '', at: -Infinity };

  constructor(
    private readonly beginning: DhtBeginning,
    private readonly known: KnownDhtNodes,
    private readonly clocks: Clocks,
    private readonly events: TransportEvents,
  ) {
    this.#health = new DhtHealth(clocks);
  }

  get status(): TransportStatus {
    return this.#health.status(this.#node?.nodes ?? 0);
  }

  listen(room: Room, onEnvelope: (envelope: Envelope) => void, self: Uint8Array): () => void {
    this.#node ??= this.#open();
    const listened = this.#roomOf(room, self);
    // Its own function: the same one may be handed in twice.
    const listener = (envelope: Envelope): void => {
      onEnvelope(envelope);
    };
    listened.listeners.add(listener);
    this.#changed();
    return () => {
      if (!listened.listeners.delete(listener) || listened.listeners.size > 0) return;
      if (!this.#rooms.delete(listened)) return;
      void this.#leave(listened).then(() => this.#rest());
    };
  }

  /** Only where somebody listens: who leaves a room says nothing there any more. */
  publish(room: Room, envelopes: readonly Envelope[]): void {
    for (const listened of this.#rooms) if (listened.isOf(room)) listened.publish(envelopes);
  }

  refresh(): void {
    const node = this.#node;
    if (!node || this.#rooms.size === 0) return;
    this.#keepKnown(node);
    this.#node = this.#open();
    void this.#end(node);
    for (const room of this.#rooms) room.stir();
  }

  async stop(): Promise<void> {
    for (const room of this.#rooms) void this.#leave(room);
    this.#rooms.clear();
    await Promise.all([...this.#leaving]);
    await this.#rest();
    await Promise.all([...this.#ending]);
  }

  #roomOf(room: Room, self: Uint8Array): DhtRoom {
    const known = [...this.#rooms].find((listened) => listened.isOf(room));
    if (known) return known;
    const fresh = new DhtRoom({ room, self, node: () => this.#node, clocks: this.clocks });
    this.#rooms.add(fresh);
    return fresh;
  }

  async #leave(room: DhtRoom): Promise<void> {
    const left = withinLimit(room.leave());
    this.#leaving.add(left);
    await left;
    this.#leaving.delete(left);
  }

  #open(): DhtNode {
    return new DhtNode(this.beginning, this.known.read(), this.#health, () => {
      this.#changed();
    });
  }

  /** Nobody listens any more: the DHT need not know that we are here. */
  async #rest(): Promise<void> {
    const node = this.#node;
    if (!node || this.#rooms.size > 0 || this.#leaving.size > 0) return;
    this.#keepKnown(node);
    this.#node = null;
    this.#health.ended();
    await this.#end(node);
    this.#changed();
  }

  async #end(node: DhtNode): Promise<void> {
    const ended = node.destroy();
    this.#ending.add(ended);
    await ended;
    this.#ending.delete(ended);
  }

  #keepKnown(node: DhtNode): void {
    const { known } = node;
    if (known.length > 0) this.known.keep(known);
  }

  #changed(): void {
    const { state, why } = this.status;
    const told = { state: `${state} ${why ?? ''}`, at: this.clocks.steady() };
    if (told.state === this.#told.state && told.at - this.#told.at < CHANGES_MS) return;
    this.#told = told;
    this.events.changed();
  }
}

async function withinLimit(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, FAREWELL_MS);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
