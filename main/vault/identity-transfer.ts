/** Carries the identity out of the vault and into it, as a file that the user chooses. */
import { wipe } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import { openUserFile, saveUserFile } from '../files/user-files';
import { IDENTITY_FILE_LENGTH, openIdentity, sealIdentity } from './identity-file';
import type { Stretch } from './stretch';
import type { Vault } from './vault';

const EXTENSION = 'vigil-identity';
const filters = [{ name: 'Vigil', extensions: [EXTENSION] }];

/** False if the user chose no file. Throws VigilError passphrase-empty or identity-file-not-saved. */
export async function exportIdentity(vault: Vault, passphrase: string, stretch: Stretch): Promise<boolean> {
  if (passphrase === '') throw new VigilError('passphrase-empty');
  return saveUserFile({
    suggestedName: `vigil.${EXTENSION}`,
    filters,
    contents: () => sealedIdentity(vault, passphrase, stretch),
    notWritten: 'identity-file-not-saved',
  });
}

async function sealedIdentity(vault: Vault, passphrase: string, stretch: Stretch): Promise<Uint8Array> {
  const seed = vault.identitySeed;
  try {
    return await sealIdentity(seed, passphrase, stretch);
  } finally {
    wipe(seed);
  }
}

/**
 * False if the user chose no file. Rejects with VigilError identity-file-unreadable, identity-file-invalid,
 * identity-file-newer, passphrase-wrong, passphrase-no-memory or vault-write-failed.
 * @param demand throws where the identity may not be replaced now: a meeting may have begun meanwhile.
 */
export async function importIdentity(
  vault: Vault,
  passphrase: string,
  stretch: Stretch,
  demand: () => void,
): Promise<boolean> {
  const unreadable = 'identity-file-unreadable';
  const file = await openUserFile({ maxLength: 2 * IDENTITY_FILE_LENGTH, filters, unreadable });
  if (file === null) return false;
  const seed = await openIdentity(file, passphrase, stretch);
  try {
    demand();
    await vault.replaceIdentity(seed);
  } finally {
    wipe(seed);
  }
  return true;
}
