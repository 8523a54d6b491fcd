import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { randomBytes } from '../../../../../shared/crypto/sodium';
import { derivePairRoom } from '../../../../../shared/invite/key-schedule';
import { startLocalDht, type LocalDht } from '../../../../support/dht/local-dht';
import { nodesInMemory } from '../../../../../main/rendezvous/dht/dht-beginning';
import { EVERYBODY, person, randomRoom } from './people';

describe('the DHT', () => {
  let dht: LocalDht;
  beforeAll(async () => {
    dht = await startLocalDht(6);
  });
  afterAll(() => dht.close());

  it("carries hello, answer and knock through a meeting's room", async () => {
    const room = randomRoom();
    const [host, guest] = [person(dht.bootstrap), person(dht.bootstrap)];
    host.join(room);
    const began = performance.now();
    guest.join(room);
    const hello = randomBytes(915);
    guest.say(room, 'hello', EVERYBODY, hello);
    expect(await host.hears('hello')).toMatchObject({ from: guest.id, body: hello });
    const answer = randomBytes(1500);
    host.say(room, 'answer', guest.id, answer);
    await guest.hears('answer');
    await vi.waitFor(() => {
      expect(new Set(guest.heard.map(({ part, parts }) => `${part} of ${parts}`))).toEqual(
        new Set(['0 of 2', '1 of 2']),
      );
    }, 30_000);
    guest.say(room, 'knock', host.id);
    expect(await host.hears('knock')).toMatchObject({ from: guest.id, to: host.id });
    expect(performance.now() - began).toBeLessThan(8000);
    for (const { transport } of [host, guest]) {
      expect(transport.status).toMatchObject({ state: 'works', why: null });
      expect(transport.status.roundTripMs).toBeLessThan(1000);
      expect(transport.status.others).toBeGreaterThan(0);
    }
  });

  it('fetches nothing that is for somebody else', async () => {
    const room = randomRoom();
    const [host, guest, other] = [person(dht.bootstrap), person(dht.bootstrap), person(dht.bootstrap)];
    for (const each of [host, guest, other]) each.join(room);
    guest.say(room, 'answer', host.id);
    guest.say(room, 'hello', EVERYBODY);
    await Promise.all([host.hears('answer'), host.hears('hello'), other.hears('hello')]);
    expect(new Set(other.heard.map(({ kind }) => kind))).toEqual(new Set(['hello']));
  });

  it("carries a pair's words both ways, between two who connect to nobody", async () => {
    const secrets = [randomBytes(64), randomBytes(64)] as const;
    const [mine, theirs] = [derivePairRoom(...secrets, 'initiator'), derivePairRoom(...secrets, 'responder')];
    const [alice, bob] = [person(dht.bootstrap), person(dht.bootstrap)];
    alice.join(mine);
    bob.join(theirs);
    alice.say(mine, 'sealed', bob.id);
    await bob.hears('sealed');
    bob.say(theirs, 'carried', alice.id);
    await alice.hears('carried');
    for (let round = 0; round < 5; round++) alice.say(mine, 'carried', bob.id);
    await vi.waitFor(() => {
      expect(bob.messages).toBe(6);
    }, 30_000);
  });

  it('hears those who came long before', async () => {
    const room = randomRoom();
    const [host, guest] = [person(dht.bootstrap), person(dht.bootstrap)];
    guest.join(room);
    guest.say(room, 'hello', EVERYBODY);
    await vi.waitFor(() => {
      expect(guest.transport.status.state).toBe('works');
    }, 30_000);
    host.join(room);
    await host.hears('hello');
  });

  it('writes one mailbox for a room that was joined twice, and both listeners hear', async () => {
    const secrets = [randomBytes(64), randomBytes(64)] as const;
    const [mine, theirs] = [derivePairRoom(...secrets, 'initiator'), derivePairRoom(...secrets, 'responder')];
    const [alice, bob] = [person(dht.bootstrap), person(dht.bootstrap)];
    const leaves = [alice.join(mine), alice.join(mine)];
    bob.join(theirs);
    alice.say(mine, 'sealed', bob.id);
    await bob.hears('sealed');
    bob.say(theirs, 'sealed', alice.id);
    await alice.hears('sealed');
    expect(alice.heard.length).toBeGreaterThan(1);
    leaves[0]?.();
    bob.say(theirs, 'carried', alice.id);
    await alice.hears('carried');
    expect([alice.messages, bob.messages]).toEqual([2, 1]);
  });

  it('hears nothing after a room was left, and is idle', async () => {
    const room = randomRoom();
    const [host, guest] = [person(dht.bootstrap), person(dht.bootstrap)];
    const leave = host.join(room);
    guest.join(room);
    guest.say(room, 'hello', EVERYBODY);
    await host.hears('hello');
    leave();
    await vi.waitFor(() => {
      expect(host.transport.status).toMatchObject({ state: 'idle', others: 0 });
    }, 30_000);
    host.join(room);
    await vi.waitFor(() => {
      expect(host.transport.status.state).toBe('works');
    }, 30_000);
    host.transport.refresh();
    await vi.waitFor(() => {
      expect(host.transport.status.state).toBe('works');
    }, 30_000);
  });
});

