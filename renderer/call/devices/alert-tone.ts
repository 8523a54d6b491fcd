import { playNotes } from './notes';

const FALLING = { frequencies: [659.25, 523.25], seconds: 0.28, volume: 0.12 };

/** Soft, and of two notes: somebody who speaks at that moment need not stop. */
export function playAlertTone(speakerId: string | null): Promise<void> {
  return playNotes(FALLING, speakerId);
}
