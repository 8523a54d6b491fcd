import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { cryptoReady, randomBytes } from '../../../../../shared/crypto/sodium';
import type { Room } from '../../../../../shared/invite/key-schedule';
import type { Envelope } from '../../../../../shared/wire/envelope';
import { NostrRelay } from '../../../../../main/rendezvous/nostr/relay';
import { startHostileRelay } from '../../../../tools/relay/hostile-relay';
import { defaultLimits } from '../../../../../main/volunteer-server/relay/limits';
import { startRelay, type Relay } from '../../../../../main/volunteer-server/relay/relay';

beforeAll(cryptoReady);

const room = (): Room => ({
  topicKey: randomBytes(32) as Room['topicKey'],
  envelopeKey: randomBytes(32) as Room['envelopeKey'],
});
const envelope = (body = randomBytes(10)): Envelope => ({
  kind: 'sealed',
  from: randomBytes(16),
  to: randomBytes(16),
  messageId: randomBytes(8),
  part: 0,
  parts: 1,
  body,
});

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function relayOnLoopback(): Promise<Relay> {
  const relay = await startRelay();
  ends.push(() => relay.close());
  return relay;
}

function client(url: string, now: () => number = Date.now): { relay: NostrRelay; clocks: number[] } {
  const clocks: number[] = [];
  const relay = new NostrRelay(url, now, {
    changed: () => undefined,
    clock: (_url, time) => clocks.push(time),
  });
  ends.push(() => relay.stop());
  return { relay, clocks };
}

/** A server of one's own, for relays that behave as no relay should. */
async function server(onMessage: (socket: WebSocket, message: unknown[]) => void): Promise<string> {
  const listening = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(listening, 'listening');
  listening.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      onMessage(socket, JSON.parse(data.toString()) as unknown[]);
    });
  });
  ends.push(async () => {
    for (const socket of listening.clients) socket.terminate();
    listening.close();
    await once(listening, 'close');
  });
  return `ws://127.0.0.1:${String((listening.address() as AddressInfo).port)}`;
}

