/** Delay, jitter and loss between a network's router and the internet, by a program that passes each frame on. */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { routerOf } from './plan';
import type { Network } from './network';

const PROGRAM = fileURLToPath(new URL('delay-bridge.py', import.meta.url));
const ANSWER_LIMIT_MS = 5000;

export interface Quality {
  /** Milliseconds, each way. */
  delay: number;
  jitter: number;
  /** Percent, each way. */
  loss: number;
}

export interface Shaper {
  set: (quality: Quality) => Promise<void>;
  end: () => void;
}

/** Stands between the network's router and the internet from now on. */
export async function shape(network: Network, lan: string): Promise<Shaper> {
  const { namespaces } = network;
  const [near, far, end] = [`to-${lan}`, `${lan}-far`, `${lan}-end`];
  const ip = (...args: string[]): string => namespaces.run('internet', ['ip', ...args]);
  const whole = (namespace: string, device: string): void => {
    // What passes by hand must be packets as they are on a wire, with checksums.
    namespaces.run(namespace, [
      ...(['ethtool', '-K', device, 'tx', 'off', 'tso', 'off', 'gso', 'off', 'gro', 'off'] as const),
    ]);
  };
  ip('link', 'set', near, 'nomaster');
  ip('link', 'add', far, 'type', 'veth', 'peer', 'name', end);
  ip('link', 'set', end, 'master', 'net');
  for (const device of [near, far, end]) {
    ip('link', 'set', device, 'promisc', 'on', 'up');
    whole('internet', device);
  }
  whole(routerOf(lan), 'wan');
  for (const home of network.lan(lan).homes) whole(home, 'eth0');

  const child = network.start('internet', ['/usr/bin/python3', PROGRAM, near, far], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('the shaper has no streams');
  const answers = createInterface(stdout);
  const answered = async (): Promise<void> => {
    await once(answers, 'line', { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
  };
  await answered();
  return {
    set: async ({ delay, jitter, loss }) => {
      const done = answered();
      stdin.write(`${String(delay)} ${String(jitter)} ${String(loss)}\n`);
      await done;
    },
    end: () => {
      child.kill('SIGKILL');
    },
  };
}
