/** Sizes of files and of what they are cut into (docs/protocol.md, Files). Bytes, unless they say otherwise. */

/** Of a file. */
export const MAX_FILE_SIZE = 2 ** 36;
/** Of a chunk: read, checked and written as a whole. */
export const CHUNK_LENGTH = 260_096;
/** Of a file of MAX_FILE_SIZE. */
export const MAX_CHUNKS = Math.ceil(MAX_FILE_SIZE / CHUNK_LENGTH);
/** What one sealed piece holds. */
export const PIECE_LENGTH = 16_352;
/** A piece as it travels. */
export const SEALED_PIECE_LENGTH = 16_384;
/** What names a key in front of each of its pieces. */
export const TAG_LENGTH = 8;
export const FILE_ID_LENGTH = 16;
export const FILE_KEY_LENGTH = 32;
export const ROOT_LENGTH = 32;
/** UTF-8, in an offer. */
export const MAX_FILE_NAME_BYTES = 255;

/** Chunks of a file of so many bytes: at least one. */
export function chunkCount(size: number): number {
  return Math.max(1, Math.ceil(size / CHUNK_LENGTH));
}

/** Bytes of this chunk. @param index below `chunkCount(size)`. */
export function chunkLength(size: number, index: number): number {
  return Math.min(CHUNK_LENGTH, size - index * CHUNK_LENGTH);
}
