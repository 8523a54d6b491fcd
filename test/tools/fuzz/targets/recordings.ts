/** Sealed recordings: the file as it lies on a disk, and what stands in a chunk that is genuine. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { concat, uintBE } from '../../../../shared/bytes';
import { streamSealer } from '../../../../shared/crypto/sodium';
import { openSealed } from '../../../../main/recording/open-sealed';
import {
  HEAD_LENGTH,
  readHead,
  sealRecording,
  type RecordingWrite,
} from '../../../../main/recording/sealed-format';
import { encodeStretching, passphraseKey, type Stretch } from '../../../../main/vault/stretch';
import { bytesOf, must, type FuzzTarget } from '../target';
import { filled } from './samples';

const stretching = { salt: filled(16, 1), memoryKiB: 8, passes: 1 };
/** As Argon2id, but at once. */
const stretch: Stretch = () => Promise.resolve(filled(32, 2));
const key = await passphraseKey(stretch, 'word', stretching, 'recording');

const writes: readonly RecordingWrite[] = [
  { position: 0, bytes: bytesOf('....,') },
  { position: 5, bytes: bytesOf(' world') },
  { position: 0, bytes: bytesOf('good') },
];

function fileOf(count: number, hasEnd: boolean): Uint8Array {
  const sealer = sealRecording(key, stretching);
  const written = writes.slice(0, count).map((write) => sealer.write(write));
  return concat(sealer.begin(), ...written, hasEnd ? sealer.end() : new Uint8Array());
}

const folder = mkdtempSync(path.join(tmpdir(), 'vigil-fuzz-recordings-'));
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});
const sealed = path.join(folder, 'sealed');

const isSame = (a: RecordingWrite | undefined, b: RecordingWrite): boolean =>
  a?.position === b.position && Buffer.compare(a.bytes, b.bytes) === 0;

export const recordings: readonly FuzzTarget[] = [
  {
    name: 'sealed-recording',
    refuses: 'vigil-error',
    maxLength: 400,
    seeds: () => [fileOf(3, true), fileOf(1, false), fileOf(0, true)],
    words: ['VIGILREC'],
    run: async (bytes) => {
      writeFileSync(sealed, bytes);
      const opened: RecordingWrite[] = [];
      let finished = 0;
      const end = await openSealed({
        ...{ sealed, passphrase: 'word', stretch },
        target: () =>
          Promise.resolve({
            write: (write) => {
              opened.push(write);
              return Promise.resolve();
            },
            finish: () => {
              finished++;
              return Promise.resolve();
            },
            abandon: () => Promise.resolve(),
          }),
      });
      must(finished === 1 && end !== 'none', 'opened, and not finished');
      // Of whatever was bent only what was sealed comes out, in its order.
      must(
        opened.every((write, index) => isSame(writes[index], write)),
        'what was not sealed',
      );
    },
  },
  {
    name: 'sealed-recording-chunk',
    refuses: 'none',
    maxLength: 200,
    seeds: () => [
      concat(Uint8Array.of(0), uintBE(0, 6), bytesOf('words')),
      concat(Uint8Array.of(0), uintBE(1, 6), bytesOf('words')),
      Uint8Array.of(1),
    ],
    run: (bytes) => {
      const { header, seal } = streamSealer(key);
      const head = concat(bytesOf('VIGILREC'), Uint8Array.of(1), encodeStretching(stretching), header);
      must(head.length === HEAD_LENGTH, 'a head of another length');
      const opener = readHead(head).open(key);
      must(opener.proves(seal(new Uint8Array(), head, false)), 'a passphrase that is not proved');
      const plain = bytes.subarray(1);
      const isLast = (bytes[0] ?? 0) % 2 === 1;
      const opened = opener.next(seal(plain, head, isLast));
      must((opened.state === 'end') === (isLast && plain.length === 0), 'an end that is none');
      if (opened.state !== 'write') return;
      const { write } = opened;
      must(write.position === 0 && !isLast, 'bytes are left out');
      must(Buffer.compare(concat(uintBE(0, 6), write.bytes), plain) === 0, 'a chunk of two forms');
    },
  },
];
