/** A relay that works against its clients, for tests that show what it cannot reach. */
import { honest, type Behaviour } from './behaviours';
import type { NostrEvent } from '../../../main/volunteer-server/relay/messages';
import { startRelay, type Relay, type RelayOptions } from '../../../main/volunteer-server/relay/relay';

export interface HostileRelay extends Relay {
  /** Every event that it was given, oldest first. */
  readonly seen: readonly NostrEvent[];
  /** From now on. */
  behave(behaviour: Behaviour): void;
  /** Delivers everything that it was ever given once more. */
  replay(): void;
  /** Sends a line to every client, whatever it is. */
  sendToAll(text: string): void;
  /** Sends an event to every subscription of every client, whether it asked for the like or not. */
  force(event: NostrEvent): void;
  /** Keeps the sockets that are open and answers nothing on them, as a network does that drops packets. */
  freeze(): void;
  thaw(): void;
  /** Cuts all connections without a goodbye. */
  cut(): void;
}

/** Starts a relay that behaves as told; at first honestly. */
export async function startHostileRelay(
  options: Omit<RelayOptions, 'intercept'> = {},
): Promise<HostileRelay> {
  let behaviour: Behaviour = honest;
  const seen: NostrEvent[] = [];
  const relay = await startRelay({
    ...options,
    intercept: (event, deliver) => {
      seen.push(event);
      behaviour(event, deliver);
    },
  });
  const each = (
    act: (connection: Relay['connections'] extends ReadonlySet<infer C> ? C : never) => void,
  ): void => {
    for (const connection of relay.connections) act(connection);
  };
  return {
    url: relay.url,
    port: relay.port,
    connections: relay.connections,
    get stored() {
      return relay.stored;
    },
    deliver: (event) => relay.deliver(event),
    change: (conduct) => relay.change(conduct),
    close: () => relay.close(),
    seen,
    behave: (next) => {
      behaviour = next;
    },
    replay: () => {
      for (const event of [...seen]) relay.deliver(event);
    },
    sendToAll: (text) => each((connection) => connection.sendText(text)),
    force: (event) =>
      each((connection) => {
        for (const subscription of connection.subscriptions.keys()) {
          connection.send(['EVENT', subscription, event]);
        }
      }),
    freeze: () => each((connection) => connection.freeze()),
    thaw: () => each((connection) => connection.thaw()),
    cut: () => each((connection) => connection.terminate()),
  };
}
