/** All ways to find each other: which of them are in use for a meeting, and how each of them does. */
import { switchableWays, type SwitchableWay, type WayStatus } from '../../shared/ipc/connection';
import type { Settings } from '../../shared/ipc';
import type { Hints } from '../../shared/invite/hints';
import type { Relays } from './nostr/relays';
import { nodesInMemory, type KnownDhtNodes } from './dht/dht-beginning';
import { DhtTransport } from './dht/dht';
import { loadHyperdht } from './dht/hyperdht';
import { LanTransport } from './lan/lan';
import { PasteTransport } from './by-hand/by-hand-transport';
import { Rendezvous } from './rendezvous';
import { idleStatus, type Transport } from './transport';

export interface WaysOptions {
  settings: () => Settings;
  /** Ways for this run instead of those in the settings. */
  fixed: readonly SwitchableWay[] | null;
  relays: Relays;
  /** `HOST:PORT` of DHT nodes to begin with for this run, instead of all others. */
  dhtNodes: readonly string[] | null;
  /** Of earlier searches among all nodes. */
  knownDhtNodes: KnownDhtNodes;
  /** The status of a way is another one. */
  changed: () => void;
  /** False: it would go past the proxy. */
  allows: (way: SwitchableWay) => boolean;
}

export class Ways {
  /** Of the meeting that is on, or was last. */
  #transports: Transport[] = [];

  constructor(private readonly options: WaysOptions) {}

  get statuses(): WayStatus[] {
    const live = new Map(this.#transports.map((transport) => [transport.name, transport.status]));
    const switchable = switchableWays.map((way) => ({
      way,
      ...(live.get(way) ?? { ...idleStatus, state: this.#choiceOf(way) }),
    }));
    return [...switchable, { way: 'paste', ...(live.get('paste') ?? idleStatus) }];
  }

  /** One meeting's rendezvous, by every way that is switched on, and by hand. */
  rendezvous(hints: Hints): { rendezvous: Rendezvous; paste: PasteTransport } {
    const make: Record<SwitchableWay, () => Transport | null> = {
      nostr: () => this.options.relays.transport(hints.relays),
      dht: () => this.#dht(),
      lan: () => new LanTransport({ changed: this.options.changed }),
    };
    const paste = new PasteTransport(Date.now, { changed: this.options.changed });
    const switchable = switchableWays.flatMap((way) =>
      this.#choiceOf(way) === 'idle' ? (make[way]() ?? []) : [],
    );
    this.#transports = [...switchable, paste];
    return { rendezvous: new Rendezvous(this.#transports), paste };
  }

  /** What takes long to be read from the disk is there before somebody waits for it. Tells nobody anything. */
  prepare(): void {
    // Where it cannot be loaded, the DHT says so once it is to be used.
    if (this.#choiceOf('dht') === 'idle') loadHyperdht().catch(() => undefined);
  }

  #dht(): DhtTransport {
    const { dhtNodes: fixed, knownDhtNodes, settings, changed } = this.options;
    const beginning = { nodes: fixed ?? settings().dhtNodes, andUsual: fixed === null };
    // A run that is to begin at some nodes and no others neither asks nor leaves any.
    return new DhtTransport(beginning, fixed ? nodesInMemory() : knownDhtNodes, Date.now, { changed });
  }

  /** As it is while nobody is looked for. */
  #choiceOf(way: SwitchableWay): 'off' | 'not-private' | 'idle' {
    const { fixed, allows, settings } = this.options;
    const { ways, hideAddress, directAfterVerified } = settings();
    const isOn = fixed ? fixed.includes(way) : ways[way];
    // Whoever looks for somebody on this network shows the own address to everybody there who has the link.
    if (!isOn || (way === 'lan' && (hideAddress || directAfterVerified))) return 'off';
    return allows(way) ? 'idle' : 'not-private';
  }
}
