/** Links and texts by hand that programs on their way are least likely to harm, where chance decides what they hold. */
import { encodeLink, type Invite, type MeetingSecret } from './link';

/** One in twelve or so needs another draw. What stays as it is may hold two hyphens itself: then no draw helps. */
const MAX_DRAWS = 32;

/** Editors make one dash of two hyphens, and programs that look for links leave `-` and `_` at the end out. */
export function isSturdy(text: string): boolean {
  return !/--|[-_]$/.test(text);
}

/** The first draw whose text is sturdy; the last one where none is. Throws what drawing and writing throw. */
export function sturdy<T>(draw: () => T, textOf: (drawn: T) => string | null): T {
  let drawn = draw();
  for (let more = 1; more < MAX_DRAWS && !isSturdy(textOf(drawn) ?? ''); more++) drawn = draw();
  return drawn;
}

/** The same invite with another secret. @param random port: as many random bytes as it is asked for. */
export function withNewSecret(
  invite: Omit<Invite, 'secret'>,
  random: (length: number) => Uint8Array,
): Invite {
  return sturdy(() => ({ ...invite, secret: random(32) as MeetingSecret }), encodeLink);
}
