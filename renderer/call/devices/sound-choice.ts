/** How a person wants their voice treated, and what of it the browser does. */
import type { BrowserSound } from './capture';

export interface SoundChoice {
  noiseSuppression: 'off' | 'standard' | 'strong';
  echoCancellation: boolean;
  automaticGain: boolean;
}

/** @param strongFails the browser does then what it can. */
export function browserSound(choice: SoundChoice, strongFails: boolean): BrowserSound {
  const { noiseSuppression: noise, echoCancellation, automaticGain } = choice;
  return {
    echoCancellation,
    noiseSuppression: noise === 'standard' || (noise === 'strong' && strongFails),
    autoGainControl: automaticGain,
  };
}