describe('nodes that answered', () => {
  it('are where the next search begins, although the node of the first one is gone', async () => {
    // As many as a search asks: with fewer known it would wait for the one that is gone.
    const dht = await startLocalDht(24);
    const known = nodesInMemory();
    const earlier = person(dht.bootstrap, known);
    earlier.join(randomRoom());
    await vi.waitFor(() => {
      expect(earlier.transport.status.others).toBeGreaterThanOrEqual(20);
    }, 30_000);
    await earlier.transport.stop();
    expect(known.read().length).toBeGreaterThanOrEqual(20);
    await dht.nodes[0]?.destroy();

    const room = randomRoom();
    const [host, guest, stranger] = [
      person(dht.bootstrap, known),
      person(dht.bootstrap, known),
      person(dht.bootstrap),
    ];
    for (const each of [host, guest, stranger]) each.join(room);
    guest.say(room, 'hello', EVERYBODY);
    await host.hears('hello');
    expect(stranger.transport.status.state).toBe('trying');
    await vi.waitFor(() => {
      expect(stranger.transport.status.state).toBe('failed');
    }, 30_000);
    expect(stranger.heard).toEqual([]);
    await dht.close();
  }, 120_000);
});

describe('a DHT that is not there', () => {
  it('is said to be failed, and not before it had its time', async () => {
    // Nobody else's node can come to this port, and nothing answers there.
    const silent = createSocket('udp4');
    silent.bind(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => {
      silent.close();
    });
    const lonely = person([`127.0.0.1:${String(silent.address().port)}`]);
    lonely.join(randomRoom());
    expect(lonely.transport.status).toMatchObject({ state: 'trying', lastExchangeAt: null });
    await vi.waitFor(() => {
      expect(lonely.transport.status).toMatchObject({
        state: 'failed',
        why: 'no-nodes',
        lastExchangeAt: null,
        roundTripMs: null,
      });
    }, 30_000);
  }, 120_000);

  it('is silent when it did work', async () => {
    const here = await startLocalDht(3);
    const someone = person(here.bootstrap);
    someone.join(randomRoom());
    await vi.waitFor(() => {
      expect(someone.transport.status.state).toBe('works');
    }, 30_000);
    await here.close();
    await vi.waitFor(() => {
      expect(someone.transport.status.state).toBe('silent');
    }, 20_000);
  }, 120_000);

  it.each(['nonsense', 'a:b:c', '127.0.0.1:99999999'])('%s as a node breaks nothing', async (node) => {
    const lonely = person([node]);
    const leave = lonely.join(randomRoom());
    await new Promise(setImmediate);
    expect(['trying', 'failed']).toContain(lonely.transport.status.state);
    leave();
    await lonely.transport.stop();
  });
});
