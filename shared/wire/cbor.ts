/** CBOR (RFC 8949), deterministic and strict: no duplicate keys, no tags, no indefinite lengths. */
import { decode, encode, Tokenizer, Type, type Token } from 'cborg';
import { fromUtf8 } from '../crypto/sodium';

export type CborValue =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly CborValue[]
  | { readonly [key: string]: CborValue };

export function encodeCbor(value: CborValue): Uint8Array {
  return encode(value);
}

const strict = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowNaN: false,
  allowInfinity: false,
  allowBigInt: false,
  rejectDuplicateMapKeys: true,
  retainStringBytes: true,
} as const;

/** The library reads bytes that are not UTF-8 as U+FFFD: two texts would be one, and a key another. */
class Utf8Tokenizer extends Tokenizer {
  override next(): Token {
    const token = super.next();
    const isText = Type.equals(token.type, Type.string);
    if (isText && String(token.value).includes('\ufffd')) fromUtf8(token.byteValue ?? new Uint8Array());
    return token;
  }
}

/**
 * Throws on anything malformed, on text that is not UTF-8, and on bytes left over. The result still has to pass a
 * schema.
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  return decode(bytes, { ...strict, tokenizer: new Utf8Tokenizer(bytes, strict) });
}
