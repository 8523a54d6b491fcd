/** Files of a simulated computer: bytes that are offered, and places where others arrive. */
import { equalPublic } from '../../../shared/bytes';
import { FileTree, leafOf } from '../../../shared/files/file-tree';
import { CHUNK_LENGTH, chunkCount, chunkLength } from '../../../shared/files/limits';
import type { FileSink, Written } from '../../../shared/meeting/files/file-ports';
import type { FileToOffer } from '../../../shared/meeting/files/outgoing-file';

/** Bytes that differ from chunk to chunk and within each. */
export function bytesOf(length: number): Uint8Array {
  return new Uint8Array(length).map((_, index) => (index * 31 + Math.floor(index / CHUNK_LENGTH)) % 253);
}

export function offeredOf(name: string, bytes: Uint8Array): FileToOffer & { closed: () => boolean } {
  const size = bytes.length;
  const chunkAt = (index: number): Uint8Array =>
    bytes.slice(index * CHUNK_LENGTH, index * CHUNK_LENGTH + chunkLength(size, index));
  const leaves = Array.from({ length: chunkCount(size) }, (_, index) => leafOf(index, chunkAt(index)));
  let isClosed = false;
  return {
    name,
    size,
    tree: new FileTree(size, leaves),
    source: {
      read: (at, length, then) => {
        then(isClosed ? null : bytes.slice(at, at + length));
      },
      close: () => {
        isClosed = true;
      },
    },
    closed: () => isClosed,
  };
}

/** A place on a disk that may be full. */
export class Place implements FileSink {
  readonly bytes: Uint8Array;
  /** Bytes that there is room for. */
  room = Infinity;
  written = 0;
  writes = 0;
  state: 'open' | 'finished' | 'discarded' = 'open';

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }

  write(at: number, bytes: Uint8Array, then: (outcome: Written) => void): void {
    if (at + bytes.length > this.room) {
      then('full');
      return;
    }
    this.bytes.set(bytes, at);
    this.writes++;
    this.written += bytes.length;
    then('done');
  }

  finish(then: (outcome: Written) => void): void {
    this.state = 'finished';
    then('done');
  }

  discard(): void {
    this.state = 'discarded';
  }

  /** All is there, bit for bit. */
  holds(bytes: Uint8Array): boolean {
    return this.state === 'finished' && equalPublic(this.bytes, bytes);
  }
}
