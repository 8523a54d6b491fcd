import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openOfferedFile } from '../../../../main/files/offered-file';
import { equalPublic } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { CHUNK_LENGTH } from '../../../../shared/files/limits';
import type { FileSource } from '../../../../shared/meeting/files/file-ports';
import { bytesOf, offeredOf } from '../../../support/world/files-in-memory';

beforeAll(cryptoReady);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vigil-offered-'));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));

const guarded = (run: () => void): void => {
  run();
};
const read = (source: FileSource, at: number, length: number): Promise<Uint8Array | null> =>
  new Promise((resolve) => {
    source.read(at, length, resolve);
  });

describe('a file that is offered', () => {
  it.each([0, 1, 2 * CHUNK_LENGTH + 3])('of %i bytes is hashed and read by parts', async (length) => {
    const bytes = bytesOf(length);
    const file = path.join(folder, 'a.bin');
    await writeFile(file, bytes);
    const offered = await openOfferedFile(file, guarded);
    expect([offered.name, offered.size]).toEqual(['a.bin', length]);
    expect(offered.tree.root).toEqual(offeredOf('a.bin', bytes).tree.root);
    const part = await read(offered.source, 0, Math.min(length, CHUNK_LENGTH));
    expect(part && equalPublic(part, bytes.slice(0, CHUNK_LENGTH))).toBe(true);
    offered.source.close();
    expect(await read(offered.source, 0, 0)).toBeNull();
  });

  it('is known by its last name, made safe', async () => {
    const file = path.join(folder, 'CON');
    await writeFile(file, 'x');
    const offered = await openOfferedFile(file, guarded);
    expect(offered.name).toBe('_CON');
    offered.source.close();
  });

  it('that has become shorter is not read', async () => {
    const file = path.join(folder, 'a.bin');
    await writeFile(file, bytesOf(100));
    const offered = await openOfferedFile(file, guarded);
    await truncate(file, 50);
    expect(await read(offered.source, 0, 100)).toBeNull();
    offered.source.close();
  });

  it('is none where there is nothing to read, or too much', async () => {
    for (const nothing of [path.join(folder, 'none'), folder])
      await expect(openOfferedFile(nothing, guarded)).rejects.toMatchObject({ code: 'file-unreadable' });
    const huge = path.join(folder, 'huge');
    await writeFile(huge, '');
    // Sparse: it takes no room.
    await truncate(huge, 2 ** 36 + 1);
    await expect(openOfferedFile(huge, guarded)).rejects.toMatchObject({ code: 'file-too-large' });
  });
});
