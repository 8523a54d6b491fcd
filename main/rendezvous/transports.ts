/** All transports, the ways to find each other: which of them are in use for a meeting, and how each of them does. */
import { systemClocks } from '../clocks';
import {
  switchableTransports,
  type SwitchableTransport,
  type TransportState,
} from '../../shared/ipc/connection';
import type { Settings } from '../../shared/ipc';
import type { Hints } from '../../shared/invite/hints';
import { relayUrlOf } from '../../shared/volunteer/place';
import type { Relays } from './nostr/relays';
import { nodesInMemory, type KnownDhtNodes } from './dht/dht-beginning';
import { DhtTransport } from './dht/dht';
import { loadHyperdht } from './dht/hyperdht';
import { LanTransport } from './lan/lan';
import { ByHandTransport } from './by-hand/by-hand-transport';
import { Rendezvous } from './rendezvous';
import { idleStatus, type Transport } from './transport';

export interface TransportsOptions {
  settings: () => Settings;
  /** Transports for this run instead of those in the settings. */
  fixed: readonly SwitchableTransport[] | null;
  relays: Relays;
  /** `HOST:PORT` of DHT nodes to begin with for this run, instead of all others. */
  dhtNodes: readonly string[] | null;
  /** Of earlier searches among all nodes. */
  knownDhtNodes: KnownDhtNodes;
  /** The status of a transport is another one. */
  changed: () => void;
  /** False: it would go past the proxy. */
  allows: (transport: SwitchableTransport) => boolean;
}

export class Transports {
  /** Of the meeting that is on, or was last. */
  #transports: Transport[] = [];

  constructor(private readonly options: TransportsOptions) {}

  get statuses(): TransportState[] {
    const live = new Map(this.#transports.map((transport) => [transport.name, transport.status]));
    const switchable = switchableTransports.map((transport) => ({
      transport,
      ...(live.get(transport) ?? { ...idleStatus, state: this.#choiceOf(transport) }),
    }));
    return [...switchable, { transport: 'paste', ...(live.get('paste') ?? idleStatus) }];
  }

  /** One meeting's rendezvous, by every transport that is switched on, and by hand. */
  rendezvous(hints: Hints): { rendezvous: Rendezvous; byHand: ByHandTransport } {
    const make: Record<SwitchableTransport, () => Transport | null> = {
      nostr: () => this.options.relays.transport(relaysOf(hints)),
      dht: () => this.#dht(),
      lan: () => new LanTransport({ changed: this.options.changed }),
    };
    const byHand = new ByHandTransport(systemClocks, { changed: this.options.changed });
    const switchable = switchableTransports.flatMap((name) =>
      this.#choiceOf(name) === 'idle' ? (make[name]() ?? []) : [],
    );
    this.#transports = [...switchable, byHand];
    return { rendezvous: new Rendezvous(this.#transports), byHand };
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
    return new DhtTransport(beginning, fixed ? nodesInMemory() : knownDhtNodes, systemClocks, { changed });
  }

  /** As it is while nobody is looked for. */
  #choiceOf(transport: SwitchableTransport): 'off' | 'not-private' | 'idle' {
    const { fixed, allows, settings } = this.options;
    const { transports, hideAddress, directAfterVerified } = settings();
    const isOn = fixed ? fixed.includes(transport) : transports[transport];
    // Whoever looks for somebody on this network shows the own address to everybody there who has the link.
    if (!isOn || (transport === 'lan' && (hideAddress || directAfterVerified))) return 'off';
    return allows(transport) ? 'idle' : 'not-private';
  }
}

/** All that a link names. */
function relaysOf({ relays, volunteer }: Hints): string[] {
  const lent = volunteer ? relayUrlOf(volunteer) : null;
  return lent === null ? relays : [...relays, lent];
}
