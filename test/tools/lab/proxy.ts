/** A SOCKS proxy on the lab's internet, and a look at what a home sends past it. */
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import type { Network } from './network';

export const PROXY_PORT = 1080;
const START_LIMIT_MS = 10_000;

export interface Proxy {
  url: string;
  end: () => void;
}

/** microsocks says nothing when it is ready; the app asks until it answers. */
export function startProxyAt(network: Network, address: string): Proxy {
  const child = network.start('internet', ['microsocks', '-i', address, '-p', String(PROXY_PORT)], {
    stdio: 'ignore',
  });
  return {
    url: `socks5://${address}:${String(PROXY_PORT)}`,
    end: () => {
      child.kill('SIGKILL');
    },
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
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('tcpdump does not listen')), START_LIMIT_MS);
    createInterface(stderr).on('line', (line) => {
      if (!line.includes('listening on')) return;
      clearTimeout(late);
      resolve();
    });
  });
  return {
    end: async () => {
      const ended = once(child, 'close');
      child.kill('SIGINT');
      await ended;
      return lines;
    },
  };
}
