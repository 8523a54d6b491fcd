/**
 * Two computers with a path between them that a test can cut: each browser runs in a network namespace of its own,
 * made and unmade here. What is not the browser (main, relays on loopback) stays outside and goes on.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { findChromium } from '../../tools/electron-stand-in/chromium';

export interface CutNetwork {
  /** A program that starts Chromium on the first or the second computer. */
  chromium: readonly [string, string];
  /** Nothing gets through any more, and nobody is told. */
  cut: () => void;
  restore: () => void;
  /** The second computer gets another address. */
  move: () => void;
  end: () => void;
}

function run(program: string, ...args: string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Why no such network can be made here; null if it can. */
export function noNamespaces(): string | null {
  if (process.env['VIGIL_RUNTIME'] !== 'stand-in') return 'only the stand-in starts a named browser';
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'network namespaces need root on Linux';
  const name = `vigil-probe-${String(process.pid)}`;
  try {
    run('ip', 'netns', 'add', name);
    run('ip', 'netns', 'exec', name, 'nft', 'list', 'tables');
    return null;
  } catch {
    return 'network namespaces or nftables cannot be used here';
  } finally {
    quietly(() => {
      run('ip', 'netns', 'delete', name);
    });
  }
}

function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // It was not there.
  }
}

const DROP_ALL = `table inet cut {
  chain incoming { type filter hook input priority 0; iifname "path" drop; }
  chain outgoing { type filter hook output priority 0; oifname "path" drop; }
}`;

/** Test drivers reach a browser by a port on loopback, which is another one in there. */
async function doorInto(name: string): Promise<Server> {
  const server = createServer((socket) => {
    const { port } = server.address() as AddressInfo;
    const pipe = `const s = require('net').connect(${String(port)}, '127.0.0.1');
      process.stdin.pipe(s).pipe(process.stdout);
      s.on('error', () => process.exit(1));`;
    const inside = spawn('ip', ['netns', 'exec', name, process.execPath, '-e', pipe], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const close = (): void => {
      socket.destroy();
      inside.kill('SIGKILL');
    };
    for (const end of [socket, inside.stdin, inside.stdout]) end.on('error', close).on('close', close);
    socket.pipe(inside.stdin);
    inside.stdout.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

export async function cutNetwork(): Promise<CutNetwork> {
  const names = ['a', 'b'].map((side) => `vigil-${String(process.pid)}-${side}`);
  const [first = '', second = ''] = names;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-network-'));
  const doors: Server[] = [];
  const end = (): void => {
    for (const door of doors) door.close();
    for (const name of names)
      quietly(() => {
        run('ip', 'netns', 'delete', name);
      });
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  };
  // Should the test be stopped before it gets to end it.
  process.once('exit', end);
  try {
    for (const name of names) {
      run('ip', 'netns', 'add', name);
      run('ip', '-n', name, 'link', 'set', 'lo', 'up');
    }
    run('ip', 'link', 'add', 'path', 'netns', first, 'type', 'veth', 'peer', 'name', 'path', 'netns', second);
    for (const [index, name] of names.entries()) {
      run('ip', '-n', name, 'address', 'add', `10.77.0.${String(index + 1)}/24`, 'dev', 'path');
      run('ip', '-n', name, 'link', 'set', 'path', 'up');
    }
    for (const name of names) doors.push(await doorInto(name));
  } catch (error) {
    end();
    throw error;
  }
  const program = findChromium({ PATH: process.env['PATH'] });
  const chromium = (index: 0 | 1): string => {
    const name = names[index] ?? '';
    const { port } = doors[index]?.address() as AddressInfo;
    const file = path.join(folder, name);
    // The last of several ports counts.
    const start = `exec ip netns exec ${name} ${program} "$@" --remote-debugging-port=${String(port)}`;
    writeFileSync(file, `#!/bin/sh\n${start}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  return {
    chromium: [chromium(0), chromium(1)],
    cut: () => {
      execFileSync('ip', ['netns', 'exec', first, 'nft', '-f', '-'], { input: DROP_ALL });
    },
    restore: () => {
      run('ip', 'netns', 'exec', first, 'nft', 'delete', 'table', 'inet', 'cut');
    },
    move: () => {
      // The other way round the new one would go with the old one, whose neighbour it is.
      run('ip', '-n', second, 'address', 'delete', '10.77.0.2/24', 'dev', 'path');
      run('ip', '-n', second, 'address', 'add', '10.77.0.3/24', 'dev', 'path');
    },
    end,
  };
}
