/** Sealed pieces of files as they are handed over: one after the other in one array, which costs least. */
import { SEALED_PIECE_LENGTH } from './limits';

/** Each of 16,384 bytes, without a copy. @param pieces a multiple of that; what is left over is left out. */
export function eachPiece(pieces: Uint8Array): Uint8Array[] {
  return Array.from({ length: pieceCount(pieces) }, (_, index) =>
    pieces.subarray(index * SEALED_PIECE_LENGTH, (index + 1) * SEALED_PIECE_LENGTH),
  );
}

export function pieceCount(pieces: Uint8Array): number {
  return Math.floor(pieces.length / SEALED_PIECE_LENGTH);
}
