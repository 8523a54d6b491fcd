/** Many who announce mailboxes full of names that lead nowhere, and one who has something to say. */
import { beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '../../../../../shared/bytes';
import { blake2b256, cryptoReady, ed25519FromSeed, randomBytes } from '../../../../../shared/crypto/sodium';
import { sealEnvelope, type Envelope } from '../../../../../shared/wire/envelope';
import { AnnouncedMailboxes } from '../../../../../main/rendezvous/dht/announced-mailboxes';
import type { DhtNode } from '../../../../../main/rendezvous/dht/dht-node';
import { MailboxReader } from '../../../../../main/rendezvous/dht/mailbox-reader';
import { MAX_ENTRIES, recipientTag, sealRecord } from '../../../../../main/rendezvous/dht/mailbox-record';
import { EVERYBODY, randomRoom } from './people';

beforeAll(cryptoReady);

const room = randomRoom();
const topic = randomBytes(32);
const tag = (): Uint8Array => recipientTag(room, topic, EVERYBODY);

/** A DHT in memory, and what of it was asked for since the last look. */
function dht() {
  const lists = new Map<string, Uint8Array>();
  const values = new Map<string, Uint8Array>();
  const announced: Uint8Array[] = [];
  const heard: Envelope[] = [];
  /** By hash, in hex. */
  const fetched: string[] = [];
  const owners = new Map<string, string>();
  const node = {
    lookup: () => Promise.resolve([...announced]),
    getMutable: (publicKey: Uint8Array, least: number) => {
      const value = lists.get(toHex(publicKey));
      return Promise.resolve(value && least <= 1 ? { sequence: 1, value } : null);
    },
    getImmutable: (hash: Uint8Array) => {
      fetched.push(toHex(hash));
      return Promise.resolve(values.get(toHex(hash)) ?? null);
    },
  } as unknown as DhtNode;
  const mailboxes = new AnnouncedMailboxes({
    topic,
    isOwn: () => false,
    steady: () => 1,
    reader: (publicKey) =>
      new MailboxReader({
        ...{ room, topic, publicKey, self: randomBytes(16) },
        onEnvelope: (envelope) => heard.push(envelope),
      }),
  });
  const announce = (hashes: readonly Uint8Array[]): void => {
    const { publicKey } = ed25519FromSeed(randomBytes(32));
    announced.push(publicKey);
    for (const hash of hashes) owners.set(toHex(hash), toHex(publicKey));
    const names = hashes.map((hash) => ({ tag: tag(), hash }));
    lists.set(toHex(publicKey), sealRecord(names, room, { topic, publicKey }, randomBytes(24)));
  };
  return {
    heard,
    liars: (count: number): void => {
      for (let made = 0; made < count; made++)
        announce(Array.from({ length: MAX_ENTRIES }, () => randomBytes(32)));
    },
    honest: (says: number): void => {
      const hashes = Array.from({ length: says }, () => {
        const envelope = {
          kind: 'hello',
          from: randomBytes(16),
          to: EVERYBODY,
          messageId: randomBytes(8),
        } as const;
        const rest = { part: 0, parts: 1, body: randomBytes(40) };
        const sealed = sealEnvelope({ ...envelope, ...rest }, room.envelopeKey, topic, randomBytes(24));
        const hash = blake2b256([sealed]);
        values.set(toHex(hash), sealed);
        return hash;
      });
      announce(hashes);
    },
    /** How many envelopes were asked for, and how many of one mailbox at most. */
    look: async (): Promise<{ all: number; ofOne: number }> => {
      fetched.length = 0;
      await mailboxes.poll(node);
      const each = new Map<string, number>();
      for (const hash of fetched) {
        const owner = owners.get(hash) ?? '';
        each.set(owner, (each.get(owner) ?? 0) + 1);
      }
      return { all: fetched.length, ofOne: Math.max(0, ...each.values()) };
    },
  };
}

describe('a look at the mailboxes of a topic', () => {
  it('asks for so many envelopes altogether, and for few of one mailbox', async () => {
    const { liars, look } = dht();
    liars(40);
    for (let looks = 0; looks < 20; looks++) expect((await look()).all).toBeLessThanOrEqual(48);
    const few = dht();
    few.liars(3);
    expect(await few.look()).toEqual({ all: 12, ofOne: 4 });
  });

  it('asks each mailbox for one before it asks any for more', async () => {
    const { liars, honest, heard, look } = dht();
    liars(31);
    honest(1);
    await look();
    expect(heard).toHaveLength(1);
  });

  it('comes last to those whose names were not found', async () => {
    const { liars, honest, heard, look } = dht();
    liars(31);
    for (let looks = 0; looks < 10; looks++) await look();
    honest(4);
    await look();
    expect(heard).toHaveLength(4);
  });

  it('reads whoever comes at once, once it knows two hundred who name what is not there', async () => {
    const { liars, honest, heard, look } = dht();
    liars(200);
    for (let looks = 0; looks < 60; looks++) await look();
    for (let newcomers = 1; newcomers <= 5; newcomers++) {
      honest(1);
      await look();
      expect(heard).toHaveLength(newcomers);
    }
  });
});
