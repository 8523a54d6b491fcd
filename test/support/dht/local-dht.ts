/** Real DHT nodes on loopback: a network of one's own, without a way out. */
import {
  loadHyperdht,
  type Hyperdht,
  type HyperdhtConstructor,
  type HyperdhtOptions,
} from '../../../main/rendezvous/dht/hyperdht';

export interface LocalDht {
  /** `HOST:PORT` of the first node. */
  readonly bootstrap: string[];
  readonly nodes: readonly Hyperdht[];
  /** One more that stores nothing, for those who ask the DHT without Vigil. */
  client(): Hyperdht;
  close(): Promise<void>;
}

/** The package's usual port would go from one network of a test to that of another, as soon as it is free. */
const ANY_PORT = [0, 0] as const;

/** @param bootstrap `HOST:PORT` of a node that runs already; none: this one is the first. */
export async function startNode(
  options: { host: string; port?: number; bootstrap?: readonly string[] },
  Constructor: HyperdhtConstructor | null = null,
): Promise<Hyperdht> {
  const node = new (Constructor ?? (await loadHyperdht()))({
    bootstrap: [],
    ephemeral: false,
    firewalled: false,
    port: ANY_PORT,
    ...options,
  } satisfies HyperdhtOptions);
  await node.fullyBootstrapped();
  return node;
}

export async function startLocalDht(size: number): Promise<LocalDht> {
  const Constructor = await loadHyperdht();
  const host = '127.0.0.1';
  const first = await startNode({ host }, Constructor);
  const bootstrap = [`${host}:${first.address()?.port ?? 0}`];
  const nodes = [first];
  while (nodes.length < size) nodes.push(await startNode({ host, bootstrap }, Constructor));
  const clients: Hyperdht[] = [];
  return {
    bootstrap,
    nodes,
    client: () => {
      const client = new Constructor({ bootstrap, ephemeral: true, port: ANY_PORT, host });
      clients.push(client);
      return client;
    },
    close: async () => {
      for (const node of [...clients, ...nodes.reverse()]) await node.destroy();
    },
  };
}
