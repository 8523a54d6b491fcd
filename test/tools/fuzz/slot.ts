/** The case that is being tried, in a file: it is still there when whoever tried it is not. */
import { openSync, readFileSync, writeSync } from 'node:fs';
import { concat, u64BE } from '../../../shared/bytes';

const HEAD = 8;

export interface Assignment {
  target: string;
  /** The slot's file. */
  slot: string;
  /** In base64url. */
  corpus: readonly string[];
  seed: number;
  maxCases: number;
  maxMilliseconds: number;
}

/** Keeps each case, with how many there were. */
export function writeSlot(file: string): (bytes: Uint8Array) => void {
  const descriptor = openSync(file, 'w', 0o600);
  let count = 0n;
  return (bytes) => {
    const whole = concat(u64BE(++count), new Uint8Array([bytes.length >> 8, bytes.length]), bytes);
    writeSync(descriptor, whole, 0, whole.length, 0);
  };
}

export function readSlot(file: string): { count: number; bytes: Uint8Array } {
  const whole = readFileSync(file);
  if (whole.length < HEAD + 2) return { count: 0, bytes: new Uint8Array(0) };
  const length = whole.readUInt16BE(HEAD);
  return { count: Number(whole.readBigUInt64BE()), bytes: whole.subarray(HEAD + 2, HEAD + 2 + length) };
}
