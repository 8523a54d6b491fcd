/** Files that the person chooses: saved whole or not at all, read up to a limit. */
import { readFile, stat } from 'node:fs/promises';
import type { FileFilter } from 'electron';
import { VigilError, type ErrorCode } from '../../shared/errors';
import { writeAtomically } from './atomic-file';
import { chooseFile, choosePlace } from './choose-place';

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
  const place = await choosePlace({ defaultPath: suggestedName, filters });
  if (place === null) return false;
  const made = await contents();
  try {
    await writeAtomically(place, made);
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
  const file = await chooseFile({ filters });
  if (file === null) return null;
  try {
    const { size } = await stat(file);
    return size > maxLength ? new Uint8Array() : new Uint8Array(await readFile(file));
  } catch {
    throw new VigilError(unreadable);
  }
}
