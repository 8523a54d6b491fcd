/**
 * A sound like speech, by turns with silence: a voice of many harmonics whose pitch, vowel and loudness change a few
 * times in a second, so that a codec of variable bit rate would spend a different number of bytes on each part.
 */

const SYLLABLES_PER_SECOND = 4;
const HARMONICS = 20;
const LOUDNESS = 0.6;
/** Middle of the first two formants of some vowels, in Hz. */
const vowels = [
  [730, 1090],
  [270, 2290],
  [300, 870],
  [530, 1840],
] as const;
const FORMANT_WIDTH_HZ = 180;

function strengthOf(frequency: number, vowel: readonly number[]): number {
  return vowel.reduce(
    (sum, middle) => sum + Math.exp(-(((frequency - middle) / FORMANT_WIDTH_HZ) ** 2)),
    0.03,
  );
}

/** First silence, then speech. Samples between -1 and 1. */
export function silenceThenSpeech(
  silentSeconds: number,
  loudSeconds: number,
  sampleRate: number,
): Float32Array {
  const samples = new Float32Array(Math.round((silentSeconds + loudSeconds) * sampleRate));
  const begin = Math.round(silentSeconds * sampleRate);
  let phase = 0;
  let largest = 0;
  for (let i = begin; i < samples.length; i++) {
    const time = (i - begin) / sampleRate;
    const syllable = Math.floor(time * SYLLABLES_PER_SECOND);
    const vowel = vowels[syllable % vowels.length] ?? vowels[0];
    const pitch = 130 + 25 * Math.sin(2 * Math.PI * 0.7 * time) + 8 * Math.sin(2 * Math.PI * 5.5 * time);
    phase += (2 * Math.PI * pitch) / sampleRate;
    // Never quite still: the loud part has no gaps of its own.
    const envelope = 0.35 + 0.65 * Math.sin(Math.PI * time * SYLLABLES_PER_SECOND) ** 2;
    let sample = 0;
    for (let harmonic = 1; harmonic <= HARMONICS; harmonic++)
      sample += strengthOf(harmonic * pitch, vowel) * Math.sin(harmonic * phase);
    samples[i] = envelope * sample;
    largest = Math.max(largest, Math.abs(envelope * sample));
  }
  return samples.map((sample) => (sample * LOUDNESS) / (largest || 1));
}
