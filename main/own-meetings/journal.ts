/**
 * What the host of a meeting signed, kept before anybody hears of it: one sealed record after the other, all of one
 * length, each bound to its place. What a crash cut off was never sent, and is left out.
 */
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { concat, uintBE } from '../../shared/bytes';
import { randomBytes, xchachaPolyOpen, xchachaPolySeal } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import { MAX_STATEMENT_LENGTH } from '../../shared/meeting/membership/statement';

const NONCE_LENGTH = 24;
const CONTENT_LENGTH = 2 + MAX_STATEMENT_LENGTH;
/** 733 bytes. */
export const RECORD_LENGTH = NONCE_LENGTH + CONTENT_LENGTH + 16;

/**
 * At once and for good: on the disk when this returns. Throws if it cannot be, and leaves the file as it was.
 * @param key 32 bytes.
 */
export function appendStatement(file: string, key: Uint8Array, statement: Uint8Array): void {
  const descriptor = openSync(file, 'a', 0o600);
  try {
    const place = Math.floor(fstatSync(descriptor).size / RECORD_LENGTH);
    const record = sealed(key, place, statement);
    try {
      // What a crash left of a record is no part of the chain.
      ftruncateSync(descriptor, place * RECORD_LENGTH);
      if (writeSync(descriptor, record) !== record.length) throw new Error('cut off');
      fdatasyncSync(descriptor);
    } catch (error) {
      ftruncateSync(descriptor, place * RECORD_LENGTH);
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
  const count = Math.floor(bytes.length / RECORD_LENGTH);
  try {
    return Array.from({ length: count }, (_, place) =>
      opened(key, place, bytes.subarray(place * RECORD_LENGTH, (place + 1) * RECORD_LENGTH)),
    );
  } catch {
    throw new VigilError('meeting-record-damaged');
  }
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
