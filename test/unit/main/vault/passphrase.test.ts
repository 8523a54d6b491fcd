import { describe, expect, it } from 'vitest';
import { argon2id } from '../../../../main/vault/passphrase';
import {
  MEMORY_KIB,
  PASSES,
  passphraseKey,
  readStretching,
  encodeStretching,
} from '../../../../main/vault/stretch';
import { ByteReader, toHex } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { quickStretch } from '../../../support/world/vault';

const salt = Uint8Array.from({ length: 16 }, (_, index) => index);
const passphrase = new TextEncoder().encode('correct horse battery staple');

describe('stretching a passphrase', () => {
  it.each([
    // Computed with another implementation, @noble/hashes 1.8.0 (argon2id, one lane).
    [1024, 2, '58782fc96f06a6d7fcec4728099f6a788ee98a04f4cd8fa0a27af6db8b7a46b8'],
    [MEMORY_KIB, PASSES, 'aad608b5866cef907f47d5cae529ed01a91301c92c5d5fef46e1a65e394e5742'],
  ])('is Argon2id: %i KiB, %i passes', { timeout: 60_000 }, async (memoryKiB, passes, expected) => {
    expect(toHex(await argon2id(passphrase, salt, memoryKiB, passes))).toBe(expected);
  });

  it('gives another key for each purpose', async () => {
    await cryptoReady();
    const stretching = { salt, memoryKiB: 1024, passes: 2 };
    const vault = await passphraseKey(quickStretch, 'a', stretching, 'vault');
    expect(await passphraseKey(quickStretch, 'a', stretching, 'identity-file')).not.toEqual(vault);
    expect(await passphraseKey(quickStretch, 'b', stretching, 'vault')).not.toEqual(vault);
  });

  it('refuses parameters that ask for too much, or for nothing', () => {
    const read = (memoryKiB: number, passes: number) =>
      readStretching(new ByteReader(encodeStretching({ salt, memoryKiB, passes })));
    expect(read(MEMORY_KIB, PASSES)).toEqual({ salt, memoryKiB: MEMORY_KIB, passes: PASSES });
    for (const [memoryKiB, passes] of [
      [0xffffffff, 3],
      [4, 3],
      [MEMORY_KIB, 0],
      [MEMORY_KIB, 255],
    ] as const) {
      expect(() => read(memoryKiB, passes)).toThrow(RangeError);
    }
  });
});
