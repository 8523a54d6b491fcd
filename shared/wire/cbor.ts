/** CBOR (RFC 8949), deterministic and strict: no duplicate keys, no tags, no indefinite lengths. */
import { decode, encode } from 'cborg';

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

/** Throws on anything malformed, and on bytes left over. The result still has to pass a schema. */
export function decodeCbor(bytes: Uint8Array): unknown {
  return decode(bytes, {
    strict: true,
    allowIndefinite: false,
    allowUndefined: false,
    allowNaN: false,
    allowInfinity: false,
    allowBigInt: false,
    rejectDuplicateMapKeys: true,
  });
}
