/** Strong noise suppression by the network that is shipped: what is taken away, what stays, and that muted is muted. */
import { describe, expect, it } from 'vitest';
import { BLOCK_LENGTH, Denoising, DELAY } from '../../../../../renderer/call/sound/denoising';
import { FRAME_LENGTH, Rnnoise } from '../../../../../renderer/call/sound/rnnoise';
import { voiceInNoise } from '../../../../support/media/noisy';
import { rnnoiseModule } from '../../../../support/media/rnnoise';

const SAMPLE_RATE = 48_000;
const FAN = 0.03;
const VACUUM_CLEANER = 0.1;
/** The network itself looks one frame ahead. */
const BEHIND = DELAY + FRAME_LENGTH;

function through(samples: Float32Array): Float32Array {
  const denoising = new Denoising(new Rnnoise(rnnoiseModule()));
  const out = new Float32Array(samples.length);
  for (let i = 0; i + BLOCK_LENGTH <= samples.length; i += BLOCK_LENGTH)
    denoising.process(samples.subarray(i, i + BLOCK_LENGTH), out.subarray(i, i + BLOCK_LENGTH));
  return out;
}

/** Between two moments, in decibels. */
function loudness(samples: Float32Array, fromSeconds: number, toSeconds: number): number {
  const part = samples.subarray(fromSeconds * SAMPLE_RATE, toSeconds * SAMPLE_RATE);
  return 10 * Math.log10(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length + 1e-12);
}

/** How much louder the voice is than all else, over a pause and words, in decibels; its own loudness does not count. */
function clearness(heard: Float32Array, voice: Float32Array, behind: number): number {
  let [both, alone] = [0, 0];
  const begin = 6.2 * SAMPLE_RATE;
  const end = 11.8 * SAMPLE_RATE;
  for (let i = begin; i < end; i++) {
    both += (heard[i + behind] ?? 0) * (voice[i] ?? 0);
    alone += (voice[i] ?? 0) ** 2;
  }
  const gain = both / alone;
  let rest = 0;
  for (let i = begin; i < end; i++) rest += ((heard[i + behind] ?? 0) - gain * (voice[i] ?? 0)) ** 2;
  return 10 * Math.log10((gain * gain * alone) / rest);
}

describe('strong noise suppression', () => {
  it('takes a room away between words, and leaves the words', () => {
    const { noisy } = voiceInNoise(SAMPLE_RATE, FAN);
    const heard = through(noisy);
    expect(loudness(noisy, 1, 2.9) - loudness(heard, 1, 2.9)).toBeGreaterThan(20);
    expect(loudness(noisy, 7, 8.9) - loudness(heard, 7, 8.9)).toBeGreaterThan(20);
    expect(Math.abs(loudness(noisy, 9.2, 11.8) - loudness(heard, 9.2, 11.8))).toBeLessThan(3);
  });

  it('makes a voice clearer that is hard to make out', () => {
    const { voice, noisy } = voiceInNoise(SAMPLE_RATE, VACUUM_CLEANER);
    expect(clearness(through(noisy), voice, BEHIND) - clearness(noisy, voice, 0)).toBeGreaterThan(3);
  });

  it('gives back as much as it takes, 20 ms later, and silence once nothing more comes', () => {
    const denoising = new Denoising({ process: () => 0 });
    const given = new Float32Array(40 * BLOCK_LENGTH).map((_, index) => index + 1);
    const back = new Float32Array(given.length);
    for (let i = 0; i < given.length; i += BLOCK_LENGTH)
      denoising.process(given.subarray(i, i + BLOCK_LENGTH), back.subarray(i, i + BLOCK_LENGTH));
    expect(back.subarray(0, DELAY).every((sample) => sample === 0)).toBe(true);
    expect(back.subarray(DELAY)).toEqual(given.subarray(0, given.length - DELAY));
    expect((BEHIND / SAMPLE_RATE) * 1000).toBeLessThan(20);
    // Muted: what was still on its way is gone before anybody can be unmuted.
    const last = new Float32Array(BLOCK_LENGTH);
    for (let passed = 0; passed < DELAY + BLOCK_LENGTH; passed += BLOCK_LENGTH) denoising.process(null, last);
    expect(last.every((sample) => sample === 0)).toBe(true);
  });

  it('is refused by what is not the network', () => {
    const empty = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    expect(() => new Rnnoise(empty)).toThrow();
  });
});
