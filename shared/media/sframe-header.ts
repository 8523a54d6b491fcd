/** The SFrame header (RFC 9605, section 4.3): key id and counter, each inline below 8, else minimal big-endian. */
import { u64BE } from '../bytes';

export interface SframeHeader {
  keyId: bigint;
  counter: bigint;
}

const MAX_U64 = 2n ** 64n - 1n;

/** A header is made and read for every frame: numbers that a plain number holds are kept out of BigInt's way. */
const MAX_PLAIN_BYTES = 6;

/** How many bytes follow the config byte for this field. */
function bytesFor(value: bigint): number {
  if (value < 0n || value > MAX_U64) throw new RangeError('SFrame field out of range');
  if (value < 8n) return 0;
  if (value >= 2n ** 48n) return value < 2n ** 56n ? 7 : 8;
  let length = 1;
  for (let bound = 256; Number(value) >= bound; bound *= 256) length++;
  return length;
}

/** The four bits of one field in the config byte. */
function configBits(value: bigint, length: number): number {
  return length === 0 ? Number(value) : 0x8 | (length - 1);
}

function writeField(header: Uint8Array, offset: number, value: bigint, length: number): void {
  if (length > MAX_PLAIN_BYTES) {
    header.set(u64BE(value).subarray(8 - length), offset);
    return;
  }
  let rest = Number(value);
  for (let index = offset + length - 1; index >= offset; index--) {
    header[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

function readField(bytes: Uint8Array): bigint {
  if (bytes.length > MAX_PLAIN_BYTES) return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let value = 0;
  for (const byte of bytes) value = value * 256 + byte;
  return BigInt(value);
}

/** 1 to 17 bytes. */
export function encodeSframeHeader({ keyId, counter }: SframeHeader): Uint8Array {
  const keyLength = bytesFor(keyId);
  const counterLength = bytesFor(counter);
  const header = new Uint8Array(1 + keyLength + counterLength);
  header[0] = (configBits(keyId, keyLength) << 4) | configBits(counter, counterLength);
  writeField(header, 1, keyId, keyLength);
  writeField(header, 1 + keyLength, counter, counterLength);
  return header;
}

/** Throws RangeError if the frame is shorter than its header says, or the header is not the shortest form. */
export function decodeSframeHeader(frame: Uint8Array): { header: SframeHeader; length: number } {
  const config = frame[0];
  if (config === undefined) throw new RangeError('SFrame header missing');
  let offset = 1;
  const read = (bits: number): bigint => {
    if ((bits & 0x8) === 0) return BigInt(bits);
    const length = (bits & 0x7) + 1;
    if (offset + length > frame.length) throw new RangeError('SFrame header cut off');
    const bytes = frame.subarray(offset, offset + length);
    offset += length;
    const value = readField(bytes);
    if (value < 8n || (length > 1 && bytes[0] === 0))
      throw new RangeError('SFrame header not in shortest form');
    return value;
  };
  const keyId = read(config >> 4);
  const counter = read(config & 0xf);
  return { header: { keyId, counter }, length: offset };
}
