/** Writes a file so that either the old or the new contents are there, whatever happens in between. */
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { renameWhenFree } from './rename-when-free';

export async function writeAtomically(file: string, contents: Uint8Array): Promise<void> {
  const temporary = `${file}.${String(process.pid)}.tmp`;
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(contents);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameWhenFree(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  // The new contents are in place: that a folder cannot be synced must not be told as if they were not.
  await syncFolder(path.dirname(file)).catch(() => undefined);
}

/** The rename itself reaches the disk only with its folder; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
