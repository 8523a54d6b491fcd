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

  it('are empty where nothing would be seen', () => {
    for (const blank of [
      '',
      ' ',
      '\u3164',
      '\u115f\u1160',
      '\uffa0',
      '\u2800',
      '\u00ad',
      '\u034f',
      '\u200d',
      '\ufe0f',
    ])
      expect(cleanName(blank)).toBe('');
    for (const blank of [
      '\u180e',
      '\u2060\u2064',
      '\u{e0041}',
      '\u{e0100}',
      '\u17b4',
      '\ufeff',
      '\u0085',
      '\u3000',
    ])
      expect(cleanName(`${blank} \u3164`)).toBe('');
  });

  it.each([
    ['Persian', 'علی\u200cرضا'],
    ['Persian with a plural', 'خانه\u200cها'],
    ['Hindi', 'क्\u200dष'],
    ['Hindi, not joined', 'क्\u200cष'],
    ['Bengali', 'র\u200d্য'],
    ['Sinhala', 'ශ්\u200dරී'],
    ['Malayalam', 'രാജന്\u200d'],
    ['a family', '👩\u200d👩\u200d👧'],
    ['a profession with a colour of skin', '👩🏽\u200d⚕\ufe0f'],
    ['a flag of colours', '🏳\ufe0f\u200d🌈'],
    ['a heart', '❤\ufe0f'],
    ['a key with a number', '1\ufe0f\u20e3'],
    ['a flag of a region', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['a Japanese variant', '辻\u{e0100}'],
    ['Mongolian', 'ᠭ\u180bᠠ'],
  ])('keep what their script cannot be written without: %s', (_, name) => {
    expect(cleanName(name)).toBe(name.normalize('NFC'));
    expect(cleanName(`\u200b ${name}\u3164`)).toBe(name.normalize('NFC'));
  });

  it.each([
    ['Al\u200dice', 'Alice'],
    ['Al\u200cice', 'Alice'],
    ['علی\u200c', 'علی'],
    ['علی\u200c رضا', 'علی رضا'],
    ['\u200dAlice\u200d', 'Alice'],
    ['👩\u200d', '👩'],
    ['👩\u200dAlice', '👩Alice'],
    ['👩\u200d\u200d👧', '👩\u200d👧'],
    ['Al\ufe0fice', 'Alice'],
    ['A\u{e0100}lice', 'Alice'],
    ['❤\ufe0f\ufe0f', '❤\ufe0f'],
    ['A\u{e0067}\u{e007f}', 'A'],
    ['a \u200d b', 'a b'],
    ['e\u200b\u0301', 'é'],
  ])('lose it anywhere else: %j', (raw, clean) => {
    expect(cleanName(raw)).toBe(clean);
  });

  it('stay as they are once they are clean', () => {
    const odd = fc.constantFrom(
      ...[
        '\u200c',
        '\u200d',
        '\ufe0f',
        '\u200b',
        '\u3164',
        ' ',
        '\u2800',
        '\u0301',
        '\u094d',
        '\u0dca',
        'क',
        'ر',
        'ه',
      ],
      ...[
        '\u064e',
        '👩',
        '🏽',
        '❤',
        '1',
        '\u20e3',
        '辻',
        '\u{e0100}',
        '🏴',
        '\u{e0067}',
        '\u{e007f}',
        'ᠭ',
        '\u180b',
        'e',
        '\u2028',
      ],
    );
    const texts = fc.oneof(
      fc.array(odd, { maxLength: 24 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const clean = cleanName(text);
        expect(cleanName(clean)).toBe(clean);
        const short = readName(nameBytes(text));
        expect(cleanName(short)).toBe(short);
      }),
      { numRuns: 2000 },
    );
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
