import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readArrivedPicture } from '../../../../main/files/arrived-picture';
import { concat, uintBE } from '../../../../shared/bytes';
import { cryptoReady, randomBytes } from '../../../../shared/crypto/sodium';
import { FileTree, leafOf } from '../../../../shared/files/file-tree';
import { CHUNK_LENGTH } from '../../../../shared/files/limits';

/** Longer than a chunk. */
function picture(width = 640): Uint8Array {
  const start = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  return concat(start, uintBE(width, 4), uintBE(480, 4), randomBytes(CHUNK_LENGTH));
}

function facts(bytes: Uint8Array): { size: number; root: Uint8Array } {
  const leaves = [bytes.subarray(0, CHUNK_LENGTH), bytes.subarray(CHUNK_LENGTH)];
  const tree = new FileTree(
    bytes.length,
    leaves.map((chunk, index) => leafOf(index, chunk)),
  );
  return { size: bytes.length, root: tree.root };
}

describe('a picture that has arrived', () => {
  let folder: string;
  let place: string;

  beforeAll(cryptoReady);
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-picture-'));
    place = path.join(folder, 'photo.png');
  });
  afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));

  it('is read as it came', async () => {
    const bytes = picture();
    await writeFile(place, bytes);
    const shown = await readArrivedPicture(place, facts(bytes));
    expect(shown?.type).toBe('image/png');
    expect(Buffer.compare(shown!.bytes, bytes)).toBe(0);
  });

  it('is none where other bytes lie there by now, as many', async () => {
    const bytes = picture();
    await writeFile(place, picture());
    expect(await readArrivedPicture(place, facts(bytes))).toBe(null);
  });

  it('is none where more or less lies there, a link, a folder, or nothing', async () => {
    const bytes = picture();
    const known = facts(bytes);
    expect(await readArrivedPicture(place, known)).toBe(null);
    await writeFile(place, bytes.subarray(1));
    expect(await readArrivedPicture(place, known)).toBe(null);
    await writeFile(path.join(folder, 'elsewhere'), bytes);
    await symlink(path.join(folder, 'elsewhere'), path.join(folder, 'link.png'));
    expect(await readArrivedPicture(path.join(folder, 'link.png'), known)).toBe(null);
    expect(await readArrivedPicture(folder, known)).toBe(null);
  });

  it('is none where it is no picture, or one too large to be decoded', async () => {
    for (const bytes of [randomBytes(CHUNK_LENGTH + 10), picture(1_000_000)]) {
      await writeFile(place, bytes);
      expect(await readArrivedPicture(place, facts(bytes))).toBe(null);
    }
  });
});
