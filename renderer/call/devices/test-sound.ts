/** A short rising chime, on the loudspeaker that was chosen. */
const NOTES_HZ = [523.25, 659.25, 783.99];
const NOTE_SECONDS = 0.22;

export async function playTestSound(speakerId: string | null): Promise<void> {
  const context = new AudioContext();
  const output = context as AudioContext & { setSinkId?: (id: string) => Promise<void> };
  if (speakerId !== null) await output.setSinkId?.(speakerId).catch(() => undefined);
  const last = NOTES_HZ.map((frequency, index) => {
    const start = context.currentTime + index * NOTE_SECONDS;
    const oscillator = new OscillatorNode(context, { frequency });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.2, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_SECONDS * 1.8);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + NOTE_SECONDS * 2);
    return oscillator;
  }).at(-1);
  last?.addEventListener('ended', () => void context.close());
}
