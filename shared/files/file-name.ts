/** Names of files as others give them: made harmless on every system (docs/protocol.md, Files). */
import { utf8 } from '../crypto/sodium';
import { cleanName } from '../identity/name';

/** Leaves room for `.part` and a number where a name may have 255 bytes. */
const MAX_BYTES = 200;
/** An ending that is longer is none. */
const MAX_ENDING = 20;
/** Names of devices, whatever ending they have. */
const DEVICES = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/iu;
const FORBIDDEN = /[<>:"|?*\p{Cc}]/gu;
const NO_NAME = 'file';

/**
 * A name that leads nowhere else, hides nothing, and can be written on Windows, macOS and Linux: 1 to 200 bytes of
 * UTF-8. What is safe stays as it is.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? '';
  const clean = cleanName(last).replace(FORBIDDEN, '_');
  const bare = withoutEdges(clean);
  if (bare === '') return NO_NAME;
  const isDevice = DEVICES.test(bare.replace(/\s+(?=\.|$)/gu, ''));
  return withoutEdges(shortened(isDevice ? `_${bare}` : bare));
}

/** Dots in front hide a file; Windows drops dots and spaces at the end. */
function withoutEdges(name: string): string {
  return name.replace(/^[.\s]+/u, '').replace(/[.\s]+$/u, '');
}

/** Before its ending, never inside a character. */
function shortened(name: string): string {
  if (utf8(name).length <= MAX_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && utf8(name.slice(dot)).length <= MAX_ENDING ? name.slice(dot) : '';
  let kept = '';
  let room = MAX_BYTES - utf8(ending).length;
  for (const character of name.slice(0, name.length - ending.length)) {
    room -= utf8(character).length;
    if (room < 0) break;
    kept += character;
  }
  return cleanName(kept).replace(/[.\s]+$/u, '') + ending;
}
