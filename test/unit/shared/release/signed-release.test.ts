import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ascii, concat } from '../../../../shared/bytes';
import { cryptoReady, ed25519FromSeed, ed25519Sign } from '../../../../shared/crypto/sodium';
import { MAX_FILES, MAX_NEWS_SECONDS, MAX_RELEASE_LENGTH } from '../../../../shared/release/limits';
import { decodeManifest, encodeManifest, type Manifest } from '../../../../shared/release/manifest';
import { decodeSigned, encodeSigned, openRelease } from '../../../../shared/release/signed-release';
import { encodeCbor } from '../../../../shared/wire/cbor';
import {
  ISSUED,
  manifestOf,
  pinnedKeys,
  seeds,
  signaturesOf,
  signedOf,
} from '../../../support/release/releases';

beforeAll(cryptoReady);

const why = (bytes: Uint8Array): unknown => {
  const opened = openRelease(bytes, pinnedKeys());
  return opened.release ? 'signed' : opened.why;
};

describe('a signed release', () => {
  it.each([
    ['two of the three', [0, 1], 'signed'],
    ['two others of them', [1, 2], 'signed'],
    ['all three', [0, 1, 2], 'signed'],
    ['two, and a key that is not pinned', [0, 3, 2], 'signed'],
    ['nobody', [], 'unsigned'],
    ['one', [1], 'unsigned'],
    ['one twice', [1, 1], 'unsigned'],
    ['two, one of them twice', [0, 1, 1], 'unsigned'],
    ['one, and a key that is not pinned', [0, 3], 'unsigned'],
  ])('by %s is told', (_, by, expected) => {
    expect(why(signedOf({}, by))).toBe(expected);
  });

  it('is refused whole for one wrong signature of a pinned key, although two others are right', () => {
    const manifest = encodeManifest(manifestOf());
    const signatures = signaturesOf(manifest, [0, 1, 2]);
    signatures[2]!.signature[5]! ^= 1;
    expect(why(encodeSigned({ manifest, signatures }))).toBe('unsigned');
  });

  it('that somebody marked is the same for all: two pinned keys in their order, and nothing else', () => {
    const manifest = encodeManifest(manifestOf());
    const noise = (byte: number) => ({
      key: new Uint8Array(32).fill(byte),
      signature: new Uint8Array(64).fill(byte),
    });
    const pinned = signaturesOf(manifest, [0, 1, 2]);
    const marked = [pinned.toReversed(), [noise(1), ...pinned, noise(2)], [noise(3), noise(4), ...pinned]];
    const opened = marked.map(
      (signatures) => openRelease(encodeSigned({ manifest, signatures }), pinnedKeys()).release?.bytes,
    );
    expect(opened[0]).toBeDefined();
    for (const bytes of opened) expect(bytes).toEqual(opened[0]);
    expect(decodeSigned(opened[0]!)?.signatures).toHaveLength(2);
    expect(openRelease(opened[0]!, pinnedKeys()).release?.bytes).toEqual(opened[0]);
  });

  it('counts no signature of the same key over something else', () => {
    const manifest = encodeManifest(manifestOf());
    for (const message of [manifest, concat(ascii('vigil-next-1'), manifest)]) {
      const signatures = [0, 1].map((number) => {
        const { publicKey, secretKey } = ed25519FromSeed(seeds[number]!);
        return { key: publicKey, signature: ed25519Sign(message, secretKey) };
      });
      expect(why(encodeSigned({ manifest, signatures }))).toBe('unsigned');
    }
    const other = encodeManifest(manifestOf({ version: [0, 3, 0] }));
    expect(why(encodeSigned({ manifest, signatures: signaturesOf(other, [0, 1]) }))).toBe('unsigned');
  });

  it('is another one with any bit turned, and never throws', () => {
    const bytes = signedOf();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const turned = bytes.slice();
        turned[at]! ^= 1 << bit;
        expect(why(turned)).not.toBe('signed');
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(why(noise)).toBe('unreadable');
      }),
    );
  });

  it('is refused one byte too long before it is read', () => {
    const padded = (length: number): Uint8Array => {
      const manifest = encodeManifest({ ...manifestOf(), more: 'x'.repeat(length) });
      return encodeSigned({ manifest, signatures: signaturesOf(manifest, [0, 1]) });
    };
    const rest = MAX_RELEASE_LENGTH - padded(10_000).length + 10_000;
    expect(padded(rest)).toHaveLength(MAX_RELEASE_LENGTH);
    expect(why(padded(rest))).toBe('signed');
    expect(why(padded(rest + 1))).toBe('unreadable');
  });

  it('has one form', () => {
    const signed = decodeSigned(signedOf())!;
    expect(why(encodeCbor({ ...signed, more: 1 }))).toBe('unreadable');
    // A map of two with its keys the other way round: the key of ten letters goes before the one of eight.
    const [manifest, signatures] = [encodeCbor(signed.manifest), encodeCbor(signed.signatures)];
    const turned = concat(
      ...[Uint8Array.of(0xa2), encodeCbor('signatures'), signatures, encodeCbor('manifest'), manifest],
    );
    expect(why(turned)).toBe('unreadable');
  });
});

describe('a manifest', () => {
  it('is read as it is written, with what later versions add', () => {
    const manifest = { ...manifestOf(), notes: 'words of a later version' };
    expect(decodeManifest(encodeManifest(manifest))).toEqual(manifest);
  });

  const [file] = manifestOf().files;
  const wrong: [string, Partial<Record<keyof Manifest, unknown>>][] = [
    ['of another kind', { v: 2 }],
    ['with a version beyond the bounds', { version: [0, 1, 65_536] }],
    ['with a version of two numbers', { version: [0, 1] }],
    ['that ends before it begins', { expires: ISSUED }],
    ['that holds too long', { expires: ISSUED + MAX_NEWS_SECONDS + 1 }],
    ['with a file that leads elsewhere', { files: [{ ...file, name: '../../x' }] }],
    ['with a file of no name', { files: [{ ...file, name: '' }] }],
    ['with a hidden file', { files: [{ ...file, name: '.bashrc' }] }],
    ['with one name twice', { files: [file, { ...file, name: file!.name.toUpperCase() }] }],
    ['with a file of no size', { files: [{ ...file, size: 0 }] }],
    ['with a file of 3 GB', { files: [{ ...file, size: 3e9 }] }],
    ['with a short hash', { files: [{ ...file, hash: new Uint8Array(31) }] }],
    [
      'with too many files',
      { files: Array.from({ length: MAX_FILES + 1 }, (_, at) => ({ ...file, name: `f${String(at)}` })) },
    ],
  ];
  it.each(wrong)('%s is none', (_, change) => {
    expect(decodeManifest(encodeManifest({ ...manifestOf(), ...change }))).toBeNull();
  });
});
