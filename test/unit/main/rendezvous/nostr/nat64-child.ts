/**
 * A relay by TLS on this computer that is certified for 192.0.2.7, and what becomes of two URLs that lead to it as if by
 * a NAT64. Argument: the file with its key and certificate.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { nat64Agents } from '../../../../../main/rendezvous/nostr/nat64-agents';

const pem = readFileSync(process.argv[2] ?? '');
const server = createServer({ key: pem, cert: pem });
const hosts: (string | undefined)[] = [];
new WebSocketServer({ server }).on('connection', (_socket, { headers }) => hosts.push(headers.host));
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const { port } = server.address() as AddressInfo;

const asked: string[] = [];
const agentFor = nat64Agents({
  mayBeNeeded: true,
  placeOf: (ipv4) => {
    asked.push(ipv4);
    return Promise.resolve('127.0.0.1');
  },
});

async function visit(address: string): Promise<string> {
  const url = `wss://${address}:${port}`;
  const socket = new WebSocket(url, { agent: agentFor(url) });
  const outcome = await new Promise<string>((resolve) => {
    socket.once('open', () => {
      resolve('opened');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message);
    });
  });
  socket.terminate();
  return outcome;
}

const outcomes = { certified: await visit('192.0.2.7'), other: await visit('192.0.2.8') };
process.stdout.write(
  JSON.stringify({ ...outcomes, asked, hosts: hosts.map((host) => host === `192.0.2.7:${port}`) }),
);
process.exit();
