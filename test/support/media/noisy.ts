/** A voice in a room that is not quiet, the same each time. */
import { silenceThenSpeech } from './speech';

const SEED = 7;

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39);
    return (mixed ^ (mixed >>> 16)) / 2 ** 31;
  };
}

/** @param loudness on average. Noise whose loudness falls with its pitch, as that of fans, streets and rain does. */
export function roomNoise(length: number, loudness: number): Float32Array {
  const random = randomFrom(SEED);
  let [slow, middle, fast] = [0, 0, 0];
  const samples = new Float32Array(length).map(() => {
    const white = random();
    slow = 0.99765 * slow + 0.099046 * white;
    middle = 0.963 * middle + 0.2965164 * white;
    fast = 0.57 * fast + 1.0526913 * white;
    return slow + middle + fast + 0.1848 * white;
  });
  const now = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / length);
  return samples.map((sample) => (sample * loudness) / now);
}

export interface Noisy {
  /** By turns three seconds of silence and three of speech, twice. */
  voice: Float32Array;
  /** The same in the room. */
  noisy: Float32Array;
}

/** @param loudness of the room: 0.03 is about that of a fan beside the microphone, 0.1 that of a vacuum cleaner. */
export function voiceInNoise(sampleRate: number, loudness: number): Noisy {
  const once = silenceThenSpeech(3, 3, sampleRate);
  const voice = new Float32Array(2 * once.length);
  voice.set(once);
  voice.set(once, once.length);
  const noise = roomNoise(voice.length, loudness);
  return { voice, noisy: voice.map((sample, index) => sample + (noise[index] ?? 0)) };
}
