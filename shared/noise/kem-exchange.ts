/**
 * One side's part in the post-quantum agreement of one handshake ("KEM-based Hybrid Forward Secrecy for Noise", revision
 * 1, section 4, with ML-KEM-768): it sends a key and opens the ciphertext, or the other way round.
 */
import {
  mlkem768Decapsulate,
  mlkem768Encapsulate,
  mlkem768KeyPair,
  wipe,
  type Encapsulated,
} from '../crypto/sodium';

export class KemExchange {
  /** 2,400 bytes, until the ciphertext made for it has come. */
  #secretKey: Uint8Array | null = null;
  #encapsulated: Encapsulated | null = null;

  /** @param seed 64 random bytes for the side that sends its key, 32 for the other; overwritten at the end. */
  constructor(private readonly seed: Uint8Array) {}

  /** Makes the key pair, once. Returns 1,184 bytes. */
  publicKey(): Uint8Array {
    if (this.#secretKey) throw new Error('ephemeral key used twice');
    const { publicKey, secretKey } = mlkem768KeyPair(this.seed);
    this.#secretKey = secretKey;
    return publicKey;
  }

  /** The other side's key has come. Throws on one that is no encoding of a key. */
  received(publicKey: Uint8Array): void {
    this.#encapsulated ??= mlkem768Encapsulate(publicKey, this.seed);
  }

  /** For the other side's key, which has come. The shared secret has 32 bytes and is overwritten by `wipe`. */
  get encapsulated(): Encapsulated {
    if (!this.#encapsulated) throw new Error('the pattern needs a key that is not there yet');
    return this.#encapsulated;
  }

  /** The shared secret, 32 bytes. The key stays: a message that is not genuine must not use it up. */
  decapsulate(ciphertext: Uint8Array): Uint8Array {
    if (!this.#secretKey) throw new Error('the pattern needs a key that is not there yet');
    return mlkem768Decapsulate(ciphertext, this.#secretKey);
  }

  wipe(): void {
    wipe(this.seed);
    if (this.#secretKey) wipe(this.#secretKey);
    if (this.#encapsulated) wipe(this.#encapsulated.sharedSecret);
    this.#secretKey = null;
  }
}
