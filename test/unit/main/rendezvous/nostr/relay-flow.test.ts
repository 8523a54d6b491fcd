/** A relay that talks without end: what is beyond a burst waits at the relay, and arrives. */
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { AT_ONCE, limitFlow } from '../../../../../main/rendezvous/nostr/relay-flow';

const MESSAGE = JSON.stringify(['EVENT', 'a', { content: 'x'.repeat(1334) }]);

async function connected(): Promise<{ client: WebSocket; relay: WebSocket }> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  limitFlow(client);
  const [[relay]] = (await Promise.all([once(server, 'connection'), once(client, 'open')])) as [
    [WebSocket],
    unknown,
  ];
  onTestFinished(() => {
    client.terminate();
    server.close();
  });
  return { client, relay };
}

it('a burst is read at once, what is beyond it waits, and nothing is lost', async () => {
  const { client, relay } = await connected();
  let count = 0;
  const paused: number[] = [];
  const all = new Promise<void>((resolve) => {
    client.on('message', () => {
      count += 1;
      if (client.isPaused && paused.at(-1) !== count) paused.push(count);
      if (count === 2 * AT_ONCE) resolve();
    });
  });
  for (let sent = 0; sent < 2 * AT_ONCE; sent++) relay.send(MESSAGE);
  await all;
  expect(paused.length).toBeGreaterThan(0);
  expect(paused[0]).toBeGreaterThan(AT_ONCE);
});

it('long messages count as several, and pings as messages', async () => {
  const long = await connected();
  const isHeldUp = (client: WebSocket): Promise<boolean> =>
    vi.waitUntil(() => client.isPaused, { timeout: 30_000, interval: 1 });
  const heldUp = isHeldUp(long.client);
  for (let sent = 0; sent < AT_ONCE / 8; sent++) long.relay.send('x'.repeat(60 * 1024));
  expect(await heldUp).toBe(true);
  const pinged = await connected();
  const heldUpByPings = isHeldUp(pinged.client);
  for (let sent = 0; sent < 2 * AT_ONCE; sent++) pinged.relay.ping();
  expect(await heldUpByPings).toBe(true);
});

it('a few messages are never held up', async () => {
  const { client, relay } = await connected();
  let count = 0;
  const all = new Promise<void>((resolve) => {
    client.on('message', () => {
      expect(client.isPaused).toBe(false);
      if (++count === AT_ONCE) resolve();
    });
  });
  for (let sent = 0; sent < AT_ONCE; sent++) relay.send(MESSAGE);
  await all;
});

it('the end of a relay that is held up is seen', async () => {
  const { client, relay } = await connected();
  const ended = once(client, 'close');
  for (let sent = 0; sent < 2 * AT_ONCE; sent++) relay.send(MESSAGE);
  relay.terminate();
  await ended;
  expect(client.readyState).toBe(WebSocket.CLOSED);
});
