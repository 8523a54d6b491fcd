import { beforeAll, describe, expect, it } from 'vitest';
import { concat, equalPublic } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { PieceOpener, PieceSealer, tagOf } from '../../../../shared/files/file-key';
import { CHUNK_LENGTH, PIECE_LENGTH, SEALED_PIECE_LENGTH } from '../../../../shared/files/limits';
import { eachPiece } from '../../../../shared/files/pieces';
import { seededRandom } from '../../../support/world/random';

beforeAll(cryptoReady);

const random = seededRandom('file key');
const use = () => ({ key: random(32), id: random(16), from: 3 });
const block = new Uint8Array(2 * PIECE_LENGTH + 5).map((_, index) => index % 251);

describe('the pieces of a file', () => {
  it('are of one length whatever is in them, and come out in order', () => {
    const about = use();
    const [sealer, opener] = [new PieceSealer(about), new PieceOpener(about)];
    for (const length of [0, 1, PIECE_LENGTH, PIECE_LENGTH + 1, CHUNK_LENGTH]) {
      const pieces = eachPiece(sealer.seal(new Uint8Array(length).fill(7)));
      expect(pieces).toHaveLength(Math.max(1, Math.ceil(length / PIECE_LENGTH)));
      for (const piece of pieces) expect(piece).toHaveLength(SEALED_PIECE_LENGTH);
      const opened = concat(...pieces.map((piece) => opener.open(piece)!));
      expect(opened.subarray(0, length).every((byte) => byte === 7)).toBe(true);
      expect(opened.subarray(length).every((byte) => byte === 0)).toBe(true);
    }
  });

  it('are not taken twice, early, altered, cut, or by what is sealed for another file, chunk or key', () => {
    const about = use();
    const opener = new PieceOpener(about);
    const [first, second, third] = eachPiece(new PieceSealer(about).seal(block)) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    expect(opener.open(second)).toBeNull();
    for (const place of [0, 9, 20, SEALED_PIECE_LENGTH - 1]) {
      const altered = first.slice();
      altered[place]! ^= 1;
      expect(opener.open(altered)).toBeNull();
    }
    expect(opener.open(first.subarray(1))).toBeNull();
    for (const other of [
      { ...about, id: random(16) },
      { ...about, from: 4 },
      { ...about, key: random(32) },
    ]) {
      const [foreign] = eachPiece(new PieceSealer(other).seal(block)) as [Uint8Array];
      expect(opener.open(foreign)).toBeNull();
      // Also if it says that it is one of ours.
      expect(opener.open(concat(opener.tag, foreign.subarray(8)))).toBeNull();
    }
    expect(opener.open(first)).not.toBeNull();
    expect(opener.open(first)).toBeNull();
    expect(opener.open(second)).not.toBeNull();
    expect(opener.open(third)).not.toBeNull();
  });

  it('show nothing of the key in their tag, and none is sealed or opened after the end', () => {
    const about = use();
    expect(equalPublic(tagOf(about.key), about.key.slice(0, 8))).toBe(false);
    const [sealer, opener] = [new PieceSealer(about), new PieceOpener(about)];
    const [piece] = eachPiece(sealer.seal(block)) as [Uint8Array];
    sealer.end();
    opener.end();
    expect(() => sealer.seal(block)).toThrow();
    expect(opener.open(piece)).toBeNull();
  });

  it('never have the same nonce under one key', () => {
    const sealer = new PieceSealer(use());
    const counters = [sealer.seal(block), sealer.seal(block)].flatMap(eachPiece).map((piece) => piece[15]);
    expect(counters).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
