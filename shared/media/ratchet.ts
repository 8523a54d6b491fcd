/**
 * Media base keys: 32 random bytes for each generation, one ratchet step for each newcomer. Whoever has a step
 * has all later ones of the generation and, as BLAKE2b cannot be inverted, none before.
 */
import { ascii, concat } from '../bytes';
import { blake2b256, wipe, type Secret } from '../crypto/sodium';

/** 32 bytes: all tracks of one sender, from one step on. */
export type BaseKey = Secret<'media base key'>;
/** 32 bytes: the SFrame base key (RFC 9605, section 4.4.2) of one track at one step. */
export type TrackKey = Secret<'media track key'>;

export const MEDIA_KEY_LENGTH = 32;

const RATCHET_LABEL = ascii('vigil-ratchet-1');
const TRACK_LABEL = ascii('vigil-track-1');

/** Throws RangeError unless there are 32 bytes. The bytes are copied. */
export function baseKeyFrom(bytes: Uint8Array): BaseKey {
  if (bytes.length !== MEDIA_KEY_LENGTH) throw new RangeError('media keys are 32 bytes');
  return bytes.slice() as BaseKey;
}

/** `BLAKE2b-256(key = base, "vigil-ratchet-1")`. */
export function nextBaseKey(base: BaseKey): BaseKey {
  return blake2b256([RATCHET_LABEL], base) as BaseKey;
}

/** So many steps on: a new array, with everything between wiped. @param steps 0 gives a copy. */
export function ratchetBy(base: BaseKey, steps: number): BaseKey {
  let key = base.slice() as BaseKey;
  for (let done = 0; done < steps; done++) {
    const next = nextBaseKey(key);
    wipe(key);
    key = next;
  }
  return key;
}

/** `BLAKE2b-256(key = base, "vigil-track-1" ‖ track u8)`. @param track 0 to 15. */
export function trackKeyOf(base: BaseKey, track: number): TrackKey {
  return blake2b256([concat(TRACK_LABEL, Uint8Array.of(track))], base) as TrackKey;
}
