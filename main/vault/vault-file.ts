/**
 * The sealed file. Version 1, opened by the key store:
 * `magic8 ‖ 1 ‖ wrapped length u16 ‖ wrapped data key ‖ nonce24 ‖ ciphertext`.
 * Version 2, opened by a passphrase, and by the key store as well if its flag is 1:
 * `magic8 ‖ 2 ‖ flag u8 ‖ stretching22 ‖ wrapped length u16 ‖ wrapped data key ‖ nonce24 ‖ ciphertext ‖ checksum16`.
 * XChaCha20-Poly1305 with all before it as associated data. Pure bytes: no file system, no key store.
 */
import { ascii, ByteReader, concat, equalPublic, uintBE } from '../../shared/bytes';
import { xchachaPolyOpen, xchachaPolySeal } from '../../shared/crypto/sodium';
import { checked, withChecksum } from './checksum';
import type { Lock } from './lock';
import { encodeStretching, readStretching } from './stretch';

const MAGIC = ascii('VIGILVLT');
const WITHOUT_PASSPHRASE = 1;
const WITH_PASSPHRASE = 2;
const NEWEST_VERSION = WITH_PASSPHRASE;
const NONCE_LENGTH = 24;

export interface SealedVault {
  lock: Lock;
  /** Opens the contents with the unwrapped data key; throws if they were altered. */
  open: (dataKey: Uint8Array) => Uint8Array;
}

export type ParsedVault =
  { kind: 'vault'; vault: SealedVault } | { kind: 'damaged' } | { kind: 'newer-version' };

/** @param nonce 24 random bytes, fresh for each write. */
export function sealVault(
  contents: Uint8Array,
  dataKey: Uint8Array,
  lock: Lock,
  nonce: Uint8Array,
): Uint8Array {
  const head = concat(MAGIC, encodeLock(lock), nonce);
  const sealed = concat(head, xchachaPolySeal(dataKey, nonce, head, contents));
  return lock.kind === 'passphrase' ? withChecksum(sealed) : sealed;
}

export function parseVault(file: Uint8Array): ParsedVault {
  try {
    const start = new ByteReader(file);
    if (!equalPublic(start.take(MAGIC.length), MAGIC)) return { kind: 'damaged' };
    const version = start.uintBE(1);
    if (version > NEWEST_VERSION) return { kind: 'newer-version' };
    const body = version === WITH_PASSPHRASE ? checked(file) : file;
    const reader = new ByteReader(body);
    reader.take(MAGIC.length);
    const lock = readLock(reader);
    const nonce = reader.take(NONCE_LENGTH);
    const ciphertext = reader.rest();
    const head = body.subarray(0, body.length - ciphertext.length);
    return {
      kind: 'vault',
      vault: { lock, open: (key) => xchachaPolyOpen(key, nonce, head, ciphertext) },
    };
  } catch {
    return { kind: 'damaged' };
  }
}

function encodeLock(lock: Lock): Uint8Array {
  const wrapped = concat(uintBE(lock.wrappedKey.length, 2), lock.wrappedKey);
  if (lock.kind === 'key-store') return concat(Uint8Array.of(WITHOUT_PASSPHRASE), wrapped);
  const flags = Uint8Array.of(WITH_PASSPHRASE, lock.usesStore ? 1 : 0);
  return concat(flags, encodeStretching(lock.stretching), wrapped);
}

function readLock(reader: ByteReader): Lock {
  const version = reader.uintBE(1);
  if (version === WITHOUT_PASSPHRASE) return { kind: 'key-store', wrappedKey: readWrapped(reader) };
  if (version !== WITH_PASSPHRASE) throw new RangeError('no such version');
  const flag = reader.uintBE(1);
  if (flag > 1) throw new RangeError('no such flag');
  const stretching = readStretching(reader);
  return { kind: 'passphrase', usesStore: flag === 1, stretching, wrappedKey: readWrapped(reader) };
}

function readWrapped(reader: ByteReader): Uint8Array {
  return reader.take(reader.uintBE(2));
}
