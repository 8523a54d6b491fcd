/** All ways to find each other: which of them are in use for a meeting, and how each of them does. */
import { switchableWays, type SwitchableWay, type WayStatus } from '../shared/ipc/connection';
import type { Settings } from '../shared/ipc';
import type { Hints } from '../shared/invite/hints';
import type { Relays } from './relays';
import { DhtTransport } from './rendezvous/dht/dht';
import { Rendezvous } from './rendezvous/rendezvous';
import { idleStatus, type Transport } from './rendezvous/transport';

export interface WaysOptions {
  settings: () => Settings;
  /** Ways for this run instead of those in the settings. */
  fixed: readonly SwitchableWay[] | null;
  relays: Relays;
  /** `HOST:PORT` of DHT nodes to begin with for this run, instead of all others. */
  dhtNodes: readonly string[] | null;
  /** The status of a way is another one. */
  changed: () => void;
}

export class Ways {
  /** Of the meeting that is on, or was last. */
  #transports: Transport[] = [];

  constructor(private readonly options: WaysOptions) {}

  get statuses(): WayStatus[] {
    const live = new Map(this.#transports.map((transport) => [transport.name, transport.status]));
    return switchableWays.map((way) => ({
      way,
      ...(live.get(way) ?? (this.#isOn(way) ? idleStatus : { ...idleStatus, state: 'off' as const })),
    }));
  }

  /** One meeting's rendezvous, by every way that is switched on. */
  rendezvous(hints: Hints): Rendezvous {
    const make: Record<SwitchableWay, () => Transport | null> = {
      nostr: () => this.options.relays.transport(hints.relays),
      dht: () => new DhtTransport(this.#dhtNodes(), Date.now, { changed: this.options.changed }),
      lan: () => null,
    };
    this.#transports = switchableWays.flatMap((way) => (this.#isOn(way) ? (make[way]() ?? []) : []));
    return new Rendezvous(this.#transports);
  }

  #dhtNodes(): readonly string[] | null {
    const { dhtNodes, settings } = this.options;
    if (dhtNodes) return dhtNodes;
    const named = settings().dhtNodes;
    return named.length > 0 ? named : null;
  }

  #isOn(way: SwitchableWay): boolean {
    const { fixed } = this.options;
    return fixed ? fixed.includes(way) : this.options.settings().ways[way];
  }
}
