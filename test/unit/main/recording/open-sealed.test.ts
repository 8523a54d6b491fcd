import { link, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClocks } from '../../../../main/clocks';
import { openSealed } from '../../../../main/recording/open-sealed';
import { openedBeside } from '../../../../main/recording/opened-beside';
import { openRecordingFile } from '../../../../main/recording/recording-file';
import { HEAD_LENGTH, sealRecording, type RecordingWrite } from '../../../../main/recording/sealed-format';
import { passphraseKey, type Stretch } from '../../../../main/vault/stretch';
import { ByteReader, concat } from '../../../../shared/bytes';
import { blake2b256, cryptoReady } from '../../../../shared/crypto/sodium';
import type { OpenedRecording } from '../../../../shared/ipc';

beforeAll(cryptoReady);

let folder: string;
let target: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vigil-sealed-'));
  target = path.join(folder, 'opened.webm');
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));

const PASSPHRASE = 'four words by chance';
const stretching = { salt: new Uint8Array(16).fill(1), memoryKiB: 8, passes: 1 };
/** As Argon2id, but at once. */
const stretch: Stretch = ({ passphrase, salt }) => Promise.resolve(blake2b256([passphrase, salt]));
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

const writes: RecordingWrite[] = [
  { position: 0, bytes: text('....,') },
  { position: 5, bytes: text(' world') },
  { position: 11, bytes: text('!') },
  { position: 0, bytes: text('good') },
];

/** The head with its proof, each write, and the end. */
async function parts(): Promise<Uint8Array[]> {
  const key = await passphraseKey(stretch, PASSPHRASE, stretching, 'recording');
  const sealer = sealRecording(key, stretching);
  return [sealer.begin(), ...writes.map((write) => sealer.write(write)), sealer.end()];
}

async function opened(file: Uint8Array, passphrase = PASSPHRASE): Promise<OpenedRecording> {
  const sealed = path.join(folder, 'sealed');
  await writeFile(sealed, file);
  return openSealed({
    ...{ sealed, passphrase, stretch },
    target: () => openRecordingFile({ place: target, sealer: null, steady: systemClocks.steady }),
  });
}
const result = (): Promise<string> => readFile(target, 'utf8').catch(() => '');

