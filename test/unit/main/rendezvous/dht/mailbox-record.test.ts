import { describe, expect, it } from 'vitest';
import { ascii, concat } from '../../../../../shared/bytes';
import { blake2b256, randomBytes, xchachaPolySeal } from '../../../../../shared/crypto/sodium';
import {
  MAX_ENTRIES,
  openRecord,
  recipientTag,
  RECORD_LENGTH,
  sealRecord,
} from '../../../../../main/rendezvous/dht/mailbox-record';
import { randomRoom } from './people';

const room = randomRoom();
const place = { topic: randomBytes(32), publicKey: randomBytes(32) };
const entries = (count: number) =>
  Array.from({ length: count }, () => ({ tag: randomBytes(8), hash: randomBytes(32) }));

describe('a list of envelopes', () => {
  it.each([0, 1, 5, MAX_ENTRIES])('of %i entries comes back as it was, always 1,000 bytes', (count) => {
    const listed = entries(count);
    const sealed = sealRecord(listed, room, place, randomBytes(24));
    expect(sealed).toHaveLength(RECORD_LENGTH);
    expect(openRecord(sealed, room, place)).toEqual(listed);
  });

  it('opens with its keys, in its place and whole, and not otherwise', () => {
    const sealed = sealRecord(entries(3), room, place, randomBytes(24));
    const flipped = sealed.slice();
    flipped[500]! ^= 1;
    const attempts = [
      () => openRecord(sealed, { ...room, envelopeKey: randomRoom().envelopeKey }, place),
      () => openRecord(sealed, room, { ...place, topic: randomBytes(32) }),
      () => openRecord(sealed, room, { ...place, publicKey: randomBytes(32) }),
      () => openRecord(flipped, room, place),
      () => openRecord(sealed.subarray(1), room, place),
    ];
    for (const attempt of attempts) expect(attempt).toThrow();
  });

  it('of another size is none, though it was sealed with the keys and for the place', () => {
    const nonce = randomBytes(24);
    const key = blake2b256([ascii('vigil-dht-record-1')], room.envelopeKey);
    const sized = (length: number): Uint8Array => {
      const ad = concat(place.topic, place.publicKey);
      return concat(nonce, xchachaPolySeal(key, nonce, ad, new Uint8Array(length)));
    };
    const length = RECORD_LENGTH - 24 - 16;
    expect(openRecord(sized(length), room, place)).toEqual([]);
    for (const other of [length - 1, length + 1])
      expect(() => openRecord(sized(other), room, place)).toThrow(RangeError);
  });

  it('has no room for a twenty-fifth', () => {
    expect(() => sealRecord(entries(25), room, place, randomBytes(24))).toThrow(RangeError);
  });

  it('marks recipients by tags that only the room gives, others on another topic', () => {
    const to = randomBytes(16);
    const tags = [
      recipientTag(room, place.topic, to),
      recipientTag(room, place.topic, randomBytes(16)),
      recipientTag(room, randomBytes(32), to),
      recipientTag(randomRoom(), place.topic, to),
    ].map((tag) => Buffer.from(tag).toString('hex'));
    expect(new Set(tags).size).toBe(4);
    expect(recipientTag(room, place.topic, to)).toEqual(recipientTag(room, place.topic, to));
  });
});
