/** A SOCKS proxy on the lab's internet, and a look at what a home sends past it. */
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import type { Network } from './network';

const PORT = 1080;
const START_LIMIT_MS = 10_000;

export interface Proxy {
  url: string;
  end: () => void;
}

/** microsocks says nothing when it is ready; the app asks until it answers. */
export function startProxyAt(network: Network, address: string): Proxy {
  const child = network.start('internet', ['microsocks', '-i', address, '-p', String(PORT)], {
    stdio: 'ignore',
  });
  return {
    url: `socks5://${address}:${String(PORT)}`,
    end: () => {
      child.kill('SIGKILL');
    },
  };
}

export interface Traffic {
  toProxy: number;
  strays: string[];
}

/** @param lines of `tcpdump -n -q -t`: each packet's ends in one. Pure. */
export function trafficOf(lines: readonly string[], proxy: string): Traffic {
  const withProxy = ` ${proxy}.${String(PORT)}`;
  const packets = lines.filter((line) => line !== '');
  const isToProxy = (line: string): boolean =>
    line.startsWith('IP ') && `${line} `.replace(':', ' ').includes(`${withProxy} `);
  return {
    toProxy: packets.filter(isToProxy).length,
    strays: packets.filter((line) => !isToProxy(line)),
  };
}

export interface Watch {
  end: () => Promise<string[]>;
}

/** Every packet of a home but those that ask its own network for a neighbour's hardware address. */
export async function watchPackets(network: Network, home: string): Promise<Watch> {
  const child = network.start(home, ['tcpdump', '-i', 'eth0', '-n', '-q', '-t', '-l', 'not', 'arp'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('tcpdump has no output');
  const lines: string[] = [];
  createInterface(stdout).on('line', (line) => lines.push(line));
  const words = createInterface(stderr);
  const signal = AbortSignal.timeout(START_LIMIT_MS);
  for (let heard = ''; !heard.includes('listening on');)
    [heard] = (await once(words, 'line', { signal })) as [string];
  return {
    end: async () => {
      const ended = once(child, 'close');
      child.kill('SIGINT');
      await ended;
      return lines;
    },
  };
}
