/** CipherState of the Noise specification (revision 34, section 5.1) with ChaChaPoly. */
import { chachaPolyOpen, chachaPolySeal, wipe } from '../crypto/sodium';

/** 2^64 - 1 is reserved for rekeying (section 5.1). */
export const MAX_NONCE = 2n ** 64n - 1n;

/** ChaChaPoly's 12-byte nonce: 32 zero bits, then the counter in little-endian (section 12.3). */
export function chachaPolyNonce(counter: bigint): Uint8Array {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setBigUint64(4, counter, true);
  return nonce;
}

export class CipherState {
  #key: Uint8Array | null;
  #nonce: bigint;
  #wiped = false;

  /** @param key 32 bytes, or null before the first key agreement of a handshake. */
  constructor(key: Uint8Array | null = null, nonce = 0n) {
    this.#key = key;
    this.#nonce = nonce;
  }

  hasKey(): boolean {
    this.#refuseWiped();
    return this.#key !== null;
  }

  clone(): CipherState {
    return new CipherState(this.#key?.slice() ?? null, this.#nonce);
  }

  /** The key itself, for a channel that counts explicitly. Throws if there is none. */
  exportKey(): Uint8Array {
    this.#refuseWiped();
    if (!this.#key) throw new Error('cipher state has no key');
    return this.#key.slice();
  }

  encryptWithAd(ad: Uint8Array, plaintext: Uint8Array): Uint8Array {
    this.#refuseWiped();
    if (!this.#key) return plaintext.slice();
    const ciphertext = chachaPolySeal(this.#key, chachaPolyNonce(this.#next()), ad, plaintext);
    this.#nonce += 1n;
    return ciphertext;
  }

  /** The counter moves only when the ciphertext opens. */
  decryptWithAd(ad: Uint8Array, ciphertext: Uint8Array): Uint8Array {
    this.#refuseWiped();
    if (!this.#key) return ciphertext.slice();
    const plaintext = chachaPolyOpen(this.#key, chachaPolyNonce(this.#next()), ad, ciphertext);
    this.#nonce += 1n;
    return plaintext;
  }

  /** Afterwards it throws: without a key it would pass everything as it is. */
  wipe(): void {
    if (this.#key) wipe(this.#key);
    this.#wiped = true;
  }

  #refuseWiped(): void {
    if (this.#wiped) throw new Error('cipher state is wiped');
  }

  #next(): bigint {
    if (this.#nonce >= MAX_NONCE) throw new Error('nonce exhausted');
    return this.#nonce;
  }
}
