/**
 * SFrame key ids (RFC 9605, section 4.3): `generation << 12 | step << 4 | track`. Below 2^44, so that a plain
 * number holds one exactly and a header needs at most 6 bytes for it.
 */

/** The last generation of a run: 32 bits, more than membership can change in any run. */
export const MAX_GENERATION = 2 ** 32 - 1;
/** The last step of a generation: 8 bits. */
export const MAX_STEP = 255;
/** Track numbers are 4 bits. */
export const MAX_TRACK = 15;
export const MAX_KEY_ID = MAX_GENERATION * 4096 + MAX_STEP * 16 + MAX_TRACK;

/** What a sender may send at once, each under a key of its own: the voice, the camera, and what is on a screen. */
export const tracks = { audio: 0, video: 1, screen: 2 } as const;
export type TrackNumber = (typeof tracks)[keyof typeof tracks];
export const trackNumbers: readonly TrackNumber[] = Object.values(tracks);

/** A place in a sender's schedule of keys. */
export interface KeyPosition {
  generation: number;
  step: number;
}

function check(name: string, value: number, max: number): void {
  if (!Number.isInteger(value) || value < 0 || value > max) throw new RangeError(`${name} out of range`);
}

/** Throws RangeError if a part is not an integer within its bounds. */
export function keyIdOf({ generation, step }: KeyPosition, track: number): number {
  check('generation', generation, MAX_GENERATION);
  check('step', step, MAX_STEP);
  check('track', track, MAX_TRACK);
  return generation * 4096 + step * 16 + track;
}

/** Throws RangeError if it is not a key id. */
export function readKeyId(keyId: number): KeyPosition & { track: number } {
  check('key id', keyId, MAX_KEY_ID);
  return {
    generation: Math.floor(keyId / 4096),
    step: Math.floor(keyId / 16) % 256,
    track: keyId % 16,
  };
}

/** Negative: a comes before b. Generations count first, then steps. */
export function comparePositions(a: KeyPosition, b: KeyPosition): number {
  return a.generation - b.generation || a.step - b.step;
}
