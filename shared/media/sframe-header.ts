/** The SFrame header (RFC 9605, section 4.3): key id and counter, each inline below 8, else minimal big-endian. */
import { concat } from '../bytes';

export interface SframeHeader {
  keyId: bigint;
  counter: bigint;
}

const MAX_U64 = 2n ** 64n - 1n;

function minimalBytes(value: bigint): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 8n) bytes.unshift(Number(rest & 0xffn));
  return Uint8Array.from(bytes.length === 0 ? [0] : bytes);
}

/** The four bits of one field in the config byte, and the bytes that follow it. */
function field(value: bigint): { bits: number; bytes: Uint8Array } {
  if (value < 0n || value > MAX_U64) throw new RangeError('SFrame field out of range');
  if (value < 8n) return { bits: Number(value), bytes: new Uint8Array(0) };
  const bytes = minimalBytes(value);
  return { bits: 0x8 | (bytes.length - 1), bytes };
}

/** 1 to 17 bytes. */
export function encodeSframeHeader({ keyId, counter }: SframeHeader): Uint8Array {
  const key = field(keyId);
  const count = field(counter);
  return concat(Uint8Array.of((key.bits << 4) | count.bits), key.bytes, count.bytes);
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
    const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    if (value < 8n || (length > 1 && bytes[0] === 0))
      throw new RangeError('SFrame header not in shortest form');
    return value;
  };
  const keyId = read(config >> 4);
  const counter = read(config & 0xf);
  return { header: { keyId, counter }, length: offset };
}
