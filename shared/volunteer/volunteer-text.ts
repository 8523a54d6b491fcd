/** The one text by which a volunteer gives a person a server (docs/protocol.md, section 3.1). */
import { ByteReader, concat, equalPublic, fromBase64Url, toBase64Url } from '../bytes';
import type { Secret } from '../crypto/sodium';
import { VigilError } from '../errors';
import { CHECKSUM_LENGTH, checksumOf } from '../invite/text-kind';
import { encodePlace, readPlace, type VolunteerPlace } from './place';

/** Of the whole text, in characters. */
export const MAX_VOLUNTEER_TEXT = 300;
/** Of what is pasted, in characters: the text may stand in a message. */
export const MAX_PASTED_VOLUNTEER_TEXT = 4000;
/** In bytes. */
export const ACCESS_SECRET_LENGTH = 32;

const PREFIX = 'vigil-volunteer:';
const VERSION = 1;
const KIND = { label: 'vigil-volunteer-1' };

export type AccessSecret = Secret<'volunteer access secret'>;

export interface Volunteer extends VolunteerPlace {
  /** By it whoever holds the text makes passwords for TURN that run out; null where there is no TURN. */
  secret: AccessSecret | null;
}

/** @param volunteer with a secret of 32 bytes just where it has TURN. Throws RangeError otherwise. */
export function encodeVolunteerText(volunteer: Volunteer): string {
  const { secret, turn } = volunteer;
  if ((secret !== null) !== (turn !== null)) throw new RangeError('a secret is for TURN');
  const body = concat(Uint8Array.of(VERSION), encodePlace(volunteer), secret ?? new Uint8Array(0));
  return `${PREFIX}${toBase64Url(concat(body, checksumOf(KIND, body)))}`;
}

/**
 * Reads it out of what was pasted, across spaces and ends of lines within it.
 * Throws VigilError volunteer-text-none, volunteer-text-altered or volunteer-text-newer.
 */
export function readVolunteerText(pasted: string): Volunteer {
  const at = pasted.slice(0, MAX_PASTED_VOLUNTEER_TEXT).toLowerCase().indexOf(PREFIX);
  if (at < 0) throw new VigilError('volunteer-text-none');
  const behind = pasted.slice(at + PREFIX.length, MAX_PASTED_VOLUNTEER_TEXT);
  // What follows in a message may look like more of it: the text says itself where it ends.
  const joined = (/^[\w\s-]*/.exec(behind)?.[0] ?? '').replace(/\s/g, '');
  const characters = joined.slice(0, MAX_VOLUNTEER_TEXT - PREFIX.length);
  const bytes = fromBase64Url(characters.length % 4 === 1 ? characters.slice(0, -1) : characters);
  if ((bytes[0] ?? 0) > VERSION) throw new VigilError('volunteer-text-newer');
  try {
    return readBody(bytes);
  } catch {
    throw new VigilError('volunteer-text-altered');
  }
}

function readBody(bytes: Uint8Array): Volunteer {
  const reader = new ByteReader(bytes);
  if (reader.uintBE(1) !== VERSION) throw new RangeError('no such version');
  const place = readPlace(reader);
  const secret = place.turn ? (reader.take(ACCESS_SECRET_LENGTH) as AccessSecret) : null;
  const body = bytes.subarray(0, bytes.length - reader.remaining);
  if (!equalPublic(checksumOf(KIND, body), reader.take(CHECKSUM_LENGTH))) throw new RangeError('altered');
  return { ...place, secret };
}
