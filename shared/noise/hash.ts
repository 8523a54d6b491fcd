/** HASH, HMAC-HASH and HKDF of the Noise specification (revision 34, section 4.3) for BLAKE2b. */
import { concat, ascii } from '../bytes';
import { blake2b } from '../crypto/sodium';

export const HASH_LENGTH = 64;
const BLOCK_LENGTH = 128;

export function hash(...parts: readonly Uint8Array[]): Uint8Array {
  return blake2b(HASH_LENGTH, parts);
}

/** HMAC (RFC 2104) with BLAKE2b; the key is at most one block of 128 bytes. */
export function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  if (key.length > BLOCK_LENGTH) throw new RangeError('HMAC key longer than a block');
  const padded = new Uint8Array(BLOCK_LENGTH);
  padded.set(key);
  const inner = hash(
    padded.map((byte) => byte ^ 0x36),
    ...parts,
  );
  return hash(
    padded.map((byte) => byte ^ 0x5c),
    inner,
  );
}

/** Two or three outputs of 64 bytes each. */
export function hkdf(chainingKey: Uint8Array, input: Uint8Array, outputs: 2 | 3): Uint8Array[] {
  const temporary = hmac(chainingKey, input);
  const results: Uint8Array[] = [];
  let previous: Uint8Array = ascii('');
  for (let index = 1; index <= outputs; index++) {
    previous = hmac(temporary, concat(previous, Uint8Array.of(index)));
    results.push(previous);
  }
  return results;
}
