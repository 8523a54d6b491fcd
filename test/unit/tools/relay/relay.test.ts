import { once } from 'node:events';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  startRelay,
  type Relay,
  type RelayOptions,
  type TapEntry,
} from '../../../../main/volunteer-server/relay/relay';
import { connect, eventOf, type Client } from './client';

const topic = { kinds: [20_001], '#t': ['topic'] };
const clients: Client[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.socket.terminate();
});

async function relayWith(options: RelayOptions = {}): Promise<Relay> {
  const relay = await startRelay(options);
  onTestFinished(() => relay.close());
  return relay;
}

async function clientOf(relay: Relay): Promise<Client> {
  const client = await connect(relay.url);
  clients.push(client);
  return client;
}

describe('passing events on', () => {
  it('sends an event to those who asked for its topic, and to nobody else', async () => {
    const relay = await relayWith();
    const [alice, bob, carol] = [await clientOf(relay), await clientOf(relay), await clientOf(relay)];
    await bob.subscribe('b', topic);
    await carol.subscribe('c', { kinds: [20_001], '#t': ['other'] });
    const event = eventOf({ content: 'hello' });
    expect(await alice.publish(event)).toEqual(['OK', event.id, true, '']);
    expect(await bob.next()).toEqual(['EVENT', 'b', event]);
    // Had carol been sent it, it would come before her own answer.
    expect(await carol.subscribe('again', { kinds: [1] })).toEqual([['EOSE', 'again']]);
  });

  it('holds every part of a filter on live events', async () => {
    const relay = await relayWith();
    const [alice, bob] = [await clientOf(relay), await clientOf(relay)];
    const event = eventOf();
    const now = event.created_at;
    const missing = [
      { ids: ['0'.repeat(64)] },
      { authors: ['0'.repeat(64)] },
      { kinds: [20_002] },
      { kinds: [] },
      { '#t': ['topi'] },
      { '#p': ['topic'] },
      { since: now + 100 },
      { until: now - 100 },
    ];
    for (const [index, filter] of missing.entries()) await bob.subscribe(`no-${index}`, filter);
    await bob.subscribe('yes', {
      ids: [event.id],
      authors: [event.pubkey],
      ...topic,
      since: now,
      until: now,
    });
    await alice.publish(event);
    expect(await bob.next()).toEqual(['EVENT', 'yes', event]);
    expect(await bob.subscribe('last', { kinds: [1] })).toEqual([['EOSE', 'last']]);
  });

  it('stops after CLOSE', async () => {
    const relay = await relayWith();
    const [alice, bob] = [await clientOf(relay), await clientOf(relay)];
    await bob.subscribe('s', topic);
    bob.send('CLOSE', 's');
    await bob.subscribe('other', { kinds: [1] });
    await alice.publish(eventOf());
    expect(await bob.subscribe('last', { kinds: [1] })).toEqual([['EOSE', 'last']]);
  });

  it('passes the same event on once', async () => {
    const relay = await relayWith();
    const [alice, bob] = [await clientOf(relay), await clientOf(relay)];
    await bob.subscribe('s', topic);
    const event = eventOf();
    await alice.publish(event);
    expect(await alice.publish(event)).toEqual(['OK', event.id, true, 'duplicate: already here']);
    expect(await bob.subscribe('last', { kinds: [1] })).toEqual([
      ['EVENT', 's', event],
      ['EOSE', 'last'],
    ]);
  });
});

describe('keeping events', () => {
  it('never keeps ephemeral ones', async () => {
    const relay = await relayWith();
    const alice = await clientOf(relay);
    for (const kind of [20_000, 29_999]) await alice.publish(eventOf({ kind }));
    expect(relay.stored).toBe(0);
    expect(await alice.subscribe('s', { '#t': ['topic'] })).toEqual([['EOSE', 's']]);
  });

  it('gives back the newest others, as many as asked for and kept', async () => {
    const relay = await relayWith({ limits: { storedEvents: 3 } });
    const alice = await clientOf(relay);
    const now = Math.floor(Date.now() / 1_000);
    const events = [5, 4, 3, 2].map((age) => eventOf({ kind: 1, created_at: now - age }));
    for (const event of events) await alice.publish(event);
    const answer = await alice.subscribe('s', { kinds: [1], limit: 2 });
    expect(answer).toEqual([
      ['EVENT', 's', events[3]],
      ['EVENT', 's', events[2]],
      ['EOSE', 's'],
    ]);
    expect((await alice.subscribe('all', { kinds: [1] })).length).toBe(3 + 1);
  });
});

