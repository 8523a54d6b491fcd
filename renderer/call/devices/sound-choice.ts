/** How a person wants their voice treated, and what of it the browser does. */
import type { BrowserSound } from './capture';

export interface SoundChoice {
  noiseSuppression: 'off' | 'standard' | 'strong';
  echoCancellation: boolean;
  automaticGain: boolean;
}

/** Of which microphone, as well. */
export interface VoiceChoice extends SoundChoice {
  microphoneId: string | null;
}

/** Whether a voice would be heard another way. */
export function isSameVoice(one: VoiceChoice, other: VoiceChoice): boolean {
  return (
    one.microphoneId === other.microphoneId &&
    one.noiseSuppression === other.noiseSuppression &&
    one.echoCancellation === other.echoCancellation &&
    one.automaticGain === other.automaticGain
  );
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
