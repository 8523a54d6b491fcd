/** Bytes in and out: concatenation, big-endian integers, hex, base64url, and a reader that never runs over. */

export const EMPTY = new Uint8Array(0);

/** Joins byte strings into one new array. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** ASCII label as bytes; throws RangeError on anything else, so that labels stay unambiguous. */
export function ascii(label: string): Uint8Array {
  return Uint8Array.from(label, (character) => {
    const code = character.charCodeAt(0);
    if (code > 0x7f) throw new RangeError('label is not ASCII');
    return code;
  });
}

/** Unsigned integer of `length` bytes (1 to 6), big-endian. Throws RangeError if it does not fit. */
export function uintBE(value: number, length: 1 | 2 | 3 | 4 | 5 | 6): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value >= 256 ** length)
    throw new RangeError('integer out of range');
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let index = length - 1; index >= 0; index--) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

/** Unsigned 64-bit integer, big-endian. */
export function u64BE(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value);
  return bytes;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += HEX[byte] ?? '';
  return hex;
}

/** Throws RangeError on an odd length or a character that is not a hex digit. */
export function fromHex(hex: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw new RangeError('not hex');
  const bytes = new Uint8Array(hex.length / 2);
  for (let index = 0; index < bytes.length; index++)
    bytes[index] = Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16);
  return bytes;
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const NO_SEXTET = 0xff;
/** By character code. */
const SEXTETS = new Uint8Array(128).fill(NO_SEXTET);
for (let value = 0; value < BASE64URL.length; value++) SEXTETS[BASE64URL.charCodeAt(value)] = value;

/** RFC 4648 section 5, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(index, index + 3);
    const group = (a << 16) | (b << 8) | c;
    const characters = Math.min(bytes.length - index, 3) + 1;
    for (let place = 0; place < characters; place++)
      text += BASE64URL[(group >> (18 - 6 * place)) & 63] ?? '';
  }
  return text;
}

/** RFC 4648 section 5, without padding. Throws RangeError on other characters or a length that no bytes have. */
export function fromBase64Url(text: string): Uint8Array {
  if (text.length % 4 === 1) throw new RangeError('not base64url');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let group = 0;
  let bits = 0;
  let offset = 0;
  for (let index = 0; index < text.length; index++) {
    const value = SEXTETS[text.charCodeAt(index)] ?? NO_SEXTET;
    if (value === NO_SEXTET) throw new RangeError('not base64url');
    group = ((group << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[offset++] = (group >> bits) & 0xff;
    }
  }
  return bytes;
}

/** Public values only: the time it takes tells where two byte strings differ. */
export function equalPublic(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

/** Orders public byte strings, shorter first when one begins the other. */
export function comparePublic(a: Uint8Array, b: Uint8Array): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Reads fields in order. Every method throws RangeError instead of reading past the end. */
export class ByteReader {
  #offset = 0;

  constructor(readonly bytes: Uint8Array) {}

  get remaining(): number {
    return this.bytes.length - this.#offset;
  }

  /** A copy of the next `length` bytes. */
  take(length: number): Uint8Array {
    if (length < 0 || length > this.remaining) throw new RangeError('not enough bytes');
    this.#offset += length;
    return this.bytes.slice(this.#offset - length, this.#offset);
  }

  rest(): Uint8Array {
    return this.take(this.remaining);
  }

  uintBE(length: 1 | 2 | 3 | 4 | 5 | 6): number {
    return this.take(length).reduce((value, byte) => value * 256 + byte, 0);
  }

  u64BE(): bigint {
    const bytes = this.take(8);
    return new DataView(bytes.buffer).getBigUint64(0);
  }

  end(): void {
    if (this.remaining !== 0) throw new RangeError('bytes left over');
  }
}
