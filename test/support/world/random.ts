/** Repeatable random bytes: BLAKE2b in counter mode over a seed. For tests only. */
import { ascii, uintBE } from '../../../shared/bytes';
import { blake2b } from '../../../shared/crypto/sodium';

export function seededRandom(seed: string): (length: number) => Uint8Array {
  let counter = 0;
  return (length) =>
    blake2b(Math.max(16, Math.min(64, length)), [ascii(seed), uintBE(counter++, 4)]).slice(0, length);
}
