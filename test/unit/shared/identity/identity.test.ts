import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cryptoReady, ed25519FromSeed, randomBytes, utf8 } from '../../../../shared/crypto/sodium';
import {
  generateIdentitySeed,
  identityFromSeed,
  identityMatchesStatic,
  isCanonical,
  type IdentitySeed,
} from '../../../../shared/identity/identity';
import { cleanName, MAX_NAME_BYTES, nameBytes, readName } from '../../../../shared/identity/name';
import { safetyNumber } from '../../../../shared/identity/safety-number';

beforeAll(cryptoReady);

describe('an identity', () => {
  it('is canonical: of A and its negative only one is accepted, though both give one X25519 key', () => {
    for (let count = 0; count < 20; count++) {
      const identity = identityFromSeed(generateIdentitySeed(randomBytes));
      expect(isCanonical(identity.publicKey)).toBe(true);
      expect(identityMatchesStatic(identity.publicKey, identity.staticKey.publicKey)).toBe(true);
      const negative = identity.publicKey.map((byte, index) => (index === 31 ? byte ^ 0x80 : byte));
      expect(identityMatchesStatic(negative, identity.staticKey.publicKey)).toBe(false);
    }
  });

  it('refuses seeds whose key is not canonical, and keys that are no point', () => {
    let seed = randomBytes(32);
    while (isCanonical(ed25519FromSeed(seed).publicKey)) seed = randomBytes(32);
    expect(() => identityFromSeed(seed as IdentitySeed)).toThrow(RangeError);
    expect(identityMatchesStatic(new Uint8Array(32), new Uint8Array(32))).toBe(false);
    expect(identityMatchesStatic(new Uint8Array(31), new Uint8Array(32))).toBe(false);
  });

  it('gives two people one safety number, and no two pairs the same', () => {
    const [a, b, c] = [0, 1, 2].map(() => identityFromSeed(generateIdentitySeed(randomBytes)).publicKey);
    if (!a || !b || !c) throw new Error('three identities');
    expect(safetyNumber(a, b)).toEqual(safetyNumber(b, a));
    expect(safetyNumber(a, b)).not.toEqual(safetyNumber(a, c));
    expect(safetyNumber(a, b).join('')).toMatch(/^\d{60}$/);
  });
});

describe('names', () => {
  it('lose what cannot be shown safely', () => {
    expect(cleanName('  Mei\u202eniL\n\tLin\u0000\u200b ')).toBe('MeiniL Lin');
    expect(cleanName('王维林')).toBe('王维林');
  });

  it('are at most 64 bytes and never cut inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bytes = nameBytes(text);
        expect(bytes.length).toBeLessThanOrEqual(MAX_NAME_BYTES);
        expect(cleanName(text).startsWith(readName(bytes))).toBe(true);
      }),
    );
    expect(() => readName(utf8('x'.repeat(65)))).toThrow(RangeError);
    expect(() => readName(Uint8Array.of(0xff, 0xfe))).toThrow();
  });
});

describe('a name that grows by being cleaned', () => {
  it('is read as at most 64 bytes, and whole characters', () => {
    const grows = utf8('\u{1D160}'.repeat(16));
    expect(grows.length).toBe(64);
    const name = readName(grows);
    expect(utf8(name).length).toBeLessThanOrEqual(64);
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThanOrEqual(64);
  });
});
