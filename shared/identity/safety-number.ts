/** Signal's numeric fingerprint, version 0: what two people compare to know that nobody sits between them. */
import { concat, uintBE } from '../bytes';
import { sha512 } from '../crypto/sodium';

const VERSION = 0;
export const SAFETY_NUMBER_ROUNDS = 5200;

export interface Fingerprintable {
  /** The public key with its type byte: 33 bytes for Signal's own, `0x05 ‖ identity32` here. */
  publicKey: Uint8Array;
  /** What Signal calls the stable identifier; Vigil uses the 32 identity bytes. */
  identifier: Uint8Array;
}

/** Thirty digits for one side. */
function displayableFingerprint({ publicKey, identifier }: Fingerprintable, rounds: number): string {
  let digest = sha512(concat(uintBE(VERSION, 2), publicKey, identifier, publicKey));
  for (let round = 1; round < rounds; round++) digest = sha512(concat(digest, publicKey));
  let digits = '';
  for (let offset = 0; offset < 30; offset += 5) {
    const chunk = digest.subarray(offset, offset + 5).reduce((value, byte) => value * 256 + byte, 0);
    digits += String(chunk % 100000).padStart(5, '0');
  }
  return digits;
}

/** Sixty digits, the same for both: the two halves in the order of their digits. */
export function numericFingerprint(one: Fingerprintable, other: Fingerprintable, rounds: number): string {
  return [displayableFingerprint(one, rounds), displayableFingerprint(other, rounds)].sort().join('');
}

/** The safety number of two identities (32 bytes each) as twelve groups of five digits. */
export function safetyNumber(identity: Uint8Array, other: Uint8Array): string[] {
  const fingerprintable = (key: Uint8Array): Fingerprintable => ({
    publicKey: concat(Uint8Array.of(0x05), key),
    identifier: key,
  });
  const digits = numericFingerprint(fingerprintable(identity), fingerprintable(other), SAFETY_NUMBER_ROUNDS);
  return digits.match(/\d{5}/g) ?? [];
}
