/** A relay that talks without end: what is beyond a burst waits at the relay, and arrives. */
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { AT_ONCE, limitFlow, PAUSE_MS } from '../../../../../main/rendezvous/nostr/relay-flow';

const MESSAGE = JSON.stringify(['EVENT', 'a', { content: 'x'.repeat(1334) }]);

interface Connected {
  client: WebSocket;
  relay: WebSocket;
  /** How many messages had been read when it was held up, each time. */
  heldUpAfter: number[];
  heldUp: Promise<void>;
}

/** By a clock that stands still but while the relay is held up: how busy this computer is decides nothing. */
async function connected(): Promise<Connected> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  await once(server, 'listening');
  // By itself ws ends a connection on which too many answers to pings wait: here only the flow is looked at.
  const client = new WebSocket(`ws://127.0.0.1:${String((server.address() as AddressInfo).port)}`, {
    autoPong: false,
  });
  let now = 0;
  let read = 0;
  const heldUpAfter: number[] = [];
  client.on('message', () => read++);
  limitFlow(client, () => now);
  const pause = client.pause.bind(client);
  const heldUp = new Promise<void>((resolve) => {
    client.pause = () => {
      heldUpAfter.push(read);
      now += PAUSE_MS;
      pause();
      resolve();
    };
  });
  const [[relay]] = (await Promise.all([once(server, 'connection'), once(client, 'open')])) as [
    [WebSocket],
    unknown,
  ];
  onTestFinished(() => {
    client.terminate();
    server.close();
  });
  return { client, relay, heldUpAfter, heldUp };
}

/** Resolves once so many were read. */
function readAll(client: WebSocket, count: number): Promise<void> {
  let left = count;
  return new Promise((resolve) => {
    client.on('message', () => {
      if (--left === 0) resolve();
    });
  });
}

it('a burst is read at once, what is beyond it waits, and nothing is lost', async () => {
  const { client, relay, heldUpAfter } = await connected();
  const all = readAll(client, 2 * AT_ONCE);
  for (let sent = 0; sent < 2 * AT_ONCE; sent++) relay.send(MESSAGE);
  await all;
  expect(heldUpAfter[0]).toBe(AT_ONCE + 1);
  expect(heldUpAfter.length).toBeGreaterThan(1);
});

it('long messages count as several, and pings as messages', async () => {
  const long = await connected();
  for (let sent = 0; sent < AT_ONCE / 8; sent++) long.relay.send('x'.repeat(60 * 1024));
  await Promise.race([long.heldUp, readAll(long.client, AT_ONCE / 8)]);
  // Fifteen each.
  expect(long.heldUpAfter[0]).toBe(Math.ceil((AT_ONCE + 1) / 15));
  const pinged = await connected();
  for (let sent = 0; sent < 2 * AT_ONCE; sent++) pinged.relay.ping();
  pinged.relay.close();
  await Promise.race([pinged.heldUp, once(pinged.client, 'close')]);
  expect(pinged.heldUpAfter[0]).toBe(0);
});

it('a few messages are never held up', async () => {
  const { client, relay, heldUpAfter } = await connected();
  const all = readAll(client, AT_ONCE);
  for (let sent = 0; sent < AT_ONCE; sent++) relay.send(MESSAGE);
  await all;
  expect(heldUpAfter).toEqual([]);
});

it('the end of a relay that is held up is seen', async () => {
  const { client, relay } = await connected();
  const ended = once(client, 'close');
  for (let sent = 0; sent < 2 * AT_ONCE; sent++) relay.send(MESSAGE);
  relay.terminate();
  await ended;
  expect(client.readyState).toBe(WebSocket.CLOSED);
});
