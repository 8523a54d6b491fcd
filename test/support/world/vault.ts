/** A key store and a stretching as a vault has them, without a system and without a second of waiting. */
import type { KeyStore } from '../../../main/vault/key-store';
import type { Locksmith } from '../../../main/vault/lock';
import type { Stretch } from '../../../main/vault/stretch';
import { blake2b256, randomBytes, xchachaPolyOpen, xchachaPolySeal } from '../../../shared/crypto/sodium';

/** With a master key of its own, as the system's has. */
export function keyStore(master = randomBytes(32), rewrap = false): KeyStore {
  const nothing = new Uint8Array(0);
  return {
    protection: 'key-store',
    wrap: (key) => {
      const nonce = randomBytes(24);
      return Promise.resolve(Buffer.concat([nonce, xchachaPolySeal(master, nonce, nothing, key)]));
    },
    unwrap: async (wrapped) => {
      await Promise.resolve();
      const key = xchachaPolyOpen(master, wrapped.subarray(0, 24), nothing, wrapped.subarray(24));
      return { key, rewrap };
    },
  };
}

/** Not Argon2id: main/vault/passphrase.ts has tests of its own. */
export const quickStretch: Stretch = ({ passphrase, salt }) =>
  Promise.resolve(blake2b256([salt, passphrase]));

export function locksmith(store: KeyStore | null = keyStore()): Locksmith {
  return { store, stretch: quickStretch };
}
