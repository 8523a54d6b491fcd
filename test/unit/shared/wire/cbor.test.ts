import { describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { decodeCbor, encodeCbor } from '../../../../shared/wire/cbor';

await cryptoReady();

const textOf = (...bytes: number[]): Uint8Array => Uint8Array.of(0x60 + bytes.length, ...bytes);
const keyOf = (...bytes: number[]): Uint8Array => Uint8Array.of(0xa1, ...textOf(...bytes), 1);

describe('text in CBOR', () => {
  it.each(['', 'a', 'é', '王维林', '👩‍👧', '\ufffd', 'x'.repeat(40), `${'é'.repeat(40)}\ufffd`])(
    'comes back as it was: %j',
    (text) => {
      expect(decodeCbor(encodeCbor({ [text]: text }))).toEqual({ [text]: text });
    },
  );

  it.each([
    ['a byte that begins nothing', [0xff]],
    ['a character that is cut off', [0x61, 0xe2, 0x80]],
    ['a long one that is cut off', [0xf0, 0x9f, 0x98]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['more bytes than needed', [0xc0, 0xaf]],
    ['more than Unicode has', [0xf5, 0x80, 0x80, 0x80]],
  ])('is refused where it is not UTF-8, as value and as key: %s', (_, bytes) => {
    expect(() => decodeCbor(textOf(...bytes))).toThrow();
    expect(() => decodeCbor(keyOf(...bytes))).toThrow();
    const long = [...new Array<number>(40).fill(0x61), ...bytes];
    expect(() => decodeCbor(Uint8Array.of(0x78, long.length, ...long))).toThrow();
  });
});
