/** Files that the person chooses: saved whole or not at all, read up to a limit. */
import { readFile, stat } from 'node:fs/promises';
import { dialog } from 'electron';
import { VigilError } from '../../shared/errors';
import { writeAtomically } from './atomic-file';

/** False if the person chose no place. Throws VigilError file-not-written. */
export async function saveUserFile(suggestedName: string, contents: Uint8Array): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: suggestedName });
  if (canceled || filePath === '') return false;
  try {
    await writeAtomically(filePath, contents);
  } catch {
    throw new VigilError('file-not-written');
  }
  return true;
}

/** Null if the person chose none. A file that is longer or cannot be read is as good as an empty one. */
export async function openUserFile(maxLength: number): Promise<Uint8Array | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openFile'] });
  const [file] = filePaths;
  if (canceled || file === undefined) return null;
  try {
    const { size } = await stat(file);
    return size > maxLength ? new Uint8Array() : new Uint8Array(await readFile(file));
  } catch {
    return new Uint8Array();
  }
}