describe('a sealed recording', () => {
  it('is opened to what was written, in the order in which it was written', async () => {
    expect(await opened(concat(...(await parts())))).toBe('whole');
    expect(await result()).toBe('good, world!');
  });

  it('holds nothing that can be read, and another key for the same passphrase each time', async () => {
    const [one, other] = [concat(...(await parts())), concat(...(await parts()))];
    expect(Buffer.from(one).toString('latin1')).not.toContain('world');
    expect(one).not.toEqual(other);
  });

  it('is opened by no other passphrase, and nothing is written then', async () => {
    const file = concat(...(await parts()));
    for (const wrong of ['four words by Chance', '', 'x'])
      await expect(opened(file, wrong)).rejects.toMatchObject({ code: 'recording-wrong-passphrase' });
    expect(await readdir(folder)).toEqual(['sealed']);
  });

  it('that was cut off anywhere is opened as far as its chunks are whole, and that is said', async () => {
    const all = await parts();
    const file = concat(...all);
    const first = all[0]?.length ?? 0;
    const ends = all.map((_, index) => concat(...all.slice(0, index + 1)).length);
    for (let length = first; length < file.length; length += 7) {
      await rm(target, { force: true });
      expect(await opened(file.subarray(0, length))).toBe('cut-off');
      const whole = ends.filter((end) => end <= length).length - 1;
      const expected = writes.slice(0, whole).reduce((known, { position, bytes }) => {
        const now = Buffer.alloc(Math.max(known.length, position + bytes.length));
        known.copy(now);
        now.set(bytes, position);
        return now;
      }, Buffer.alloc(0));
      expect(await result()).toBe(expected.toString());
    }
  });

  it('of which one bit is another is opened up to there and no further, wherever that is', async () => {
    const all = await parts();
    const file = concat(...all);
    const first = all[0]?.length ?? 0;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 8 * file.length - 1 }), async (bit) => {
        const changed = file.slice();
        const at = Math.floor(bit / 8);
        changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));
        await rm(target, { force: true });
        const outcome = await opened(changed).catch(() => 'refused');
        expect(outcome).not.toBe('whole');
        if (at < first) expect(outcome).toBe('refused');
      }),
      { numRuns: 120 },
    );
  });

  it.each([
    ['in another order', [0, 2, 1, 3, 4, 5]],
    ['with one left out', [0, 1, 3, 4, 5]],
    ['with one twice', [0, 1, 1, 2, 3, 4, 5]],
    ['with something behind its end', [0, 1, 2, 3, 4, 5, 1]],
  ])('of chunks %s is called damaged', async (_, order) => {
    const all = await parts();
    expect(await opened(concat(...order.map((index) => all[index] ?? new Uint8Array())))).toBe('damaged');
  });

  it('with chunks of another recording under the same passphrase is called damaged', async () => {
    const [one, other] = [await parts(), await parts()];
    const mixed = [...one.slice(0, 2), ...other.slice(2)];
    expect(await opened(concat(...mixed))).toBe('damaged');
    expect(await result()).toBe('....,');
  });

  it('that says its chunk is longer than any is not read for it', async () => {
    const all = await parts();
    const long = Uint8Array.of(0, 0x10, 0, 0);
    expect(await opened(concat(...all.slice(0, 2), long, new Uint8Array(100)))).toBe('damaged');
  });

  it('is told apart from other files, and from newer ones', async () => {
    const file = concat(...(await parts()));
    for (const other of [new Uint8Array(), text('RIFF'), file.subarray(0, HEAD_LENGTH - 1)])
      await expect(opened(other)).rejects.toMatchObject({ code: 'recording-not-ours' });
    const newer = file.slice();
    newer[8] = 2;
    await expect(opened(newer)).rejects.toMatchObject({ code: 'recording-newer' });
    const greedy = file.slice();
    greedy.set([0xff, 0xff, 0xff, 0xff], 10);
    await expect(opened(greedy)).rejects.toMatchObject({ code: 'recording-not-ours' });
    expect(new ByteReader(file.subarray(10)).uintBE(4)).toBe(8);
  });

  it('is never replaced by what is opened, by whatever name it is called; another file only when all is there', async () => {
    const file = concat(...(await parts()));
    const sealed = path.join(folder, 'sealed');
    await writeFile(sealed, file);
    await link(sealed, path.join(folder, 'hard'));
    await symlink(sealed, path.join(folder, 'soft'));
    const into = (name: string) =>
      openSealed({
        ...{ sealed, passphrase: PASSPHRASE, stretch },
        target: (source) =>
          openedBeside({ place: path.join(folder, name), sealed: source, steady: systemClocks.steady }),
      });
    for (const name of ['sealed', 'hard', 'soft'])
      await expect(into(name)).rejects.toMatchObject({ code: 'recording-same-file' });
    expect(new Uint8Array(await readFile(sealed))).toEqual(file);
    await writeFile(target, 'an older one');
    expect(await into('opened.webm')).toBe('whole');
    expect(await result()).toBe('good, world!');
    expect((await readdir(folder)).sort()).toEqual(['hard', 'opened.webm', 'sealed', 'soft']);
  });

  it('without its end is cut off, though all else was written', async () => {
    const key = await passphraseKey(stretch, PASSPHRASE, stretching, 'recording');
    const place = path.join(folder, 'torn');
    const sealer = sealRecording(key, stretching);
    const torn = await openRecordingFile({ place, sealer, steady: systemClocks.steady });
    for (const write of writes) await torn.write(write);
    await torn.finish(false);
    expect(await opened(await readFile(place))).toBe('cut-off');
    expect(await result()).toBe('good, world!');
  });

  it('whose writes leave bytes out is not of ours, whoever sealed it', async () => {
    const key = await passphraseKey(stretch, PASSPHRASE, stretching, 'recording');
    const sealer = sealRecording(key, stretching);
    const begin = sealer.begin();
    const gap = sealer.write({ position: 1, bytes: text('x') });
    expect(await opened(concat(begin, gap, sealer.end()))).toBe('damaged');
  });
});
