/** Writes a file so that either the old or the new contents are there, whatever happens in between. */
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

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
    await rename(temporary, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
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
