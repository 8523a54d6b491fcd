/**
 * The hash tree over a file's chunks (docs/protocol.md, Files): whoever knows root and size can check each chunk by
 * itself.
 */
import { ascii, concat, EMPTY, equalPublic, uintBE, u64BE } from '../bytes';
import { blake2b256 } from '../crypto/sodium';
import { chunkCount, chunkLength, ROOT_LENGTH } from './limits';

const LEAF = ascii('vigil-file-leaf-1');
const NODE = ascii('vigil-file-node-1');
const ROOT = ascii('vigil-file-root-1');

/** 32 bytes. @param index of the chunk, from 0. */
export function leafOf(index: number, chunk: Uint8Array): Uint8Array {
  return blake2b256([LEAF, uintBE(index, 4), chunk]);
}

function nodeOf(left: Uint8Array, right: Uint8Array): Uint8Array {
  return blake2b256([NODE, left, right]);
}

function rootOf(size: number, top: Uint8Array): Uint8Array {
  return blake2b256([ROOT, u64BE(BigInt(size)), top]);
}

export class FileTree {
  /** Leaves first. */
  readonly #levels: Uint8Array[][];
  /** 32 bytes: what is offered. */
  readonly root: Uint8Array;

  /** @param leaves of all chunks in order, 32 bytes each. Throws RangeError if they are not as many as `size` has. */
  constructor(size: number, leaves: readonly Uint8Array[]) {
    if (leaves.length !== chunkCount(size)) throw new RangeError('a leaf for each chunk');
    let level = [...leaves];
    this.#levels = [level];
    while (level.length > 1) {
      level = paired(level);
      this.#levels.push(level);
    }
    this.root = rootOf(size, level[0] ?? EMPTY);
  }

  /** Of the chunk as it was when it was offered. Throws RangeError where there is no such chunk. */
  leaf(index: number): Uint8Array {
    const leaf = this.#levels[0]?.[index];
    if (!leaf) throw new RangeError('no such chunk');
    return leaf;
  }

  /** What the chunk is paired with, from below: a multiple of 32 bytes. */
  proof(index: number): Uint8Array {
    let place = index;
    const siblings = this.#levels.map((level) => {
      const sibling = level[place ^ 1] ?? EMPTY;
      place >>= 1;
      return sibling;
    });
    return concat(...siblings);
  }
}

function paired(level: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let place = 0; place < level.length; place += 2) {
    const [left = EMPTY, right] = level.slice(place, place + 2);
    above.push(right ? nodeOf(left, right) : left);
  }
  return above;
}

/** Bytes of the proof of this chunk. @param index below `chunkCount(size)`. */
export function proofLength(size: number, index: number): number {
  let length = 0;
  for (let { count, place } = { count: chunkCount(size), place: index }; count > 1;) {
    if ((place ^ 1) < count) length += ROOT_LENGTH;
    place >>= 1;
    count = Math.ceil(count / 2);
  }
  return length;
}

/**
 * The chunk in `proof ‖ bytes`, if it is what the root was made of; otherwise null. Never throws.
 * @param block as many bytes as proof and chunk have. @param size of the file, as offered with the root.
 */
export function checkedChunk(
  block: Uint8Array,
  index: number,
  { size, root }: { size: number; root: Uint8Array },
): Uint8Array | null {
  if (index >= chunkCount(size)) return null;
  const proof = proofLength(size, index);
  if (block.length !== proof + chunkLength(size, index)) return null;
  const chunk = block.subarray(proof);
  let hash = leafOf(index, chunk);
  let offset = 0;
  for (let { count, place } = { count: chunkCount(size), place: index }; count > 1;) {
    if ((place ^ 1) < count) {
      const sibling = block.subarray(offset, offset + ROOT_LENGTH);
      offset += ROOT_LENGTH;
      hash = (place & 1) === 1 ? nodeOf(sibling, hash) : nodeOf(hash, sibling);
    }
    place >>= 1;
    count = Math.ceil(count / 2);
  }
  return equalPublic(rootOf(size, hash), root) ? chunk : null;
}
