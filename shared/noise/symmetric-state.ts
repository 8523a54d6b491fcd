/** SymmetricState of the Noise specification (revision 34, section 5.2). */
import { ascii, EMPTY } from '../bytes';
import { wipe } from '../crypto/sodium';
import { CipherState } from './cipher-state';
import { hash, HASH_LENGTH, hkdf } from './hash';

const KEY_LENGTH = 32;

export class SymmetricState {
  #cipher = new CipherState();
  #chainingKey: Uint8Array;
  #handshakeHash: Uint8Array;

  constructor(protocolName: string) {
    const name = ascii(protocolName);
    this.#handshakeHash = new Uint8Array(HASH_LENGTH);
    if (name.length <= HASH_LENGTH) this.#handshakeHash.set(name);
    else this.#handshakeHash = hash(name);
    this.#chainingKey = this.#handshakeHash.slice();
  }

  get handshakeHash(): Uint8Array {
    return this.#handshakeHash.slice();
  }

  /** 64 bytes. After a handshake both sides hold the same value, and nobody else. */
  get chainingKey(): Uint8Array {
    return this.#chainingKey.slice();
  }

  hasKey(): boolean {
    return this.#cipher.hasKey();
  }

  clone(): SymmetricState {
    const copy = new SymmetricState('');
    copy.#cipher = this.#cipher.clone();
    copy.#chainingKey = this.#chainingKey.slice();
    copy.#handshakeHash = this.#handshakeHash.slice();
    return copy;
  }

  mixKey(input: Uint8Array): void {
    const [chainingKey, key] = hkdf(this.#chainingKey, input, 2) as [Uint8Array, Uint8Array];
    this.#goOn(chainingKey, key);
  }

  mixHash(data: Uint8Array): void {
    this.#handshakeHash = hash(this.#handshakeHash, data);
  }

  /** Section 9.2: for pre-shared keys of 32 bytes. */
  mixKeyAndHash(input: Uint8Array): void {
    const [chainingKey, toHash, key] = hkdf(this.#chainingKey, input, 3) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    this.mixHash(toHash);
    this.#goOn(chainingKey, key);
  }

  encryptAndHash(plaintext: Uint8Array): Uint8Array {
    const ciphertext = this.#cipher.encryptWithAd(this.#handshakeHash, plaintext);
    this.mixHash(ciphertext);
    return ciphertext;
  }

  decryptAndHash(ciphertext: Uint8Array): Uint8Array {
    const plaintext = this.#cipher.decryptWithAd(this.#handshakeHash, ciphertext);
    this.mixHash(ciphertext);
    return plaintext;
  }

  /** The initiator's sending cipher and the responder's. */
  split(): [CipherState, CipherState] {
    const [first, second] = hkdf(this.#chainingKey, EMPTY, 2) as [Uint8Array, Uint8Array];
    const ciphers: [CipherState, CipherState] = [
      new CipherState(first.slice(0, KEY_LENGTH)),
      new CipherState(second.slice(0, KEY_LENGTH)),
    ];
    wipe(first);
    wipe(second);
    return ciphers;
  }

  /** With the keys before it, somebody who has the static keys could compute these. */
  #goOn(chainingKey: Uint8Array, key: Uint8Array): void {
    this.wipe();
    this.#chainingKey = chainingKey;
    this.#cipher = new CipherState(key.slice(0, KEY_LENGTH));
    wipe(key);
  }

  wipe(): void {
    wipe(this.#chainingKey);
    this.#cipher.wipe();
  }
}
