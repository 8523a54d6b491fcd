/**
 * Hints in an invite link: type-length-value, untrusted, shown as such. Unknown types are skipped.
 * `type u8 ‖ length u16 ‖ value`.
 */
import { ByteReader, concat, uintBE } from '../bytes';
import { fromUtf8, utf8 } from '../crypto/sodium';

const TITLE = 1;
const RELAY = 2;
export const MAX_TITLE_BYTES = 64;
const MAX_RELAY_BYTES = 256;

export interface Hints {
  /** At most 64 bytes of UTF-8; empty when the organiser gave none. */
  title: string;
  /** Relays on which the organiser listens. */
  relays: string[];
}

function entry(type: number, text: string): Uint8Array {
  const value = utf8(text);
  return concat(Uint8Array.of(type), uintBE(value.length, 2), value);
}

export function encodeHints(hints: Hints): Uint8Array {
  const title = hints.title === '' ? [] : [entry(TITLE, hints.title)];
  return concat(...title, ...hints.relays.map((relay) => entry(RELAY, relay)));
}

/** Throws RangeError where an entry runs past the end, TypeError on text that is not UTF-8. */
export function decodeHints(bytes: Uint8Array): Hints {
  const hints: Hints = { title: '', relays: [] };
  const reader = new ByteReader(bytes);
  while (reader.remaining > 0) {
    const type = reader.uintBE(1);
    const value = reader.take(reader.uintBE(2));
    if (type === TITLE && value.length <= MAX_TITLE_BYTES) hints.title = fromUtf8(value);
    if (type === RELAY && value.length <= MAX_RELAY_BYTES) hints.relays.push(fromUtf8(value));
  }
  return hints;
}
