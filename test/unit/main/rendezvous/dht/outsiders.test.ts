/** What others can do who have the meeting's link, or only a node in the DHT. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ed25519FromSeed, randomBytes } from '../../../../../shared/crypto/sodium';
import { derivePairRoom, type Room } from '../../../../../shared/invite/key-schedule';
import { periodAt, topicOf } from '../../../../../shared/wire/topics';
import type { Hyperdht, HyperdhtKeyPair } from '../../../../../main/rendezvous/dht/hyperdht';
import { DhtNode } from '../../../../../main/rendezvous/dht/dht-node';
import {
  mailboxKeyPair,
  MAX_ENTRIES,
  recipientTag,
  sealRecord,
} from '../../../../../main/rendezvous/dht/mailbox-record';
import { startLocalDht, type LocalDht } from '../../../../support/dht/local-dht';
import { EVERYBODY, person, randomRoom } from './people';

const period = (): number => periodAt(Date.now() / 1000);
const meetingTopic = (room: Room): Buffer => Buffer.from(topicOf(room.topicKey, 'dht', '', period()));

function freshKeys(seed = randomBytes(32)): HyperdhtKeyPair {
  const { publicKey, secretKey } = ed25519FromSeed(seed);
  return { publicKey: Buffer.from(publicKey), secretKey: Buffer.from(secretKey) };
}

async function announce(outsider: Hyperdht, room: Room, keys = freshKeys()): Promise<void> {
  await outsider.announce(meetingTopic(room), keys, []).finished();
}

async function announcers(outsider: Hyperdht, room: Room): Promise<Buffer[]> {
  const found: Uint8Array[] = [];
  for await (const { peers } of outsider.lookup(meetingTopic(room))) {
    found.push(...peers.map(({ publicKey }) => publicKey));
  }
  return found.map((key) => Buffer.from(key));
}

describe('outsiders in the DHT', () => {
  let dht: LocalDht;
  let outsider: Hyperdht;
  beforeAll(async () => {
    dht = await startLocalDht(6);
    outsider = dht.client();
  });
  afterAll(() => dht.close());

  async function twoMeet(room: Room): Promise<void> {
    const [host, guest] = [person(dht.bootstrap), person(dht.bootstrap)];
    host.join(room);
    guest.join(room);
    guest.say(room, 'hello', EVERYBODY);
    await host.hears('hello');
    host.say(room, 'answer', guest.id);
    await guest.hears('answer');
    guest.say(room, 'knock', host.id);
    await host.hears('knock');
  }

  it('are answered nothing by the own node, which hands nothing on either', async () => {
    const [first] = dht.nodes;
    const asked = watchRequests(first!);
    const plain = dht.client();
    await plain.fullyBootstrapped();
    const [plainAddress] = asked();
    await expect(ping(outsider, plainAddress!)).resolves.toBeDefined();

    const before = asked().length;
    const room = randomRoom();
    person(dht.bootstrap).join(room);
    const own = await vi.waitFor(() => {
      const others = asked()
        .slice(before)
        .filter(({ port }) => port !== plainAddress!.port && !isOf(dht, port));
      expect(others).not.toEqual([]);
      return others[0]!;
    }, 30_000);
    await expect(ping(outsider, own)).rejects.toThrow();
  });

  it('with the link cannot overwrite or take away what somebody else said there', async () => {
    const room = randomRoom();
    const [host, guest] = [person(dht.bootstrap), person(dht.bootstrap)];
    guest.join(room);
    guest.say(room, 'hello', EVERYBODY);
    const [guestsKey] = await vi.waitFor(async () => {
      const found = await announcers(outsider, room);
      expect(found).not.toEqual([]);
      return found;
    }, 30_000);
    const before = await vi.waitFor(async () => {
      const found = await outsider.mutableGet(guestsKey!, { seq: 0, latest: true });
      expect(found).not.toBeNull();
      return found;
    }, 30_000);

    // Signed by somebody else, under the guest's name, with a sequence number that nothing could surpass.
    const forged = { publicKey: guestsKey!, secretKey: freshKeys().secretKey };
    const put = outsider.mutablePut(forged, randomBuffer(1000), { seq: Number.MAX_SAFE_INTEGER });
    await put.catch(() => undefined);
    await outsider.unannounce(meetingTopic(room), forged).catch(() => undefined);

    const after = await outsider.mutableGet(guestsKey!, { seq: 0, latest: true });
    expect(after?.seq).toBe(before?.seq);
    host.join(room);
    expect((await host.hears('hello')).from).toEqual(guest.id);
  }, 120_000);

  it('who announce rubbish, copies or nothing at all are left alone', async () => {
    const room = randomRoom();
    const [host, guest] = [person(dht.bootstrap), person(dht.bootstrap)];
    for (const value of [randomBytes(1000), randomBytes(7), new Uint8Array(1000)]) {
      const keys = freshKeys();
      await outsider.mutablePut(keys, Buffer.from(value), { seq: 2 ** 40 });
      await announce(outsider, room, keys);
    }
    await announce(outsider, room);
    guest.join(room);
    guest.say(room, 'hello', EVERYBODY);
    const genuine = await vi.waitFor(async () => {
      const keys = await announcers(outsider, room);
      const records = await Promise.all(
        keys.map((key) => outsider.mutableGet(key, { seq: 2 ** 40 + 1, latest: true })),
      );
      const found = records.find((record) => record !== null);
      expect(found).toBeDefined();
      return found!;
    }, 30_000);
    const copy = freshKeys();
    await outsider.mutablePut(copy, Buffer.from(genuine.value), { seq: 2 ** 41 });
    await announce(outsider, room, copy);
    host.join(room);
    await host.hears('hello');
    host.say(room, 'answer', guest.id);
    await guest.hears('answer');
    expect([host.messages, guest.messages]).toEqual([1, 1]);
  }, 120_000);

  it('forty of them do not keep two from meeting', async () => {
    const room = randomRoom();
    for (let count = 0; count < 40; count++) {
      const keys = freshKeys();
      await outsider.mutablePut(keys, randomBuffer(1000), { seq: 1 });
      await announce(outsider, room, keys);
    }
    await twoMeet(room);
  }, 120_000);

  it('forty of them with lists that open, and name what is not there, do not keep two from meeting', async () => {
    const room = randomRoom();
    const topic = topicOf(room.topicKey, 'dht', '', period());
    const tag = recipientTag(room, topic, EVERYBODY);
    for (let count = 0; count < 40; count++) {
      const keys = freshKeys();
      const names = Array.from({ length: MAX_ENTRIES }, () => ({ tag, hash: randomBytes(32) }));
      const list = sealRecord(names, room, { topic, publicKey: keys.publicKey }, randomBytes(24));
      await outsider.mutablePut(keys, Buffer.from(list), { seq: 1 });
      await announce(outsider, room, keys);
    }
    const fetches = watchFetches();
    await twoMeet(room);
    // Of one look: the period beside has at most as many.
    expect(fetches.atOnce).toBeLessThanOrEqual(96);
    expect(fetches.atOnce).toBeGreaterThan(0);
  }, 120_000);

  it('see one size only, however much is said and to how many', async () => {
    const sizes = new Set<number>();
    const room = randomRoom();
    const secrets = [randomBytes(64), randomBytes(64)] as const;
    const pair = derivePairRoom(...secrets, 'initiator');
    const guest = person(dht.bootstrap);
    guest.join(room);
    guest.join(pair);
    const collect = async (publicKey: Uint8Array, seq: number): Promise<number> => {
      const found = await outsider.mutableGet(Buffer.from(publicKey), { seq, latest: true });
      if (!found) throw new Error('nothing there');
      sizes.add(found.value.length);
      return found.seq;
    };
    let [meetingSeq, pairSeq] = [0, 0];
    for (let round = 0; round < 4; round++) {
      guest.say(room, 'hello', EVERYBODY, randomBytes(round * 300));
      guest.say(pair, 'sealed', randomBytes(16), randomBytes(round * 900));
      await vi.waitFor(async () => {
        const [key] = await announcers(outsider, room);
        meetingSeq = await collect(key!, meetingSeq + 1);
        pairSeq = await collect(mailboxKeyPair(pair.mailboxes!.own, period()).publicKey, pairSeq + 1);
      }, 30_000);
    }
    expect([...sizes]).toEqual([1000]);
    expect(pairSeq).toBeGreaterThan(Date.now() - 60_000);
  }, 120_000);

  it("with all the meeting's keys neither read a pair's room nor write there", async () => {
    const secrets = [randomBytes(64), randomBytes(64)] as const;
    const [mine, theirs] = [derivePairRoom(...secrets, 'initiator'), derivePairRoom(...secrets, 'responder')];
    const [alice, bob] = [person(dht.bootstrap), person(dht.bootstrap)];
    alice.join(mine);
    bob.join(theirs);
    const { publicKey } = mailboxKeyPair(mine.mailboxes!.own, period());
    // Even one who learned the mailbox's address from a node that keeps it cannot write there.
    const forged = { publicKey: Buffer.from(publicKey), secretKey: freshKeys().secretKey };
    await outsider.mutablePut(forged, randomBuffer(1000), { seq: 2 ** 50 }).catch(() => undefined);
    // A holder of the link saw the handshake go by: its hash alone makes another room.
    const foreign = derivePairRoom(randomBytes(64), secrets[1], 'responder');
    const mallory = person(dht.bootstrap);
    mallory.join(foreign);
    mallory.say(foreign, 'sealed', alice.id);
    alice.say(mine, 'sealed', bob.id);
    await bob.hears('sealed');
    const record = await outsider.mutableGet(Buffer.from(publicKey), { seq: 0, latest: true });
    expect(record?.seq).toBeLessThan(2 ** 50);
    expect(alice.heard).toEqual([]);
    expect(mallory.heard).toEqual([]);
  }, 120_000);
});

/** How many envelopes one node asked for at the same time at most. */
function watchFetches(): { atOnce: number } {
  const seen = { atOnce: 0 };
  const under = new Map<DhtNode, number>();
  const usual = DhtNode.prototype.getImmutable;
  const spy = vi.spyOn(DhtNode.prototype, 'getImmutable').mockImplementation(async function (
    this: DhtNode,
    hash,
  ) {
    const now = (under.get(this) ?? 0) + 1;
    under.set(this, now);
    seen.atOnce = Math.max(seen.atOnce, now);
    const found = await usual.call(this, hash);
    under.set(this, (under.get(this) ?? 1) - 1);
    return found;
  });
  onTestFinished(() => {
    spy.mockRestore();
  });
  return seen;
}

function randomBuffer(length: number): Buffer {
  return Buffer.from(randomBytes(length));
}

interface WithRequests {
  io: { onrequest: (request: { from: { host: string; port: number } }, external: boolean) => void };
  ping: (to: { host: string; port: number }, options?: { retry: boolean }) => Promise<unknown>;
}

/** From where a node was asked something, in order. */
function watchRequests(node: Hyperdht): () => { host: string; port: number }[] {
  const { io } = node as unknown as WithRequests;
  const seen: { host: string; port: number }[] = [];
  const usual = io.onrequest;
  io.onrequest = (request, external) => {
    seen.push({ host: request.from.host, port: request.from.port });
    usual(request, external);
  };
  return () => seen;
}

const ping = (node: Hyperdht, to: { host: string; port: number }): Promise<unknown> =>
  (node as unknown as WithRequests).ping(to, { retry: false });

const isOf = ({ nodes }: LocalDht, port: number): boolean =>
  nodes.some((node) => node.address()?.port === port);
