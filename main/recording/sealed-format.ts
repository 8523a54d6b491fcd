/**
 * A recording that is sealed while it is written (docs/protocol.md, A sealed recording):
 * `magic8 ‖ version u8 ‖ stretching22 ‖ header24`, then chunks of `length u32 ‖ sealed`. Opened, the first chunk is empty
 * and proves the passphrase; each other is one write, `position u48 ‖ bytes`; the last is empty, and marked. Pure bytes.
 */
import { ascii, ByteReader, concat, equalPublic, uintBE } from '../../shared/bytes';
import {
  STREAM_HEADER_LENGTH,
  STREAM_OVERHEAD,
  streamOpener,
  streamSealer,
} from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import { MAX_RECORDING_LENGTH, MAX_RECORDING_WRITE } from '../../shared/ipc';
import { encodeStretching, readStretching, type Stretching } from '../vault/stretch';

const MAGIC = ascii('VIGILREC');
const VERSION = 1;
const POSITION_LENGTH = 6;
export const HEAD_LENGTH = 8 + 1 + 22 + STREAM_HEADER_LENGTH;
/** Of the length before each chunk. */
export const PREFIX_LENGTH = 4;
export const MAX_CHUNK_LENGTH = STREAM_OVERHEAD + POSITION_LENGTH + MAX_RECORDING_WRITE;

export interface RecordingWrite {
  position: number;
  bytes: Uint8Array;
}

/** What is appended to the file: first `begin`, then each write, then `end`. */
export interface RecordingSealer {
  begin: () => Uint8Array;
  write: (write: RecordingWrite) => Uint8Array;
  end: () => Uint8Array;
}

/** @param key of the passphrase, 32 bytes. */
export function sealRecording(key: Uint8Array, stretching: Stretching): RecordingSealer {
  const { header, seal } = streamSealer(key);
  const head = concat(MAGIC, Uint8Array.of(VERSION), encodeStretching(stretching), header);
  const chunk = (plain: Uint8Array, isLast: boolean): Uint8Array => {
    const sealed = seal(plain, head, isLast);
    return concat(uintBE(sealed.length, PREFIX_LENGTH), sealed);
  };
  return {
    begin: () => concat(head, chunk(new Uint8Array(), false)),
    write: ({ position, bytes }) => chunk(concat(uintBE(position, POSITION_LENGTH), bytes), false),
    end: () => chunk(new Uint8Array(), true),
  };
}

export interface RecordingHead {
  stretching: Stretching;
  /** Of the chunks that follow, with the key of the passphrase. */
  open: (key: Uint8Array) => RecordingOpener;
}

export type Opened = { state: 'write'; write: RecordingWrite } | { state: 'end' } | { state: 'not-genuine' };

export interface RecordingOpener {
  /** Whether the first chunk is of this key. */
  proves: (sealed: Uint8Array) => boolean;
  next: (sealed: Uint8Array) => Opened;
}

/** Throws VigilError recording-not-ours, recording-newer. */
export function readHead(head: Uint8Array): RecordingHead {
  const magic = head.subarray(0, MAGIC.length);
  if (head.length < HEAD_LENGTH || !equalPublic(magic, MAGIC)) throw new VigilError('recording-not-ours');
  const reader = new ByteReader(head);
  reader.take(MAGIC.length);
  if (reader.uintBE(1) > VERSION) throw new VigilError('recording-newer');
  try {
    const stretching = readStretching(reader);
    const header = reader.take(STREAM_HEADER_LENGTH);
    return { stretching, open: (key) => opener(key, header, head.subarray(0, HEAD_LENGTH)) };
  } catch {
    throw new VigilError('recording-not-ours');
  }
}

function opener(key: Uint8Array, header: Uint8Array, head: Uint8Array): RecordingOpener {
  const open = streamOpener(key, header);
  /** How far the file goes so far: nothing is left out. */
  let length = 0;
  return {
    proves: (sealed) => {
      const first = open(sealed, head);
      return first?.plain.length === 0 && !first.isLast;
    },
    next: (sealed) => {
      const chunk = open(sealed, head);
      if (chunk?.isLast === true && chunk.plain.length === 0) return { state: 'end' };
      const write = chunk === null || chunk.isLast ? null : readWrite(chunk.plain);
      if (write === null || write.position > length) return { state: 'not-genuine' };
      length = Math.max(length, write.position + write.bytes.length);
      return { state: 'write', write };
    },
  };
}

function readWrite(plain: Uint8Array): RecordingWrite | null {
  if (plain.length <= POSITION_LENGTH) return null;
  const reader = new ByteReader(plain);
  const position = reader.uintBE(POSITION_LENGTH);
  const bytes = reader.rest();
  return position + bytes.length <= MAX_RECORDING_LENGTH ? { position, bytes } : null;
}
