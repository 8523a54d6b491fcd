/**
 * What seals the pieces of one file, from one chunk on, to one receiver (docs/protocol.md, Files). The receiver draws
 * the key anew each time it accepts, so no nonce is ever used twice.
 */
import { ascii, ByteReader, concat, equalPublic, u64BE, uintBE } from '../bytes';
import { chachaPolyOpen, chachaPolySeal, deriveKey, wipe } from '../crypto/sodium';
import { chachaPolyNonce } from '../noise/cipher-state';
import { PIECE_LENGTH, SEALED_PIECE_LENGTH, TAG_LENGTH } from './limits';

const LABEL = ascii('vigil-file-1');
const CONTEXT = 'vgl-file';

export interface FileKeyUse {
  /** 32 bytes, random, from the receiver's `accept`. */
  key: Uint8Array;
  /** 16 bytes. */
  id: Uint8Array;
  /** The first chunk. */
  from: number;
}

/** 8 bytes in front of each piece that is sealed by this key. */
export function tagOf(key: Uint8Array): Uint8Array {
  return deriveKey(key, 2, CONTEXT).slice(0, TAG_LENGTH);
}

abstract class FileKey {
  /** 8 bytes. */
  readonly tag: Uint8Array;
  protected readonly key: Uint8Array;
  protected readonly about: Uint8Array;
  protected next = 0n;
  protected isOver = false;

  constructor({ key, id, from }: FileKeyUse) {
    this.tag = tagOf(key);
    this.key = deriveKey(key, 1, CONTEXT);
    this.about = concat(LABEL, id, uintBE(from, 4));
  }

  /** Afterwards it is of no use. */
  end(): void {
    this.isOver = true;
    wipe(this.key);
  }
}

export class PieceSealer extends FileKey {
  /**
   * Pieces of 16,384 bytes each, one after the other. Throws after its end. @param block what is cut into them; the
   * last one is filled up with zeros.
   */
  seal(block: Uint8Array): Uint8Array {
    if (this.isOver) throw new Error('the key is wiped');
    const count = Math.max(1, Math.ceil(block.length / PIECE_LENGTH));
    const pieces = new Uint8Array(count * SEALED_PIECE_LENGTH);
    for (let index = 0; index < count; index++) {
      const counter = this.next++;
      const piece = filledUp(block.subarray(index * PIECE_LENGTH, (index + 1) * PIECE_LENGTH));
      const at = index * SEALED_PIECE_LENGTH;
      pieces.set(this.tag, at);
      pieces.set(u64BE(counter), at + TAG_LENGTH);
      const sealed = chachaPolySeal(this.key, chachaPolyNonce(counter), this.about, piece);
      pieces.set(sealed, at + SEALED_PIECE_LENGTH - sealed.length);
    }
    return pieces;
  }
}

function filledUp(piece: Uint8Array): Uint8Array {
  if (piece.length === PIECE_LENGTH) return piece;
  const filled = new Uint8Array(PIECE_LENGTH);
  filled.set(piece);
  return filled;
}

export class PieceOpener extends FileKey {
  /** 16,352 bytes; null for what is not the next genuine piece, and then nothing is changed. Never throws. */
  open(sealed: Uint8Array): Uint8Array | null {
    if (this.isOver || sealed.length !== SEALED_PIECE_LENGTH) return null;
    const reader = new ByteReader(sealed);
    if (!equalPublic(reader.take(TAG_LENGTH), this.tag) || reader.u64BE() !== this.next) return null;
    let piece;
    try {
      piece = chachaPolyOpen(this.key, chachaPolyNonce(this.next), this.about, reader.rest());
    } catch {
      return null;
    }
    this.next++;
    return piece;
  }
}
