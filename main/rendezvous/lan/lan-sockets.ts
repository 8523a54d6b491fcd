/** What is open on the network while a room is listened to: the port for calls, then multicast DNS that tells of it. */
import type { Socket } from 'node:net';
import { randomBytes } from '../../../shared/crypto/sodium';
import { Discovery, type DiscoveryOptions } from './discovery';
import { LanServer } from './lan-server';
import { isLocalAddress, ownAddresses } from './local-addresses';
import { runId } from './names';

const MDNS_PORT = 5353;

/** Where the local network is; tests have theirs on loopback. */
export interface LanPlace {
  addresses: () => readonly string[];
  mayReach: (address: string) => boolean;
  host: string;
  mdnsPort: number;
}

export const everyInterface: LanPlace = {
  addresses: ownAddresses,
  mayReach: isLocalAddress,
  host: '0.0.0.0',
  mdnsPort: MDNS_PORT,
};

export interface LanSocketsEvents extends Pick<DiscoveryOptions, 'isListenedTo' | 'found' | 'changed'> {
  called: (socket: Socket) => void;
  /** Now, or on other interfaces than before, it can be asked who is there. */
  ready: () => void;
}

type State =
  { state: 'opening' | 'failed' | 'closed' } | { state: 'open'; discovery: Discovery; id: Uint8Array };

export class LanSockets {
  #state: State = { state: 'opening' };
  readonly #server: LanServer;

  constructor(
    private readonly place: LanPlace,
    private readonly events: LanSocketsEvents,
  ) {
    this.#server = new LanServer({
      host: place.host,
      mayReach: place.mayReach,
      called: events.called,
      listening: (port) => {
        if (this.#state.state === 'opening') this.#listening(port);
      },
      failed: () => {
        if (this.#state.state === 'open') this.#state.discovery.end();
        if (this.#state.state !== 'closed') this.#state = { state: 'failed' };
        events.changed();
      },
    });
  }

  get problem(): Discovery['problem'] {
    if (this.#state.state === 'failed') return 'no-network';
    return this.#state.state === 'open' ? this.#state.discovery.problem : null;
  }

  /** Of this run; null while nothing can be called or taken. */
  get id(): Uint8Array | null {
    return this.#state.state === 'open' ? this.#state.id : null;
  }

  ask(names: readonly string[]): void {
    if (this.#state.state === 'open') this.#state.discovery.ask(names);
  }

  renew(): void {
    if (this.#state.state === 'open') this.#state.discovery.renew();
  }

  /** It belongs here, and is no stranger any more. */
  known(socket: Socket): void {
    this.#server.known(socket);
  }

  close(): void {
    if (this.#state.state === 'open') this.#state.discovery.end();
    this.#state = { state: 'closed' };
    this.#server.close();
  }

  #listening(port: number): void {
    const { addresses, mdnsPort } = this.place;
    const { isListenedTo, found, changed, ready } = this.events;
    const options = { addresses, mdnsPort, port, isListenedTo, found, changed, moved: ready };
    this.#state = { state: 'open', discovery: new Discovery(options), id: runId(randomBytes(14), port) };
    ready();
    changed();
  }
}
