/**
 * The sealed file: `magic8 ‖ version u8 ‖ wrapped length u16 ‖ wrapped data key ‖ nonce24 ‖ ciphertext`,
 * XChaCha20-Poly1305 with all before it as associated data. Pure bytes: no file system, no key store.
 */
import { ascii, ByteReader, concat, equalPublic, uintBE } from '../../shared/bytes';
import { xchachaPolyOpen, xchachaPolySeal } from '../../shared/crypto/sodium';

const MAGIC = ascii('VIGILVLT');
export const VAULT_VERSION = 1;
const NONCE_LENGTH = 24;

export interface SealedVault {
  wrappedKey: Uint8Array;
  /** Opens the contents with the unwrapped data key; throws if they were altered. */
  open: (dataKey: Uint8Array) => Uint8Array;
}

export type ParsedVault =
  { kind: 'vault'; vault: SealedVault } | { kind: 'damaged' } | { kind: 'newer-version' };

/** @param nonce 24 random bytes, fresh for each write. */
export function sealVault(
  contents: Uint8Array,
  dataKey: Uint8Array,
  wrappedKey: Uint8Array,
  nonce: Uint8Array,
): Uint8Array {
  const head = concat(MAGIC, Uint8Array.of(VAULT_VERSION), uintBE(wrappedKey.length, 2), wrappedKey, nonce);
  return concat(head, xchachaPolySeal(dataKey, nonce, head, contents));
}

export function parseVault(file: Uint8Array): ParsedVault {
  try {
    const reader = new ByteReader(file);
    if (!equalPublic(reader.take(MAGIC.length), MAGIC)) return { kind: 'damaged' };
    const version = reader.uintBE(1);
    if (version > VAULT_VERSION) return { kind: 'newer-version' };
    if (version < VAULT_VERSION) return { kind: 'damaged' };
    const wrappedKey = reader.take(reader.uintBE(2));
    const nonce = reader.take(NONCE_LENGTH);
    const ciphertext = reader.rest();
    const head = file.subarray(0, file.length - ciphertext.length);
    return {
      kind: 'vault',
      vault: { wrappedKey, open: (key) => xchachaPolyOpen(key, nonce, head, ciphertext) },
    };
  } catch {
    return { kind: 'damaged' };
  }
}
