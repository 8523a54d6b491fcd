/** With what the contents are kept in the file, and how they get there. */
import { equalSecret, randomBytes, wipe } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import type { VaultView } from '../../shared/ipc';
import { writeAtomically } from '../files/atomic-file';
import { encodeContents, type Contents } from './contents';
import { makeLock, openLock, type Lock, type Locksmith } from './lock';
import { sealVault } from './vault-file';

export interface Keeping {
  dataKey: Uint8Array;
  lock: Lock;
}

/** A new data key. Rejects with VigilError vault-store-unavailable where neither passphrase nor key store protects. */
export async function freshKeeping(locksmith: Locksmith, passphrase: string | null): Promise<Keeping> {
  const dataKey = randomBytes(32);
  return { dataKey, lock: await makeLock(dataKey, locksmith, passphrase) };
}

export async function writeKept(file: string, contents: Contents, { dataKey, lock }: Keeping): Promise<void> {
  await writeAtomically(file, sealVault(encodeContents(contents), dataKey, lock, randomBytes(24)));
}

/**
 * Rejects with VigilError vault-store-unavailable, passphrase-wrong, passphrase-no-memory, or locked if the vault was
 * locked in the meantime.
 */
export async function provePassphrase(
  { lock, dataKey }: Keeping,
  locksmith: Locksmith,
  passphrase: string,
): Promise<void> {
  const opened = await openLock(lock, locksmith, passphrase);
  const isSame = equalSecret(opened.dataKey, dataKey);
  wipe(opened.dataKey);
  if (!isSame) throw new VigilError('locked');
}

export function protectionOf(
  { lock }: Keeping,
  { store }: Locksmith,
): Pick<Extract<VaultView, { state: 'ready' }>, 'protection' | 'passphrase'> {
  const usesStore = lock.kind === 'key-store' || lock.usesStore;
  return {
    protection: usesStore ? (store?.protection ?? 'none') : 'none',
    passphrase: lock.kind === 'passphrase',
  };
}
