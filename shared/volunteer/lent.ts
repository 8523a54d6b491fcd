/** A volunteer's server as a link lends it: for one meeting, by a password that runs out (docs/protocol.md, section 3.1). */
import { ByteReader, concat, toBase64Url, uintBE } from '../bytes';
import { checkedTurnLogin, type TurnLogin } from '../wire/turn-url';
import { encodePlace, readPlace, turnUrlsOf, type VolunteerPlace } from './place';

/** Of the meeting's mark in a user name, in bytes. */
export const MARK_LENGTH = 6;
/** HMAC-SHA-1, in bytes. */
export const PASSWORD_LENGTH = 20;

/** What TURN servers call time-limited credentials (coturn's REST scheme): never the secret that makes them. */
export interface Pass {
  /** Unix seconds. */
  until: number;
  /** Random, 6 bytes, another for each meeting. */
  mark: Uint8Array;
  /** HMAC-SHA-1 of the user name by the access secret, 20 bytes. */
  password: Uint8Array;
}

export interface LentVolunteer extends VolunteerPlace {
  /** Null where there is no TURN. */
  pass: Pass | null;
}

/** `UNTIL:MARK`, the time in decimal and the mark in base64url. */
export function passName({ until, mark }: Pick<Pass, 'until' | 'mark'>): string {
  return `${until}:${toBase64Url(mark)}`;
}

/** The value of a hint: the place, and with TURN `until u32 ‖ mark 6 ‖ password 20`. Throws RangeError. */
export function encodeLent(lent: LentVolunteer): Uint8Array {
  const { pass } = lent;
  if ((pass !== null) !== (lent.turn !== null)) throw new RangeError('a pass is for TURN');
  return concat(
    encodePlace(lent),
    ...(pass ? [uintBE(pass.until, 4), pass.mark.subarray(0, MARK_LENGTH), pass.password] : []),
  );
}

/** Null for whatever cannot be used: a link may say anything. */
export function readLent(value: Uint8Array): LentVolunteer | null {
  try {
    const reader = new ByteReader(value);
    const place = readPlace(reader);
    const pass = place.turn
      ? { until: reader.uintBE(4), mark: reader.take(MARK_LENGTH), password: reader.take(PASSWORD_LENGTH) }
      : null;
    return reader.remaining === 0 ? { ...place, pass } : null;
  } catch {
    return null;
  }
}

/** What a browser is told, one for each way. */
export function turnLoginsOf(lent: LentVolunteer): TurnLogin[] {
  const { pass } = lent;
  if (!pass) return [];
  const username = passName(pass);
  const credential = base64(pass.password);
  return turnUrlsOf(lent).map(({ url }) => checkedTurnLogin({ url, username, credential }));
}

/** RFC 4648, section 4, with padding, as TURN servers compute it. */
function base64(bytes: Uint8Array): string {
  const text = toBase64Url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
