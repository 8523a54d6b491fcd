import { beforeAll, describe, expect, it } from 'vitest';
import { concat, equalPublic, toHex } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { checkedChunk, FileTree, leafOf, proofLength } from '../../../../shared/files/file-tree';
import { CHUNK_LENGTH, chunkCount, chunkLength, MAX_FILE_SIZE } from '../../../../shared/files/limits';
import { seededRandom } from '../../../support/world/random';

beforeAll(cryptoReady);

const LAST = 777;

/** A file of so many chunks, the last one short. Each chunk differs from the others. */
function fileOf(count: number): { size: number; chunks: Uint8Array[]; tree: FileTree } {
  const size = (count - 1) * CHUNK_LENGTH + LAST;
  const chunks = Array.from({ length: count }, (_, index) =>
    new Uint8Array(chunkLength(size, index)).fill(index + 1),
  );
  return {
    size,
    chunks,
    tree: new FileTree(
      size,
      chunks.map((chunk, index) => leafOf(index, chunk)),
    ),
  };
}

const block = (tree: FileTree, index: number, chunk: Uint8Array): Uint8Array =>
  concat(tree.proof(index), chunk);

describe('the tree over a file', () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 9, 13])('lets each of %i chunks be checked by itself', (count) => {
    const { size, chunks, tree } = fileOf(count);
    chunks.forEach((chunk, index) => {
      expect(tree.proof(index)).toHaveLength(proofLength(size, index));
      const checked = checkedChunk(block(tree, index, chunk), index, { size, root: tree.root });
      expect(checked !== null && equalPublic(checked, chunk)).toBe(true);
    });
  });

  it('takes no other place, byte, size, proof or root, and nothing cut or longer', () => {
    const random = seededRandom('tree');
    for (const count of [1, 2, 5, 8]) {
      const { size, chunks, tree } = fileOf(count);
      chunks.forEach((chunk, index) => {
        const genuine = block(tree, index, chunk);
        const about = { size, root: tree.root };
        for (const other of [...chunks.keys(), count])
          if (other !== index) expect(checkedChunk(genuine, other, about)).toBeNull();
        const altered = genuine.slice();
        altered[(random(1)[0] ?? 0) % altered.length]! ^= 1;
        expect(checkedChunk(altered, index, about)).toBeNull();
        expect(checkedChunk(genuine.subarray(1), index, about)).toBeNull();
        expect(checkedChunk(concat(genuine, Uint8Array.of(0)), index, about)).toBeNull();
        expect(checkedChunk(genuine, index, { size: size + 1, root: tree.root })).toBeNull();
        expect(checkedChunk(genuine, index, { size: size - 1, root: tree.root })).toBeNull();
        expect(checkedChunk(genuine, index, { size, root: random(32) })).toBeNull();
      });
    }
  });

  it('tells the same chunk at another place apart', () => {
    const chunk = new Uint8Array(CHUNK_LENGTH);
    const size = 2 * CHUNK_LENGTH;
    const tree = new FileTree(size, [leafOf(0, chunk), leafOf(1, chunk)]);
    expect(equalPublic(tree.leaf(0), tree.leaf(1))).toBe(false);
  });

  it('tells a size apart also where each chunk stays as it is', () => {
    // The last chunk is in its own place, and the ones before have the same leaves.
    const { size, chunks, tree } = fileOf(3);
    const lie = size + 1;
    expect(checkedChunk(block(tree, 0, chunks[0]!), 0, { size: lie, root: tree.root })).toBeNull();
  });

  it('is there for nothing and for one byte', () => {
    for (const size of [0, 1]) {
      const chunk = new Uint8Array(size);
      const tree = new FileTree(size, [leafOf(0, chunk)]);
      expect(checkedChunk(chunk, 0, { size, root: tree.root })).toEqual(chunk);
      expect(checkedChunk(Uint8Array.of(9), 0, { size, root: tree.root })).toBeNull();
    }
    expect(new Set([0, 1].map((size) => toHex(new FileTree(size, [new Uint8Array(32)]).root))).size).toBe(2);
  });

  it('needs a leaf for each chunk, and at most 19 hashes for a proof', () => {
    expect(() => new FileTree(CHUNK_LENGTH + 1, [new Uint8Array(32)])).toThrow(RangeError);
    const last = chunkCount(MAX_FILE_SIZE) - 1;
    for (const index of [0, 1, last - 1, last])
      expect(proofLength(MAX_FILE_SIZE, index)).toBeLessThanOrEqual(19 * 32);
  });
});
