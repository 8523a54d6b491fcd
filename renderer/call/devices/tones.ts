/** Soft, and of two notes: somebody who speaks at that moment need not stop. */
import type { Tone } from '../../../shared/ipc';
import { playNotes, type Notes } from './notes';

const tones: Record<Tone, Notes> = {
  alert: { frequencies: [659.25, 523.25], seconds: 0.28, volume: 0.12 },
  // Up is on, down is off; both lower and shorter than news.
  'microphone-on': { frequencies: [293.66, 440], seconds: 0.12, volume: 0.1 },
  'microphone-off': { frequencies: [440, 293.66], seconds: 0.12, volume: 0.1 },
};

export function playTone(tone: Tone, speakerId: string | null): Promise<void> {
  return playNotes(tones[tone], speakerId);
}
