/** One network with its servers and participants, which all end together. */
import type { StartOptions } from './agent-commands';
import { Network } from './network';
import { INTERNET, type NetworkPlan } from './plan';
import { Participant } from './participant';
import {
  startDhtNodeAt,
  startFloodingRelayAt,
  startRelayAt,
  startTurnAt,
  type DhtNode,
  type FloodingRelay,
  type Recording,
  type Relay,
  type Server,
  type TurnServer,
} from './servers';
import { shape, type Shaper } from './shaper';

/** Addresses of servers; not all of them run in each scenario. */
const at = (last: number): string => `${INTERNET}.${String(last)}`;
const TURN = at(1);
const RELAYS = [at(2), at(3), at(4)];
const DHT = [at(5), at(6), at(7), at(9)];
/** Whatever else a scenario puts on the internet. */
export const OTHER = at(8);

/** A router's address on the internet. */
export const wan = (number: number): string => at(10 + number);

export interface AppChoice {
  /** Instead of all that run. */
  relays?: readonly Relay[];
  dhtNodes?: readonly DhtNode[];
  transports?: string;
  proxy?: string;
  switches?: readonly string[];
}

export class Stage {
  readonly network: Network;
  readonly relays: Relay[] = [];
  readonly dhtNodes: DhtNode[] = [];
  turn: TurnServer | undefined;
  readonly #participants: Participant[] = [];
  readonly #enders: (() => void)[] = [];

  constructor(lans: NetworkPlan['lans']) {
    this.network = new Network({ servers: [TURN, ...RELAYS, ...DHT, OTHER], lans });
  }

  get servers(): Server[] {
    return [...this.relays, ...this.dhtNodes, ...(this.turn ? [this.turn] : [])];
  }

  /** Relays, STUN and TURN, and as many DHT nodes as are asked for. */
  async startServers(wanted: { relays: number; dht?: number; record?: boolean; clockOffsets?: number[] }) {
    const relays = RELAYS.slice(0, wanted.relays).map((address, index) =>
      startRelayAt(this.network, address, {
        record: wanted.record ?? false,
        clockOffset: wanted.clockOffsets?.[index] ?? 0,
      }),
    );
    const turn = startTurnAt(this.network, TURN);
    this.relays.push(...(await Promise.all(relays)));
    this.turn = await turn;
    if (wanted.dht !== undefined) await this.startDht(wanted.dht);
  }

  /** Beside the relays that run. @param linkFile as for startFloodingRelayAt. */
  async startFloodingRelay(linkFile: string): Promise<FloodingRelay> {
    const address = RELAYS[this.relays.length];
    if (address === undefined) throw new Error('there are no addresses for so many relays');
    const relay = await startFloodingRelayAt(this.network, address, linkFile);
    this.relays.push(relay);
    return relay;
  }

  /** One DHT, which knows nothing of others that run. */
  async startDht(size: number, options: Recording = {}): Promise<DhtNode[]> {
    const nodes: DhtNode[] = [];
    for (const address of DHT.slice(this.dhtNodes.length, this.dhtNodes.length + size))
      nodes.push(await startDhtNodeAt(this.network, address, { ...options, bootstrap: nodes[0]?.node }));
    if (nodes.length < size) throw new Error('there are no addresses for so many DHT nodes');
    this.dhtNodes.push(...nodes);
    return nodes;
  }

  /** Starts the app in a home, with every server that runs unless it says otherwise. */
  async participant(
    home: string,
    name: string,
    index: number,
    options: AppChoice = {},
  ): Promise<Participant> {
    const participant = new Participant(this.network, home, name, index);
    this.#participants.push(participant);
    await participant.start(this.startOptions(options));
    return participant;
  }

  startOptions(options: AppChoice = {}): Omit<StartOptions, 'index'> {
    return {
      relays: (options.relays ?? this.relays).map(({ url }) => url),
      transports: options.transports ?? 'nostr',
      stun: this.turn ? [this.turn.stun] : [],
      dhtNodes: (options.dhtNodes ?? this.dhtNodes).map(({ node }) => node),
      ...(options.proxy === undefined ? {} : { proxy: options.proxy }),
      ...(options.switches === undefined ? {} : { switches: options.switches }),
    };
  }

  /** Something else that ends with the stage. */
  onEnd(end: () => void): void {
    this.#enders.push(end);
  }

  async shape(lan: string): Promise<Shaper> {
    const shaper = await shape(this.network, lan);
    this.#enders.push(shaper.end);
    return shaper;
  }

  /** Pictures of every screen, for whoever looks for the reason of a failure. */
  async pictures(folder: string): Promise<void> {
    await Promise.allSettled(
      this.#participants.map((participant) =>
        participant.tell('screenshot', `${folder}/${participant.name}.png`),
      ),
    );
  }

  async end(): Promise<void> {
    await Promise.allSettled(this.#participants.map((participant) => participant.end()));
    for (const end of this.#enders) end();
    for (const server of this.servers) server.kill();
    this.network.end();
  }
}
