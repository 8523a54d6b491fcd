/** Files that somebody offers: what is said of them, their chunks, and their names. */
import { concat, uintBE } from '../../../../shared/bytes';
import { utf8 } from '../../../../shared/crypto/sodium';
import { safeFileName } from '../../../../shared/files/file-name';
import { checkedChunk, FileTree } from '../../../../shared/files/file-tree';
import { CHUNK_LENGTH } from '../../../../shared/files/limits';
import { MAX_SHOWN_PIXELS, pictureIn } from '../../../../shared/files/picture';
import {
  decodeFileStep,
  encodeFileStep,
  FILE_BODY_LENGTH,
  type FileStep,
} from '../../../../shared/meeting/messages/file-messages';
import { must, type FuzzTarget } from '../target';
import { filled } from './samples';

const id = filled(16, 3);
const steps: readonly FileStep[] = [
  { s: 'offer', id, size: 700_000, name: 'letter.pdf', root: filled(32, 4), all: true },
  { s: 'accept', id, from: 2, key: filled(32, 5) },
  { s: 'taken', id, chunks: 3 },
  { s: 'hold', id },
  { s: 'go', id },
  { s: 'end', id, why: 'declined' },
];

/** Of four chunks, none of which anybody has. */
const treeOfFour = (): FileTree =>
  new FileTree(
    3 * CHUNK_LENGTH + 40,
    [1, 2, 3, 4].map((byte) => filled(32, byte)),
  );

export const files: readonly FuzzTarget[] = [
  {
    name: 'file-step',
    refuses: 'none',
    maxLength: 512,
    seeds: () =>
      steps.flatMap((step) => {
        const { body } = encodeFileStep(step);
        return [concat(Uint8Array.of(0), body.subarray(0, 511)), concat(Uint8Array.of(1), contentOf(body))];
      }),
    words: ['offer', 'accept', 'taken', 'hold', 'go', 'end', 'declined', 'chunks', 'root', 'size'],
    run: (bytes) => {
      const rest = bytes.subarray(1);
      const body = new Uint8Array(FILE_BODY_LENGTH);
      body.set(bytes[0] === 0 ? rest : concat(uintBE(Math.min(rest.length, 510), 2), rest.subarray(0, 510)));
      const step = decodeFileStep({ body });
      if (step) must(decodeFileStep(encodeFileStep(step)) !== null, 'a step that cannot be said again');
    },
  },
  {
    name: 'file-chunk',
    refuses: 'none',
    maxLength: 700,
    seeds: () => [
      concat(Uint8Array.of(0, 0), filled(5, 1)),
      concat(Uint8Array.of(2, 1), treeOfFour().proof(1), filled(40, 2)),
    ],
    run: (bytes) => {
      const [index = 0, large = 0] = bytes;
      const block = bytes.subarray(2);
      const size = large === 0 ? block.length : 3 * CHUNK_LENGTH + block.length;
      must(
        checkedChunk(block, index, { size, root: treeOfFour().root }) === null,
        'a chunk that is not of the file',
      );
    },
  },
  {
    name: 'file-name',
    refuses: 'none',
    maxLength: 600,
    seeds: () =>
      ['../../x', 'CON.txt', 'a\u202efdp.exe', '.hidden', 'a'.repeat(300)].map((text) => utf8(text)),
    words: ['..', '/', '\\', 'CON', 'nul', ':', '.txt'],
    run: (bytes) => {
      const safe = safeFileName(new TextDecoder().decode(bytes));
      must(utf8(safe).length <= 200 && safe !== '', 'a name too long, or none');
      must(!/[/\\:\p{Cc}]|^\.|[. ]$/u.test(safe), 'a name that leads elsewhere');
    },
  },
  {
    name: 'picture',
    refuses: 'none',
    maxLength: 400,
    seeds: () => [
      concat(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), uintBE(640, 4), uintBE(480, 4)),
      concat(
        Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 1, 224, 2, 128),
        filled(9, 1),
      ),
      ...['VP8X', 'VP8L/', 'VP8 '].map((chunk) => utf8(`RIFF1234WEBP${chunk}1234${'x'.repeat(20)}`)),
    ],
    words: ['\u0089PNG', 'IHDR', 'RIFF', 'WEBP', 'VP8X'],
    run: (bytes) => {
      const facts = pictureIn(bytes);
      if (facts === null) return;
      const { width, height } = facts;
      must(width > 0 && height > 0 && width * height <= MAX_SHOWN_PIXELS, 'a picture of no bounded size');
    },
  },
];

function contentOf(body: Uint8Array): Uint8Array {
  return body.subarray(2, 2 + ((body[0] ?? 0) << 8) + (body[1] ?? 0));
}
