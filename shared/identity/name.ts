/** Names that people give themselves: free text from strangers, made safe to show. */
import { MAX_NAME_BYTES } from './name-length';
import { fromUtf8, utf8 } from '../crypto/sodium';

export { MAX_NAME_BYTES };

/** Control characters, and those that reverse or hide the text around them. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Removes what must not be shown, joins white space and trims. May return an empty string. */
export function cleanName(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').replace(UNSAFE, '').trim();
}

/** Cuts to at most 64 bytes of UTF-8, never inside a character. */
export function nameBytes(text: string, limit = MAX_NAME_BYTES): Uint8Array {
  let kept = '';
  let length = 0;
  for (const character of cleanName(text)) {
    length += utf8(character).length;
    if (length > limit) break;
    kept += character;
  }
  return utf8(kept);
}

/**
 * At most 64 bytes of UTF-8 again, since some characters grow by being cleaned. Throws RangeError if the name is longer
 * than 64 bytes, TypeError if it is not UTF-8.
 */
export function readName(bytes: Uint8Array): string {
  if (bytes.length > MAX_NAME_BYTES) throw new RangeError('name too long');
  return fromUtf8(nameBytes(fromUtf8(bytes)));
}
