/** Servers on the lab's internet, each a process that can be killed by itself. */
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from '../scripts/paths.mjs';
import type { Network } from './network';

const START_LIMIT_MS = 20_000;
const RELAY_PORT = 7777;
const STUN_PORT = 3478;
const DHT_PORT = 49_737;

export interface Server {
  address: string;
  /** At once, without a goodbye. */
  kill: () => void;
}

export interface Relay extends Server {
  url: string;
  /** Everything that it was told, if it was started to record it: one text for each message. */
  heard: readonly string[];
}

export interface FloodingRelay extends Relay {
  /** From now on whoever listens is flooded. */
  flood: () => void;
}

export interface TurnServer extends Server {
  stun: string;
  /** As it stands in the settings. @param transport by which it is reached. */
  setting: (transport: 'udp' | 'tcp') => {
    url: string;
    username: string;
    credential: string;
    enabled: boolean;
  };
}

export interface DhtNode extends Server {
  node: string;
  /** Everything that it was asked, if it was started to record it: one text for each request. */
  heard: readonly string[];
}

export interface Recording {
  record?: boolean;
  /** Milliseconds by which the server's clock is ahead of this computer's. */
  clockOffset?: number;
}

/** Resolves when a line of its output says that it is ready. @param onLine of its output, later on too. */
async function ready(
  child: ChildProcess,
  isReady: (line: string) => boolean,
  onLine?: (line: string) => void,
) {
  const { stdout } = child;
  if (!stdout) throw new Error('the server has no output');
  await new Promise<void>((resolve, reject) => {
    const fail = (): void =>
      reject(new Error(`a server did not start: ${child.spawnargs.slice(4).join(' ')}`));
    const timer = setTimeout(fail, START_LIMIT_MS);
    child.once('exit', fail);
    createInterface(stdout).on('line', (line) => {
      onLine?.(line);
      if (!isReady(line)) return;
      clearTimeout(timer);
      child.off('exit', fail);
      resolve();
    });
  });
}

const tsx = (script: string, ...args: string[]): string[] => [
  process.execPath,
  '--import',
  'tsx',
  script,
  ...args,
];

function start(network: Network, argv: readonly string[]): ChildProcess {
  return network.start('internet', argv, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
}

const killer = (child: ChildProcess) => (): void => void child.kill('SIGKILL');

export async function startRelayAt(
  network: Network,
  address: string,
  { record = false, clockOffset = 0 }: Recording = {},
): Promise<Relay> {
  const place = ['--host', address, '--port', String(RELAY_PORT)];
  const heard: string[] = [];
  const child = start(
    network,
    record
      ? tsx('test/tools/lab/recording-relay.ts', ...place, '--clock-offset', String(clockOffset))
      : tsx('test/tools/relay/serve.ts', ...place, '--quiet'),
  );
  let isUp = false;
  await ready(
    child,
    (line) => line.startsWith('Relay at'),
    (line) => {
      if (isUp) heard.push(line);
      isUp = true;
    },
  );
  return { address, url: `ws://${address}:${String(RELAY_PORT)}`, heard, kill: killer(child) };
}

/** @param linkFile where it finds the link of a meeting to flood the door of, once it floods. */
export async function startFloodingRelayAt(
  network: Network,
  address: string,
  linkFile: string,
): Promise<FloodingRelay> {
  const place = ['--host', address, '--port', String(RELAY_PORT), '--link-file', linkFile];
  const child = start(network, [
    // What is measured is the cost to those who are flooded.
    ...['nice', '-n', '19'],
    ...tsx('test/tools/lab/flooding-relay.ts', ...place),
  ]);
  await ready(child, (line) => line.startsWith('Relay at'));
  return {
    address,
    url: `ws://${address}:${String(RELAY_PORT)}`,
    heard: [],
    flood: () => void child.kill('SIGUSR2'),
    kill: killer(child),
  };
}

/** Answers STUN as well as TURN. */
export async function startTurnAt(network: Network, address: string): Promise<TurnServer> {
  const [username, credential] = ['lab', 'lab-password'];
  const child = start(network, [
    // By itself it keeps its words until there are many.
    ...['stdbuf', '-oL', 'turnserver'],
    ...['-n', '--log-file=stdout', '--no-cli', '--no-tls', '--no-dtls', '--pidfile='],
    ...['--lt-cred-mech', `--user=${username}:${credential}`, '--realm=lab', '--fingerprint'],
    ...[`--listening-ip=${address}`, `--relay-ip=${address}`, `--listening-port=${String(STUN_PORT)}`],
    ...['--min-port=50000', '--max-port=50999'],
  ]);
  await ready(child, (line) => line.includes('DB connection success'));
  const place = `${address}:${String(STUN_PORT)}`;
  return {
    address,
    stun: place,
    setting: (transport) => ({
      url: `turn:${place}?transport=${transport}`,
      username,
      credential,
      enabled: true,
    }),
    kill: killer(child),
  };
}

/** @param bootstrap another node's place; the first has none. */
export async function startDhtNodeAt(
  network: Network,
  address: string,
  { bootstrap, record = false, clockOffset = 0 }: Recording & { bootstrap?: string | undefined },
): Promise<DhtNode> {
  const child = start(
    network,
    tsx(
      'test/support/dht/serve.ts',
      ...['--host', address, '--port', String(DHT_PORT), '--clock-offset', String(clockOffset)],
      ...(bootstrap === undefined ? [] : ['--bootstrap', bootstrap]),
      ...(record ? ['--record'] : []),
    ),
  );
  const heard: string[] = [];
  const isRequest = (line: string): boolean => line.startsWith('{"request"');
  await ready(
    child,
    (line) => line.startsWith('{"host"'),
    (line) => {
      if (isRequest(line)) heard.push(line);
    },
  );
  return { address, node: `${address}:${String(DHT_PORT)}`, heard, kill: killer(child) };
}