describe('a relay', () => {
  it('carries envelopes between those who share a room, and between no others', async () => {
    const { url } = await relayOnLoopback();
    const [alice, bob, eve] = [client(url), client(url), client(url)].map(({ relay }) => relay);
    const shared = room();
    const received: Envelope[] = [];
    const overheard: Envelope[] = [];
    bob?.listen(shared, (one) => received.push(one));
    eve?.listen(room(), (one) => overheard.push(one));
    alice?.listen(shared, () => undefined);
    await expect.poll(() => bob?.status.state).toBe('works');
    const sent = envelope();
    alice?.publish(shared, [sent]);
    await expect.poll(() => received).toContainEqual(sent);
    expect(overheard).not.toContainEqual(sent);
  });

  it('is idle until somebody listens, and again when nobody does', async () => {
    const own = await relayOnLoopback();
    const { relay, clocks } = client(own.url);
    expect(relay.status.state).toBe('idle');
    expect(own.connections.size).toBe(0);
    const leave = relay.listen(room(), () => undefined);
    await expect.poll(() => relay.status.state).toBe('works');
    expect(relay.status.roundTripMs).toBeLessThan(5000);
    expect(clocks).toHaveLength(1);
    leave();
    await expect.poll(() => own.connections.size).toBe(0);
    expect(relay.status.state).toBe('idle');
  });

  it('still gets the last word of somebody who leaves in the same breath', async () => {
    const own = await relayOnLoopback();
    const shared = room();
    const received: Envelope[] = [];
    client(own.url).relay.listen(shared, (one) => received.push(one));
    const { relay } = client(own.url);
    const leave = relay.listen(shared, () => undefined);
    await expect.poll(() => relay.status.state).toBe('works');
    const last = envelope();
    relay.publish(shared, [last]);
    leave();
    await relay.stop();
    await expect.poll(() => received).toContainEqual(last);
  });

  it('gets what was said before the connection stood', async () => {
    const own = await relayOnLoopback();
    const shared = room();
    const received: Envelope[] = [];
    const { relay: bob } = client(own.url);
    bob.listen(shared, (one) => received.push(one));
    await expect.poll(() => bob.status.state).toBe('works');
    const { relay } = client(own.url);
    relay.listen(shared, () => undefined);
    const early = envelope();
    relay.publish(shared, [early]);
    await expect.poll(() => received).toContainEqual(early);
  });

  it('is found again after it was cut off', async () => {
    const own = await startHostileRelay();
    ends.push(() => own.close());
    const shared = room();
    const received: Envelope[] = [];
    const { relay } = client(own.url);
    relay.listen(shared, (one) => received.push(one));
    await expect.poll(() => relay.status.state).toBe('works');
    own.cut();
    await expect.poll(() => relay.status.state).toBe('silent');
    await expect.poll(() => relay.status.state, { timeout: 30_000 }).toBe('works');
    const sent = envelope();
    relay.publish(shared, [sent]);
    await expect.poll(() => received).toContainEqual(sent);
  });

  it('is reached by a new connection when the network is another one, and left alone when nobody listens', async () => {
    let connections = 0;
    const counting = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(counting, 'listening');
    counting.on('connection', () => connections++);
    ends.push(async () => {
      for (const socket of counting.clients) socket.terminate();
      counting.close();
      await once(counting, 'close');
    });
    const { port } = counting.address() as AddressInfo;
    const { relay } = client(`ws://127.0.0.1:${String(port)}`);
    relay.refresh();
    const first = once(counting, 'connection');
    const leave = relay.listen(room(), () => undefined);
    await first;
    const second = once(counting, 'connection');
    relay.refresh();
    await second;
    leave();
    expect(connections).toBe(2);
  });

  it('that everybody left while it was being reached can be used again', async () => {
    const own = await relayOnLoopback();
    const { relay } = client(own.url);
    relay.listen(room(), () => undefined)();
    relay.listen(room(), () => undefined);
    await expect.poll(() => relay.status.state).toBe('works');
  });

  it('that never answers is never said to work', async () => {
    let asked = 0;
    const url = await server(() => asked++);
    const { relay } = client(url);
    relay.listen(room(), () => undefined);
    await expect.poll(() => asked).toBeGreaterThan(0);
    expect(relay.status).toMatchObject({ state: 'trying', lastAnswerAt: null });
  });

  it('that refuses a subscription is not said to work, and says why', async () => {
    const url = await server((socket, [kind, id]) => {
      if (kind !== 'REQ') return;
      socket.send(JSON.stringify(['EOSE', id]));
      socket.send(JSON.stringify(['CLOSED', id, 'rate-limited']));
    });
    const { relay } = client(url);
    relay.listen(room(), () => undefined);
    await expect.poll(() => relay.status).toMatchObject({ state: 'refuses', refusal: 'too-much' });
  });

  it('may send any rubbish: nothing happens, nothing is logged', async () => {
    const logged: unknown[] = [];
    const { warn, debug } = console;
    console.warn = console.debug = (...words: unknown[]) => logged.push(words);
    ends.push(() => {
      Object.assign(console, { warn, debug });
      return Promise.resolve();
    });
    const rubbish = [
      '',
      '[]',
      '{}',
      '["EVENT"]',
      '["EVENT","x",{}]',
      '["NOTICE","buy more"]',
      '["OK"]',
      'x'.repeat(1000),
      '["AUTH","y"]',
    ];
    let subscription: unknown;
    const url = await server((socket, [kind, id]) => {
      if (kind === 'EVENT') socket.send(JSON.stringify(['EVENT', subscription, id]));
      if (kind !== 'REQ') return;
      subscription = id;
      for (const text of rubbish) socket.send(text);
      socket.send(
        JSON.stringify(['EVENT', id, { kind: 20000, created_at: 1, tags: [['x', 'y']], content: 42 }]),
      );
      socket.send(
        JSON.stringify(['EVENT', id, { kind: 20000, created_at: 1, tags: 'x', content: 'x'.repeat(1334) }]),
      );
      socket.send(JSON.stringify(['EOSE', id]));
    });
    const { relay } = client(url);
    const received: Envelope[] = [];
    relay.listen(room(), (one) => received.push(one));
    await expect.poll(() => relay.status.state).toBe('works');
    // None but its own, by which it knows that the relay works.
    expect(received.filter(({ body }) => body.length > 0)).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('that is no address at all harms nobody', () => {
    const { relay } = client('wss://300.1.1.1');
    relay.listen(room(), () => undefined);
    expect(relay.status.state).toBe('trying');
  });

  it('carries more rooms than it allows subscriptions, and goes on with those that stay', async () => {
    const own = await relayOnLoopback();
    const rooms = Array.from({ length: defaultLimits.subscriptions + 15 }, room);
    const heard: Envelope[] = [];
    const { relay } = client(own.url);
    const [leaveFirst] = rooms.map((one) => relay.listen(one, (envelope) => heard.push(envelope)));
    await expect.poll(() => relay.status.state).toBe('works');
    const { relay: other } = client(own.url);
    rooms.slice(0, 1).forEach((one) => other.listen(one, () => undefined));
    await expect.poll(() => other.status.state).toBe('works');
    const [first, ...rest] = rooms.map((one) => [one, envelope()] as const);
    for (const [one, sent] of rest) other.publish(one, [sent]);
    // Probes are heard too: what is waited for is these, not a count.
    for (const [, sent] of rest) await expect.poll(() => heard).toContainEqual(sent);
    leaveFirst?.();
    const [stays, left] = [envelope(), envelope()];
    other.publish(first![0], [left]);
    other.publish(rooms.at(-1)!, [stays]);
    await expect.poll(() => heard).toContainEqual(stays);
    expect(heard).not.toContainEqual(left);
    expect(relay.status.state).toBe('works');
  });

  it('that takes nothing of what is published is not said to work, until it does', async () => {
    let takes = false;
    let subscription: unknown;
    const url = await server((socket, [kind, id]) => {
      if (kind === 'REQ') socket.send(JSON.stringify(['EOSE', (subscription = id)]));
      if (kind !== 'EVENT') return;
      socket.send(JSON.stringify(['OK', (id as { id: string }).id, takes, takes ? '' : 'blocked: no']));
      if (takes) socket.send(JSON.stringify(['EVENT', subscription, id]));
    });
    const { relay } = client(url);
    const shared = room();
    relay.listen(shared, () => undefined);
    await expect.poll(() => relay.status).toMatchObject({ state: 'refuses', refusal: 'blocked' });
    takes = true;
    relay.publish(shared, [envelope()]);
    await expect.poll(() => relay.status).toMatchObject({ state: 'works', refusal: null });
  });

  it('that accepts everybody and closes at once is tried less and less often', async () => {
    const visits: number[] = [];
    const closing = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(closing, 'listening');
    closing.on('connection', (socket) => {
      visits.push(performance.now());
      socket.close(1008, 'restricted');
    });
    ends.push(async () => {
      closing.close();
      await once(closing, 'close');
    });
    const { relay } = client(`ws://127.0.0.1:${String((closing.address() as AddressInfo).port)}`);
    relay.listen(room(), () => undefined);
    await expect.poll(() => visits.length, { timeout: 30_000 }).toBe(4);
    const [first = 0, second = 0, third = 0, fourth = 0] = visits;
    expect(third - second).toBeGreaterThan(900);
    expect(fourth - third).toBeGreaterThan(1900);
    expect(second - first).toBeGreaterThan(400);
  });
});
