/** What is done to the own voice before it is sent. */
import { z } from 'zod';

/** Standard: as the browser does it; strong: by a neural network, which takes away all that is not speech. */
export const noiseSuppressions = ['off', 'standard', 'strong'] as const;
export type NoiseSuppression = (typeof noiseSuppressions)[number];

export const soundSettings = {
  noiseSuppression: z.enum(noiseSuppressions),
  /** What the own loudspeaker plays is taken out of what the microphone hears. */
  echoCancellation: z.boolean(),
  /** Whoever speaks softly is made louder, and the other way round. */
  automaticGain: z.boolean(),
};

export interface SoundSettings {
  noiseSuppression: NoiseSuppression;
  echoCancellation: boolean;
  automaticGain: boolean;
}

export const freshSoundSettings: SoundSettings = {
  noiseSuppression: 'standard',
  echoCancellation: true,
  automaticGain: true,
};
