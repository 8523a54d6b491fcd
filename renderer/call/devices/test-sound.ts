import { playNotes } from './notes';

const RISING = { frequencies: [523.25, 659.25, 783.99], seconds: 0.22, volume: 0.2 };

/** A short rising chime, on the loudspeaker that was chosen. */
export function playTestSound(speakerId: string | null): Promise<void> {
  return playNotes(RISING, speakerId);
}