describe('refusing', () => {
  it.each([
    ['a changed content', { content: 'forged' }],
    ['a changed topic', { tags: [['t', 'forged']] }],
    ['another signature', { sig: '0'.repeat(128) }],
    ['another id', { id: '0'.repeat(64) }],
  ])('%s', async (_what, change) => {
    const relay = await relayWith();
    const [alice, bob] = [await clientOf(relay), await clientOf(relay)];
    await bob.subscribe('s', {});
    const event = { ...eventOf(), ...change };
    expect(await alice.publish(event)).toEqual(['OK', event.id, false, 'invalid: id or signature is wrong']);
    expect(await bob.subscribe('last', { kinds: [1] })).toEqual([['EOSE', 'last']]);
  });

  it('events of another time', async () => {
    const relay = await relayWith({ limits: { secondsBack: 60, secondsAhead: 60 } });
    const alice = await clientOf(relay);
    const now = Math.floor(Date.now() / 1_000);
    expect((await alice.publish(eventOf({ created_at: now + 120 })))[2]).toBe(false);
    expect((await alice.publish(eventOf({ created_at: now - 120 })))[2]).toBe(false);
    expect((await alice.publish(eventOf({ created_at: now - 30 })))[2]).toBe(true);
  });

  it.each([
    ['not JSON', '{', 'NOTICE'],
    ['no list', '{}', 'NOTICE'],
    ['an empty list', '[]', 'NOTICE'],
    ['an unknown message', '["AUTH","x"]', 'NOTICE'],
    ['an event of the wrong shape', '["EVENT",{"id":"x"}]', 'OK'],
    ['no event', '["EVENT"]', 'OK'],
    ['a subscription without filters', '["REQ","s"]', 'CLOSED'],
    ['an unknown filter', '["REQ","s",{"search":"x"}]', 'CLOSED'],
    ['a filter that is no object', '["REQ","s",null]', 'CLOSED'],
    ['a filter of the wrong type', '["REQ","s",{"kinds":"1"}]', 'CLOSED'],
    ['a subscription name of the wrong type', '["REQ",7,{}]', 'NOTICE'],
    ['a prototype as a filter', '["REQ","s",{"__proto__":{"kinds":[1]},"constructor":1}]', 'CLOSED'],
  ])('%s, and goes on', async (_what, text, answer) => {
    const relay = await relayWith();
    const alice = await clientOf(relay);
    alice.sendText(text);
    expect((await alice.next())[0]).toBe(answer);
    expect((await alice.publish(eventOf()))[2]).toBe(true);
  });

  it('binary messages', async () => {
    const relay = await relayWith();
    const alice = await clientOf(relay);
    alice.socket.send(Buffer.from([1, 2, 3]));
    expect(await alice.next()).toEqual(['NOTICE', 'invalid: not text']);
  });
});

