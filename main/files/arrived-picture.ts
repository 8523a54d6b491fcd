/** A picture that has arrived, read for whoever asked to see it: the same bytes that came, or none. */
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { equalPublic } from '../../shared/bytes';
import { FileTree, leafOf } from '../../shared/files/file-tree';
import { CHUNK_LENGTH, chunkCount, chunkLength } from '../../shared/files/limits';
import { MAX_SHOWN_LENGTH, pictureIn, type PictureFacts } from '../../shared/files/picture';

export interface Arrived {
  size: number;
  /** 32 bytes: what it was checked by when it came. */
  root: Uint8Array;
}

export interface ShownPicture {
  type: PictureFacts['type'];
  bytes: Uint8Array;
}

/** Null where no such picture lies there any more, or what lies there is another file, or none that can be shown. */
export async function readArrivedPicture(
  place: string,
  { size, root }: Arrived,
): Promise<ShownPicture | null> {
  if (size > MAX_SHOWN_LENGTH) return null;
  // Whatever bears the name by now: nothing is waited for, and no link followed.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(place, flags).catch(() => null);
  if (!handle) return null;
  try {
    const bytes = await whole(handle, size);
    if (!bytes || !equalPublic(rootOf(bytes), root)) return null;
    const facts = pictureIn(bytes);
    return facts && { type: facts.type, bytes };
  } catch {
    return null;
  } finally {
    await handle.close().catch(() => undefined);
  }
}

async function whole(handle: FileHandle, size: number): Promise<Uint8Array | null> {
  const stats = await handle.stat();
  if (!stats.isFile() || stats.size !== size) return null;
  const bytes = new Uint8Array(size);
  for (let done = 0; done < size;) {
    const { bytesRead } = await handle.read(bytes, done, size - done, done);
    if (bytesRead === 0) return null;
    done += bytesRead;
  }
  return bytes;
}

function rootOf(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  const leaves = Array.from({ length: chunkCount(length) }, (_, index) => {
    const begin = index * CHUNK_LENGTH;
    return leafOf(index, bytes.subarray(begin, begin + chunkLength(length, index)));
  });
  return new FileTree(length, leaves).root;
}
