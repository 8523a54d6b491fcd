/**
 * What the data key is locked with: the system's key store, or a passphrase, or both, one inside the other, so
 * that neither opens it alone.
 */
import { ByteReader, concat } from '../../shared/bytes';
import { randomBytes, wipe, xchachaPolyOpen, xchachaPolySeal } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import type { KeyStore } from './key-store';
import { encodeStretching, freshStretching, passphraseKey, type Stretch, type Stretching } from './stretch';

const NONCE_LENGTH = 24;

export type Lock =
  | { kind: 'key-store'; wrappedKey: Uint8Array }
  | { kind: 'passphrase'; stretching: Stretching; usesStore: boolean; wrappedKey: Uint8Array };

export interface Locksmith {
  /** Null where the system cannot protect a key. */
  store: KeyStore | null;
  stretch: Stretch;
}

/** Throws VigilError vault-store-unavailable if there is neither passphrase nor key store. */
export async function makeLock(
  dataKey: Uint8Array,
  { store, stretch }: Locksmith,
  passphrase: string | null,
): Promise<Lock> {
  if (passphrase === null) {
    if (!store) throw new VigilError('vault-store-unavailable');
    return { kind: 'key-store', wrappedKey: await store.wrap(dataKey) };
  }
  const stretching = freshStretching();
  const key = await passphraseKey(stretch, passphrase, stretching, 'vault');
  const nonce = randomBytes(NONCE_LENGTH);
  const inner = concat(nonce, xchachaPolySeal(key, nonce, encodeStretching(stretching), dataKey));
  wipe(key);
  const wrappedKey = store ? await store.wrap(inner) : inner;
  return { kind: 'passphrase', stretching, usesStore: store !== null, wrappedKey };
}

export interface OpenedLock {
  dataKey: Uint8Array;
  /** Another one than before if the key store asked for a new wrapping. */
  lock: Lock;
}

/** Throws VigilError vault-store-unavailable, passphrase-wrong or passphrase-no-memory. */
export async function openLock(
  lock: Lock,
  locksmith: Locksmith,
  passphrase: string | null,
): Promise<OpenedLock> {
  const opened = await openStore(lock, locksmith.store);
  if (lock.kind === 'key-store') return { dataKey: opened.inner, lock: opened.lock };
  const key = await passphraseKey(locksmith.stretch, passphrase ?? '', lock.stretching, 'vault');
  try {
    const reader = new ByteReader(opened.inner);
    const nonce = reader.take(NONCE_LENGTH);
    const dataKey = xchachaPolyOpen(key, nonce, encodeStretching(lock.stretching), reader.rest());
    return { dataKey, lock: opened.lock };
  } catch {
    throw new VigilError('passphrase-wrong');
  } finally {
    wipe(key);
  }
}

async function openStore(lock: Lock, store: KeyStore | null): Promise<{ inner: Uint8Array; lock: Lock }> {
  if (lock.kind === 'passphrase' && !lock.usesStore) return { inner: lock.wrappedKey, lock };
  if (!store) throw new VigilError('vault-store-unavailable');
  let unwrapped;
  try {
    unwrapped = await store.unwrap(lock.wrappedKey);
  } catch {
    // Locked, refused, or another computer's: tomorrow it may open.
    throw new VigilError('vault-store-unavailable');
  }
  if (!unwrapped.rewrap) return { inner: unwrapped.key, lock };
  // The old wrapping goes on working should a new one not come about.
  const wrappedKey = await store.wrap(unwrapped.key).catch(() => lock.wrappedKey);
  return { inner: unwrapped.key, lock: wrappedKey === lock.wrappedKey ? lock : { ...lock, wrappedKey } };
}
