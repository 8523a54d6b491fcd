import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { concat } from '../../../../shared/bytes';
import {
  cryptoReady,
  randomBytes,
  xchachaPolyOpen,
  xchachaPolySeal,
  type Secret,
} from '../../../../shared/crypto/sodium';
import {
  ENVELOPE_LENGTH,
  MAX_PART_LENGTH,
  openEnvelope,
  sealEnvelope,
  splitMessage,
  type Envelope,
} from '../../../../shared/wire/envelope';
import { Reassembler } from '../../../../shared/wire/reassembly';

beforeAll(cryptoReady);

const message = (body: Uint8Array): Omit<Envelope, 'part' | 'parts'> => ({
  kind: 'sealed',
  from: randomBytes(16),
  to: randomBytes(16),
  messageId: randomBytes(8),
  body,
});
const key = (): Secret<'envelope key'> => randomBytes(32) as Secret<'envelope key'>;

describe('an envelope', () => {
  it('is always 1,000 bytes, opens under its own key and topic, and under no other', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: MAX_PART_LENGTH }), (body) => {
        const [own, topic] = [key(), randomBytes(32)];
        const [envelope] = splitMessage(message(body));
        if (!envelope) throw new Error('no envelope');
        const sealed = sealEnvelope(envelope, own, topic, randomBytes(24));
        expect(sealed).toHaveLength(ENVELOPE_LENGTH);
        expect(openEnvelope(sealed, own, topic)).toEqual(envelope);
        expect(() => openEnvelope(sealed, key(), topic)).toThrow();
        expect(() => openEnvelope(sealed, own, randomBytes(32))).toThrow();
        expect(() => openEnvelope(sealed.subarray(1), own, topic)).toThrow();
      }),
      { numRuns: 50 },
    );
  });

  it('of another size is none, though it was sealed with the key and for the topic', () => {
    const [own, topic, nonce] = [key(), randomBytes(32), randomBytes(24)];
    const [envelope] = splitMessage(message(Uint8Array.of(1)));
    if (!envelope) throw new Error('no envelope');
    const plain = xchachaPolyOpen(own, nonce, topic, sealEnvelope(envelope, own, topic, nonce).subarray(24));
    const sized = (length: number): Uint8Array => {
      const other = new Uint8Array(length);
      other.set(plain.subarray(0, length));
      return concat(nonce, xchachaPolySeal(own, nonce, topic, other));
    };
    expect(openEnvelope(sized(plain.length), own, topic)).toEqual(envelope);
    for (const length of [plain.length - 1, plain.length + 1])
      expect(() => openEnvelope(sized(length), own, topic)).toThrow(RangeError);
  });

  it('holds at most four parts', () => {
    expect(splitMessage(message(new Uint8Array(4 * MAX_PART_LENGTH)))).toHaveLength(4);
    expect(() => splitMessage(message(new Uint8Array(4 * MAX_PART_LENGTH + 1)))).toThrow(RangeError);
  });
});

describe('reassembly', () => {
  it('puts parts together in any order, gives each message once, and ignores copies', () => {
    const reassembler = new Reassembler(
      () => 0,
      () => 0,
    );
    const body = randomBytes(3000);
    const parts = splitMessage(message(body)).reverse();
    const results = [...parts, ...parts]
      .map((part) => reassembler.add(part))
      .filter((result) => result !== null);
    expect(results).toHaveLength(1);
    expect(results[0]?.body).toEqual(body);
  });

  it('gives the true message although somebody has used its number for another one before', () => {
    const reassembler = new Reassembler(
      () => 0,
      () => 0,
    );
    const [envelope] = splitMessage(message(Uint8Array.of(1)));
    if (!envelope) throw new Error('no envelope');
    expect(reassembler.add({ ...envelope, body: Uint8Array.of(2) })).not.toBeNull();
    expect(reassembler.add(envelope)?.body).toEqual(Uint8Array.of(1));
    expect(reassembler.add(envelope)).toBeNull();
  });

  it('forgets what stays incomplete for ten seconds, and holds at most sixteen', () => {
    let now = 0;
    const reassembler = new Reassembler(
      () => now,
      () => 0,
    );
    const [first, second] = splitMessage(message(new Uint8Array(1000)));
    if (!first || !second) throw new Error('not two parts');
    reassembler.add(first);
    now = 10_001;
    const [other] = splitMessage(message(new Uint8Array(1000)));
    if (other) reassembler.add(other);
    expect(reassembler.add(second)).toBeNull();
    expect(reassembler.add(first)?.body).toHaveLength(1000);
    const flood = Array.from({ length: 100 }, () => splitMessage(message(new Uint8Array(1000))));
    for (const [part] of flood) if (part) reassembler.add(part);
    const finished = flood.filter(([, part]) => part && reassembler.add(part) !== null);
    expect(finished.length).toBeLessThanOrEqual(16);
  });
});