describe('limits', () => {
  it('ends a connection that sends too large a message', async () => {
    const relay = await relayWith({ limits: { messageBytes: 1_000 } });
    const [alice, bob] = [await clientOf(relay), await clientOf(relay)];
    alice.sendText('x'.repeat(1_001));
    expect(await alice.closed).toBe(1009);
    expect((await bob.publish(eventOf()))[2]).toBe(true);
  });

  it('refuses events beyond the rate, and takes them again later', async () => {
    let now = Date.now();
    const relay = await relayWith({ limits: { eventsPerSecond: 1, eventBurst: 2 }, now: () => now });
    const alice = await clientOf(relay);
    const answers: unknown[] = [];
    for (let i = 0; i < 3; i++) answers.push((await alice.publish(eventOf()))[2]);
    expect(answers).toEqual([true, true, false]);
    now += 1_000;
    expect((await alice.publish(eventOf()))[2]).toBe(true);
  });

  it('ends a connection that floods it', async () => {
    const relay = await relayWith({ limits: { messagesPerSecond: 1, messageBurst: 3 } });
    const alice = await clientOf(relay);
    for (let i = 0; i < 4; i++) alice.sendText('["CLOSE","s"]');
    expect(await alice.closed).toBe(1008);
  });

  it('bounds subscriptions, filters, values and tags', async () => {
    const relay = await relayWith({
      limits: { subscriptions: 2, filtersPerSubscription: 2, valuesPerFilter: 2, tags: 1, valuesPerTag: 2 },
    });
    const alice = await clientOf(relay);
    const refused = async (id: string, ...filters: object[]) => {
      alice.send('REQ', id, ...filters);
      return (await alice.next())[0] === 'CLOSED';
    };
    expect(await refused('a', {}, {}, {})).toBe(true);
    expect(await refused('a', { kinds: [1, 2, 3] })).toBe(true);
    expect(await refused('a', { '#t': ['1', '2', '3'] })).toBe(true);
    expect(await refused('a', {})).toBe(false);
    expect(await refused('b', {})).toBe(false);
    expect(await refused('c', {})).toBe(true);
    // One that it has may change.
    expect(await refused('b', { kinds: [1] })).toBe(false);
    const tags = [
      ['t', '1'],
      ['t', '2'],
    ];
    expect(await alice.publish(eventOf({ tags }))).toMatchObject([
      'OK',
      {},
      false,
      'invalid: malformed event',
    ]);
    expect((await alice.publish(eventOf({ tags: [['t', '1', '2']] })))[2]).toBe(false);
  });

  it('bounds connections', async () => {
    const relay = await relayWith({ limits: { connections: 1 } });
    await clientOf(relay);
    const second = await connect(relay.url);
    expect(await second.closed).toBe(1013);
    expect(relay.connections.size).toBe(1);
  });

  it('ends a connection that answers no ping, and keeps one that does', async () => {
    const relay = await relayWith({ limits: { pingEveryMs: 500 } });
    const [silent, alive] = [await clientOf(relay), await clientOf(relay)];
    silent.socket.pause();
    const ended = once(silent.socket, 'close');
    for (let pings = 0; pings < 3; pings++) await once(alive.socket, 'ping');
    expect(relay.connections.size).toBe(1);
    silent.socket.resume();
    await ended;
    expect((await alive.publish(eventOf()))[2]).toBe(true);
  });
});

describe('what it tells', () => {
  it('gives a tap everything that it sees', async () => {
    const tapped: TapEntry[] = [];
    const relay = await relayWith({ tap: (entry) => tapped.push(entry) });
    const alice = await clientOf(relay);
    const event = eventOf({ content: 'sealed' });
    await alice.publish(event);
    alice.socket.close();
    await alice.closed;
    expect(tapped.map(({ type }) => type).slice(0, 3)).toEqual(['opened', 'received', 'sent']);
    expect(tapped).toContainEqual({
      type: 'received',
      connection: 1,
      text: JSON.stringify(['EVENT', event]),
    });
  });

  it('logs neither addresses nor contents', async () => {
    const lines: string[] = [];
    const relay = await relayWith({ log: (line) => lines.push(line) });
    const alice = await clientOf(relay);
    const event = eventOf({ content: 'secret words', tags: [['t', 'secret-topic']] });
    await alice.publish(event);
    expect(lines.length).toBeGreaterThan(0);
    const all = lines.join('\n');
    for (const secret of ['127.0.0.1', 'secret', event.id, event.pubkey]) expect(all).not.toContain(secret);
  });

  it('tells its time when a client connects', async () => {
    const relay = await relayWith({ now: () => 0 });
    expect((await clientOf(relay)).relayTime).toBe('Thu, 01 Jan 1970 00:00:00 GMT');
  });

  it('reports accepted events', async () => {
    const seen: string[] = [];
    const relay = await relayWith({ onEvent: ({ id }) => seen.push(id) });
    const alice = await clientOf(relay);
    const event = eventOf();
    await alice.publish(event);
    await alice.publish({ ...eventOf(), content: 'forged' });
    expect(seen).toEqual([event.id]);
  });
});

describe('starting and ending', () => {
  it('ends every connection and frees its port', async () => {
    const relay = await startRelay();
    const alice = await clientOf(relay);
    await relay.close();
    await alice.closed;
    const again = await startRelay({ port: relay.port });
    expect(again.url).toBe(relay.url);
    await again.close();
  });

  it('says so when the port is taken', async () => {
    const relay = await relayWith();
    await expect(startRelay({ port: relay.port })).rejects.toThrow('EADDRINUSE');
  });
});
