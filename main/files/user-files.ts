/** Files that the person chooses: saved whole or not at all, read up to a limit. */
import { readFile, stat } from 'node:fs/promises';
import { dialog, type FileFilter } from 'electron';
import { VigilError, type ErrorCode } from '../../shared/errors';
import { writeAtomically } from './atomic-file';

export interface FileToSave {
  suggestedName: string;
  filters?: FileFilter[];
  /** Made once there is a place for it. */
  contents: () => Uint8Array | Promise<Uint8Array>;
  notWritten: ErrorCode;
}

/** False if the person chose no place. Throws VigilError with the code `notWritten`, and what `contents` throws. */
export async function saveUserFile({
  suggestedName,
  filters = [],
  contents,
  notWritten,
}: FileToSave): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: suggestedName, filters });
  if (canceled || filePath === '') return false;
  const made = await contents();
  try {
    await writeAtomically(filePath, made);
  } catch {
    throw new VigilError(notWritten);
  }
  return true;
}

export interface FileToOpen {
  /** Bytes. A longer file is not read: it is as good as an empty one. */
  maxLength: number;
  filters?: FileFilter[];
  unreadable: ErrorCode;
}

/** Null if the person chose none. Throws VigilError with the code `unreadable`. */
export async function openUserFile({
  maxLength,
  filters = [],
  unreadable,
}: FileToOpen): Promise<Uint8Array | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ filters, properties: ['openFile'] });
  const [file] = filePaths;
  if (canceled || file === undefined) return null;
  try {
    const { size } = await stat(file);
    return size > maxLength ? new Uint8Array() : new Uint8Array(await readFile(file));
  } catch {
    throw new VigilError(unreadable);
  }
}
