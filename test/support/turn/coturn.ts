/** A TURN server for tests: coturn on an address of this computer, with one user, bounded in time. */
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { onPath } from '../../tools/scripts/chromium.mjs';
import { atExit, endGroup } from '../../tools/scripts/processes.mjs';
import { ensureSystemPackages } from '../../tools/scripts/system-packages.mjs';

/** RFC 8489, section 5. */
const MAGIC_COOKIE = 0x2112a442;
const START_LIMIT_MS = 30_000;
const ASK_AGAIN_MS = 100;

export interface CoturnOptions {
  /** Where it listens, and from where it relays. */
  host: string;
  /** 0: any that is free. */
  port?: number;
  username?: string;
  credential?: string;
  /** It ends by itself then, even if this process is gone. */
  limitSeconds?: number;
}

export interface Coturn {
  host: string;
  port: number;
  username: string;
  credential: string;
  close: () => Promise<void>;
}

/** Installs coturn where it may. Says why there can be none here, or null. */
export async function obstacleToCoturn(): Promise<string | null> {
  if ((await ensureSystemPackages(['coturn'])).length > 0) return 'coturn is not here';
  return onPath(['timeout']) === undefined ? 'there is no timeout(1) to bound coturn with' : null;
}

/**
 * An address of this computer that browsers take as a candidate, which loopback is not; packets to it stay here all
 * the same. Null where the computer has no other.
 */
export function ownAddress(): string | null {
  const all = Object.values(os.networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}

export async function startCoturn({
  host,
  port: wanted = 0,
  username = 'vigil',
  credential = 'candle',
  limitSeconds = 300,
}: CoturnOptions): Promise<Coturn> {
  const port = wanted === 0 ? await freePort(host) : wanted;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-coturn-'));
  const options = [
    '-n',
    ...[`--listening-ip=${host}`, `--relay-ip=${host}`, `--listening-port=${String(port)}`],
    ...['--lt-cred-mech', '--realm=vigil.test', `--user=${username}:${credential}`],
    ...['--fingerprint', '--no-tls', '--no-dtls', '--no-cli', '--no-multicast-peers'],
    ...['--allow-loopback-peers', '--log-file=stdout', '--simple-log'],
    ...[`--userdb=${path.join(folder, 'db')}`, `--pidfile=${path.join(folder, 'pid')}`],
  ];
  const child = spawn('timeout', ['-k', '2', String(limitSeconds), 'turnserver', ...options], {
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(child, 'close');
  const forget = atExit(() => {
    endGroup(child, 'SIGKILL');
  });
  const close = async (): Promise<void> => {
    endGroup(child, 'SIGTERM');
    await ended;
    forget();
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  };
  try {
    await answers(host, port);
  } catch (error) {
    await close();
    throw error;
  }
  return { host, port, username, credential, close };
}

async function freePort(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Resolves with the first answer to a STUN binding request. */
async function answers(host: string, port: number): Promise<void> {
  const request = Buffer.alloc(20);
  request.writeUInt16BE(1, 0);
  request.writeUInt32BE(MAGIC_COOKIE, 4);
  const socket = createSocket('udp4');
  const timer = setInterval(() => {
    socket.send(request, port, host);
  }, ASK_AGAIN_MS);
  try {
    await once(socket, 'message', { signal: AbortSignal.timeout(START_LIMIT_MS) });
  } finally {
    clearInterval(timer);
    socket.close();
  }
}
