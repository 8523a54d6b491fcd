/**
 * A participant's sound: one tone each, in bursts of uneven length with a little vibrato. A steady tone would be
 * taken for noise and be suppressed before it is sent. `recogniseTone` hears it.
 */

export const TONE_INDICES = 16;
const LOWEST_HZ = 600;
const STEP_HZ = 150;
const VIBRATO_HZ = 5;
const VIBRATO_WIDTH_HZ = 8;
const EDGE_SECONDS = 0.01;
const LOUDNESS = 0.5;

export function frequencyOf(index: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= TONE_INDICES) throw new RangeError('no such index');
  return LOWEST_HZ + index * STEP_HZ;
}

/** Beginning and end of each burst in seconds; others for each participant, the same on every call. */
function burstsOf(index: number, seconds: number): [begin: number, end: number][] {
  const bursts: [number, number][] = [];
  let state = index + 1;
  const next = (least: number, most: number): number => {
    state = (state * 48_271) % 0x7fff_ffff;
    return least + ((most - least) * (state % 1_000)) / 1_000;
  };
  // The first numbers after a small seed are alike.
  for (let i = 0; i < 8; i++) next(0, 1);
  for (let at = next(0.02, 0.15); ;) {
    const end = at + next(0.15, 0.35);
    if (end > seconds - EDGE_SECONDS) return bursts;
    bursts.push([at, end]);
    at = end + next(0.08, 0.25);
  }
}

/** Samples between -1 and 1. */
export function samplesOf(index: number, seconds: number, sampleRate: number): Float32Array {
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  const frequency = frequencyOf(index);
  for (const [begin, end] of burstsOf(index, seconds)) {
    let phase = 0;
    for (let i = Math.ceil(begin * sampleRate); i < end * sampleRate && i < samples.length; i++) {
      const time = i / sampleRate;
      const vibrato = VIBRATO_WIDTH_HZ * Math.sin(2 * Math.PI * VIBRATO_HZ * time);
      phase += (2 * Math.PI * (frequency + vibrato)) / sampleRate;
      const edge = Math.min(1, (time - begin) / EDGE_SECONDS, (end - time) / EDGE_SECONDS);
      samples[i] = LOUDNESS * edge * Math.sin(phase);
    }
  }
  return samples;
}
