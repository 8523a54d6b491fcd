/** What strong noise suppression costs: milliseconds of processor for a second of one microphone. */
import { BLOCK_LENGTH, Denoising } from '../../../renderer/call/sound/denoising';
import { Rnnoise } from '../../../renderer/call/sound/rnnoise';
import { voiceInNoise } from '../../support/media/noisy';
import { rnnoiseModule } from '../../support/media/rnnoise';
import { median, rounded } from './rounds';

const ROUNDS = 9;
const SAMPLE_RATE = 48_000;
const LOUDNESS = 0.03;

export interface SoundCost {
  millisecondsForASecond: number;
  /** Of the time that the sound takes. */
  ratio: number;
}

export function benchSound(): SoundCost {
  const { noisy } = voiceInNoise(SAMPLE_RATE, LOUDNESS);
  const module = rnnoiseModule();
  const seconds = noisy.length / SAMPLE_RATE;
  const to = new Float32Array(BLOCK_LENGTH);
  const costs = Array.from({ length: ROUNDS }, () => {
    const denoising = new Denoising(new Rnnoise(module));
    const begin = process.cpuUsage();
    for (let i = 0; i + BLOCK_LENGTH <= noisy.length; i += BLOCK_LENGTH)
      denoising.process(noisy.subarray(i, i + BLOCK_LENGTH), to);
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000 / seconds;
  });
  const cost = median(costs);
  return { millisecondsForASecond: rounded(cost), ratio: rounded(cost / 1000) };
}
