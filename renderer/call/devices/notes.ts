/** A few notes, one after the other, on the loudspeaker that was chosen. */

const ATTACK_SECONDS = 0.02;
const SILENCE = 0.001;

export interface Notes {
  frequencies: readonly number[];
  /** From the beginning of one note to that of the next. */
  seconds: number;
  /** 0 to 1. */
  volume: number;
}

export async function playNotes(
  { frequencies, seconds, volume }: Notes,
  speakerId: string | null,
): Promise<void> {
  const context = new AudioContext();
  const output = context as AudioContext & { setSinkId?: (id: string) => Promise<void> };
  if (speakerId !== null) await output.setSinkId?.(speakerId).catch(() => undefined);
  const last = frequencies
    .map((frequency, index) => {
      const start = context.currentTime + index * seconds;
      const oscillator = new OscillatorNode(context, { frequency });
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(volume, start + ATTACK_SECONDS);
      gain.gain.exponentialRampToValueAtTime(SILENCE, start + seconds * 1.8);
      oscillator.connect(gain).connect(context.destination);
      oscillator.start(start);
      oscillator.stop(start + seconds * 2);
      return oscillator;
    })
    .at(-1);
  last?.addEventListener('ended', () => void context.close());
}
