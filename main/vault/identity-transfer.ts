/** Carries the identity out of the vault and into it, as a file that the user chooses. */
import { readFile, stat } from 'node:fs/promises';
import { dialog } from 'electron';
import { wipe } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import { writeAtomically } from '../files/atomic-file';
import { IDENTITY_FILE_LENGTH, openIdentity, sealIdentity } from './identity-file';
import type { Stretch } from './stretch';
import type { Vault } from './vault';

const EXTENSION = 'vigil-identity';
const filters = [{ name: 'Vigil', extensions: [EXTENSION] }];

/** False if the user chose no file. Throws VigilError passphrase-empty or identity-file-not-saved. */
export async function exportIdentity(vault: Vault, passphrase: string, stretch: Stretch): Promise<boolean> {
  if (passphrase === '') throw new VigilError('passphrase-empty');
  const chosen = await dialog.showSaveDialog({ defaultPath: `vigil.${EXTENSION}`, filters });
  if (chosen.canceled || chosen.filePath === '') return false;
  const seed = vault.identitySeed;
  try {
    const file = await sealIdentity(seed, passphrase, stretch);
    await writeAtomically(chosen.filePath, file).catch(() => {
      throw new VigilError('identity-file-not-saved');
    });
  } finally {
    wipe(seed);
  }
  return true;
}

/**
 * False if the user chose no file. Throws as openIdentity does, identity-file-unreadable, vault-write-failed.
 * @param demand throws where the identity may not be replaced now: a meeting may have begun meanwhile.
 */
export async function importIdentity(
  vault: Vault,
  passphrase: string,
  stretch: Stretch,
  demand: () => void,
): Promise<boolean> {
  const chosen = await dialog.showOpenDialog({ filters, properties: ['openFile'] });
  const [file] = chosen.filePaths;
  if (chosen.canceled || file === undefined) return false;
  const seed = await openIdentity(await readSmall(file), passphrase, stretch);
  try {
    demand();
    await vault.replaceIdentity(seed);
  } finally {
    wipe(seed);
  }
  return true;
}

/** A much larger file is none of ours, and is not read. */
async function readSmall(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > 2 * IDENTITY_FILE_LENGTH) throw new VigilError('identity-file-invalid');
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof VigilError) throw error;
    throw new VigilError('identity-file-unreadable');
  }
}
