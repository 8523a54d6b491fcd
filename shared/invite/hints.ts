/**
 * Hints in an invite link: type-length-value, untrusted, shown as such. Unknown types are skipped.
 * `type u8 ‖ length u16 ‖ value`.
 */
import { ByteReader, concat, uintBE } from '../bytes';
import { fromUtf8, utf8 } from '../crypto/sodium';
import { encodeLent, readLent, type LentVolunteer } from '../volunteer/lent';
import { MAX_TITLE_BYTES } from './title-length';
import { checkedTurnLogin, type TurnLogin } from '../wire/turn-url';

const TITLE = 1;
const RELAY = 2;
const TURN = 3;
const VOLUNTEER = 4;
const MAX_RELAY_BYTES = 256;
/** Go-betweens that a link may lend: more would not fit, and each costs whoever comes in a gathering. */
export const MAX_LENT_TURN = 2;

export interface Hints {
  /** At most 64 bytes of UTF-8; empty when the organiser gave none. */
  title: string;
  /** Relays on which the organiser listens. */
  relays: string[];
  /** Go-betweens that the organiser lends; at most two, checked as `checkedTurnLogin` does. */
  turn: TurnLogin[];
  /** A volunteer's server, for this meeting alone. */
  volunteer?: LentVolunteer;
}

/** Nothing but what a link is bound to. */
export const noHints: Hints = { title: '', relays: [], turn: [] };

function entry(type: number, value: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(type), uintBE(value.length, 2), value);
}

/** Bytes of the entry that begins here, as its head of three bytes says. */
export function entryLength([, high = 0, low = 0]: Uint8Array): number {
  return 3 + 256 * high + low;
}

/** `length u8 ‖ URL ‖ length u8 ‖ username ‖ credential`, all UTF-8. */
function turnValue({ url, username, credential }: TurnLogin): Uint8Array {
  const [place, name] = [utf8(url), utf8(username)];
  return concat(Uint8Array.of(place.length), place, Uint8Array.of(name.length), name, utf8(credential));
}

/** Null for a server that cannot be used: a link may say anything. */
function readTurn(value: Uint8Array): TurnLogin | null {
  try {
    const reader = new ByteReader(value);
    const url = fromUtf8(reader.take(reader.uintBE(1)));
    const username = fromUtf8(reader.take(reader.uintBE(1)));
    return checkedTurnLogin({ url, username, credential: fromUtf8(reader.take(reader.remaining)) });
  } catch {
    return null;
  }
}

export function encodeHints(hints: Hints): Uint8Array {
  const title = hints.title === '' ? [] : [entry(TITLE, utf8(hints.title))];
  const relays = hints.relays.map((relay) => entry(RELAY, utf8(relay)));
  const turn = hints.turn.map((server) => entry(TURN, turnValue(server)));
  const volunteer = hints.volunteer ? [entry(VOLUNTEER, encodeLent(hints.volunteer))] : [];
  return concat(...title, ...relays, ...turn, ...volunteer);
}

/** Throws RangeError where an entry runs past the end, TypeError on text that is not UTF-8. */
export function decodeHints(bytes: Uint8Array): Hints {
  const hints: Hints = { title: '', relays: [], turn: [] };
  const reader = new ByteReader(bytes);
  while (reader.remaining > 0) {
    const type = reader.uintBE(1);
    const value = reader.take(reader.uintBE(2));
    if (type === TITLE && value.length <= MAX_TITLE_BYTES) hints.title = fromUtf8(value);
    if (type === RELAY && value.length <= MAX_RELAY_BYTES) hints.relays.push(fromUtf8(value));
    const lent = type === TURN ? readTurn(value) : null;
    if (lent && hints.turn.length < MAX_LENT_TURN) hints.turn.push(lent);
    const volunteer = type === VOLUNTEER && !hints.volunteer ? readLent(value) : null;
    if (volunteer) hints.volunteer = volunteer;
  }
  return hints;
}
