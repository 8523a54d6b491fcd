/**
 * What the host of a meeting signed, kept before anybody hears of it: one sealed record after the other, all of one
 * length, each bound to its place. What a crash cut off was never sent, and is left out.
 */
import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { concat, uintBE } from '../../shared/bytes';
import { randomBytes, xchachaPolyOpen, xchachaPolySeal } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import { MAX_STATEMENT_LENGTH } from '../../shared/membership/statement';

const NONCE_LENGTH = 24;
const CONTENT_LENGTH = 2 + MAX_STATEMENT_LENGTH;
/** 733 bytes. */
export const RECORD_LENGTH = NONCE_LENGTH + CONTENT_LENGTH + 16;

/**
 * At once and for good: on the disk when this returns. Throws if it cannot be, and leaves the file as it was.
 * @param key 32 bytes.
 */
export function appendStatement(file: string, key: Uint8Array, statement: Uint8Array): void {
  // Not for appending: Windows lets nobody cut such a file off.
  const descriptor = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    const place = nextPlace(descriptor);
    const record = sealed(key, place, statement);
    const at = place * RECORD_LENGTH;
    try {
      // What a crash left of a record is no part of the chain.
      ftruncateSync(descriptor, at);
      if (writeSync(descriptor, record, 0, record.length, at) !== record.length) throw new Error('cut off');
      fdatasyncSync(descriptor);
    } catch (error) {
      ftruncateSync(descriptor, at);
      throw error;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** In the order in which they were signed. Throws VigilError meeting-record-damaged. */
export async function readStatements(file: string, key: Uint8Array): Promise<Uint8Array[]> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new VigilError('meeting-record-damaged');
  }
  const whole = Math.floor(bytes.length / RECORD_LENGTH);
  const recordAt = (place: number): Uint8Array =>
    bytes.subarray(place * RECORD_LENGTH, (place + 1) * RECORD_LENGTH);
  const count = whole > 0 && isUnwritten(recordAt(whole - 1)) ? whole - 1 : whole;
  try {
    return Array.from({ length: count }, (_, place) => opened(key, place, recordAt(place)));
  } catch {
    throw new VigilError('meeting-record-damaged');
  }
}

/** Behind the last whole record. */
function nextPlace(descriptor: number): number {
  const whole = Math.floor(fstatSync(descriptor).size / RECORD_LENGTH);
  if (whole === 0) return 0;
  const last = new Uint8Array(RECORD_LENGTH);
  readSync(descriptor, last, 0, last.length, (whole - 1) * RECORD_LENGTH);
  return isUnwritten(last) ? whole - 1 : whole;
}

/** Some file systems keep the length before a crash and not the bytes. A written record begins with a random nonce. */
function isUnwritten(record: Uint8Array): boolean {
  return record.every((byte) => byte === 0);
}

function sealed(key: Uint8Array, place: number, statement: Uint8Array): Uint8Array {
  const content = new Uint8Array(CONTENT_LENGTH);
  content.set(concat(uintBE(statement.length, 2), statement));
  const nonce = randomBytes(NONCE_LENGTH);
  return concat(nonce, xchachaPolySeal(key, nonce, uintBE(place, 4), content));
}

function opened(key: Uint8Array, place: number, record: Uint8Array): Uint8Array {
  const nonce = record.subarray(0, NONCE_LENGTH);
  const content = xchachaPolyOpen(key, nonce, uintBE(place, 4), record.subarray(NONCE_LENGTH));
  const length = ((content[0] ?? 0) << 8) | (content[1] ?? 0);
  return content.slice(2, 2 + length);
}
