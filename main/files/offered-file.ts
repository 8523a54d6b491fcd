/** A file that this person offers: read piece by piece while it is hashed, and again when it is sent. */
import { open, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { VigilError } from '../../shared/errors';
import { safeFileName } from '../../shared/files/file-name';
import { FileTree, leafOf } from '../../shared/files/file-tree';
import { CHUNK_LENGTH, chunkCount, chunkLength, MAX_FILE_SIZE } from '../../shared/files/limits';
import type { FileSource } from '../../shared/meeting/files/file-ports';
import type { FileToOffer } from '../../shared/meeting/files/outgoing-file';

/**
 * Hashes all of it, which takes its time for a large one. To be closed by its source.
 * Throws VigilError file-unreadable, file-too-large.
 * @param guarded runs what is told of a read.
 */
export async function openOfferedFile(
  file: string,
  guarded: (run: () => void) => void,
): Promise<FileToOffer> {
  // Whatever else bears a name, a pipe above all, may never give an answer.
  const kind = await stat(file).catch(() => null);
  const handle = kind?.isFile() === true ? await open(file, 'r').catch(() => null) : null;
  if (!handle) throw new VigilError('file-unreadable');
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new VigilError('file-unreadable');
    const { size } = stats;
    if (size > MAX_FILE_SIZE) throw new VigilError('file-too-large');
    const tree = await hashed(handle, size);
    return { name: safeFileName(path.basename(file)), size, tree, source: sourceOf(handle, guarded) };
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error instanceof VigilError ? error : new VigilError('file-unreadable');
  }
}

async function hashed(handle: FileHandle, size: number): Promise<FileTree> {
  const leaves: Uint8Array[] = [];
  for (let index = 0; index < chunkCount(size); index++) {
    const chunk = await readAt(handle, index * CHUNK_LENGTH, chunkLength(size, index));
    if (!chunk) throw new VigilError('file-unreadable');
    leaves.push(leafOf(index, chunk));
  }
  return new FileTree(size, leaves);
}

function sourceOf(handle: FileHandle, guarded: (run: () => void) => void): FileSource {
  let isClosed = false;
  return {
    read: (at, length, then) => {
      void readAt(handle, at, length).then((bytes) => {
        guarded(() => {
          then(isClosed ? null : bytes);
        });
      });
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      void handle.close().catch(() => undefined);
    },
  };
}

/** Null where there is less. */
async function readAt(handle: FileHandle, at: number, length: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(length);
  try {
    for (let done = 0; done < length;) {
      const { bytesRead } = await handle.read(bytes, done, length - done, at + done);
      if (bytesRead === 0) return null;
      done += bytesRead;
    }
  } catch {
    return null;
  }
  return bytes;
}
