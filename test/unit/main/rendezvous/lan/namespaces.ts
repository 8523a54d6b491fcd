/** Two computers on a network of their own that leads nowhere: network namespaces on a bridge, without a default route. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../../../..');

function run(program: string, ...args: string[]): void {
  execFileSync(program, args, { stdio: 'ignore' });
}

function works(program: string, ...args: string[]): boolean {
  try {
    run(program, ...args);
    return true;
  } catch {
    return false;
  }
}

/** Why it cannot be tested here; null if it can. */
export function noLocalNetwork(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'network namespaces need root on Linux';
  const name = `vigil-lan-${String(process.pid)}-probe`;
  const made = works('ip', 'netns', 'add', name);
  works('ip', 'netns', 'delete', name);
  if (!made) return 'network namespaces cannot be made here';
  return works('tcpdump', '--version') ? null : 'tcpdump is not here';
}

export interface LocalNetwork {
  /** Runs a TypeScript file on one of the two computers; it speaks by Node's messages. */
  start: (computer: 0 | 1, file: string) => ChildProcess;
  /** All that passes between the two, until the network ends, as a pcap file by standard output. */
  capture: () => ChildProcess;
  end: () => void;
}

export function localNetwork(): LocalNetwork {
  const prefix = `vigil-lan-${String(process.pid)}`;
  const [bridge, ...computers] = ['x', 'a', 'b'].map((name) => `${prefix}-${name}`) as [
    string,
    string,
    string,
  ];
  const started: ChildProcess[] = [];
  const inside = (computer: string, program: string, ...args: string[]): ChildProcess => {
    const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const;
    const child = spawn('ip', ['netns', 'exec', computer, program, ...args], {
      cwd: root,
      stdio: [...stdio],
    });
    started.push(child);
    return child;
  };
  const end = (): void => {
    for (const child of started) child.kill('SIGKILL');
    for (const name of [...computers, bridge]) works('ip', 'netns', 'delete', name);
  };
  // Should the test be stopped before it gets to end it.
  process.once('exit', end);
  try {
    for (const name of [bridge, ...computers]) {
      run('ip', 'netns', 'add', name);
      run('ip', '-n', name, 'link', 'set', 'lo', 'up');
    }
    run('ip', '-n', bridge, 'link', 'add', 'bridge', 'type', 'bridge', 'mcast_snooping', '0');
    run('ip', '-n', bridge, 'link', 'set', 'bridge', 'up');
    for (const [index, name] of computers.entries()) {
      const port = `port${String(index)}`;
      run('ip', '-n', bridge, 'link', 'add', port, 'type', 'veth', 'peer', 'name', 'lan', 'netns', name);
      run('ip', '-n', bridge, 'link', 'set', port, 'master', 'bridge', 'up');
      run('ip', '-n', name, 'address', 'add', `192.168.77.${String(index + 1)}/24`, 'dev', 'lan');
      run('ip', '-n', name, 'link', 'set', 'lan', 'up');
    }
  } catch (error) {
    end();
    throw error;
  }
  return {
    start: (computer, file) =>
      inside(computers[computer], process.execPath, '--import', 'tsx', path.join(root, file)),
    capture: () =>
      inside(bridge, 'tcpdump', '-i', 'bridge', '-n', '-p', '-U', '--immediate-mode', '-s', '0', '-w', '-'),
    end,
  };
}
