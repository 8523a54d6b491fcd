/** Sixteen bytes at the end of a file: damage is told from a wrong passphrase. They protect from nobody. */
import { concat, equalPublic } from '../../shared/bytes';
import { blake2b } from '../../shared/crypto/sodium';

const LENGTH = 16;

export function withChecksum(bytes: Uint8Array): Uint8Array {
  return concat(bytes, blake2b(LENGTH, [bytes]));
}

/** The bytes before the checksum. Throws RangeError if it does not fit. */
export function checked(file: Uint8Array): Uint8Array {
  const bytes = file.subarray(0, Math.max(0, file.length - LENGTH));
  if (!equalPublic(file.subarray(bytes.length), blake2b(LENGTH, [bytes]))) throw new RangeError('damaged');
  return bytes;
}
