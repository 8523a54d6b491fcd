/** Relays at an IPv4 address that are reached elsewhere are asked, and recognised, as their URL says. */
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import tls, { type ConnectionOptions, type PeerCertificate } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { nat64Agents } from '../../../../../main/rendezvous/nostr/nat64-agents';

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const pem = beside('relay-at-192.0.2.7.pem');

/** @param trusted files with certificates, beside those of the system. */
async function byTls(trusted: string | undefined): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', beside('nat64-child.ts'), pem],
    { env: { ...process.env, ...(trusted === undefined ? {} : { NODE_EXTRA_CA_CERTS: trusted }) } },
  );
  return JSON.parse(stdout);
}

it('the Host header is that of the URL', async () => {
  const server = createServer();
  const relay = new WebSocketServer({ server });
  const host = new Promise<string | undefined>((resolve) => {
    relay.once('connection', (_socket, { headers }) => {
      resolve(headers.host);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const url = `ws://192.0.2.7:${port}`;
  const agentFor = nat64Agents({ mayBeNeeded: true, placeOf: () => Promise.resolve('127.0.0.1') });
  const socket = new WebSocket(url, { agent: agentFor(url) });
  const opened = new Promise((resolve) => socket.once('open', resolve));
  onTestFinished(() => {
    socket.terminate();
    relay.close();
    server.close();
  });
  await opened;
  expect(await host).toBe(`192.0.2.7:${port}`);
});

it('by TLS the certificate must be that of the address in the URL', async () => {
  expect(await byTls(pem)).toEqual({
    certified: 'opened',
    other: 'ERR_TLS_CERT_ALTNAME_INVALID',
    asked: ['192.0.2.7', '192.0.2.8'],
    hosts: [true],
  });
});

it('wherever it is reached, a certificate of another address is refused', async () => {
  const connect = vi.spyOn(tls, 'connect').mockReturnValue(new tls.TLSSocket(new net.Socket()));
  const url = 'wss://192.0.2.7:4848';
  const agentFor = nat64Agents({ mayBeNeeded: true, placeOf: () => Promise.resolve('2001:db8::7') });
  const socket = new WebSocket(url, { agent: agentFor(url) });
  socket.on('error', () => undefined);
  onTestFinished(() => {
    socket.terminate();
  });
  await vi.waitFor(() => {
    expect(connect).toHaveBeenCalledOnce();
  });
  const [options] = connect.mock.calls[0] as unknown as [ConnectionOptions];
  expect(options).toMatchObject({ host: '2001:db8::7', port: 4848, servername: '' });
  const judge = (address: string): Error | undefined =>
    options.checkServerIdentity?.('2001:db8::7', {
      subjectaltname: `IP Address:${address}`,
      subject: {},
    } as PeerCertificate);
  expect(judge('192.0.2.7')).toBeUndefined();
  expect(judge('192.0.2.8')).toBeInstanceOf(Error);
  expect(judge('2001:db8::7')).toBeInstanceOf(Error);
});

it('and of somebody whom the system trusts', async () => {
  expect(await byTls(undefined)).toMatchObject({
    certified: expect.stringMatching(/SELF_SIGNED/) as unknown,
    hosts: [],
  });
});
