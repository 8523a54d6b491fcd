/** An audio context with Vigil's own worklet, in which nothing is played. */
import worklet from './sound-worklet.ts?worker&url';

/** RNNoise knows this rate only; the browser brings sound of any other to it, from 8 to 192 kHz. */
export const SAMPLE_RATE = 48_000;

/** Chromium has it; the DOM's types do not know it yet. It needs no loudspeaker, and keeps none busy. */
const unheard = { sinkId: { type: 'none' } };

/** Rejects where no sound can be worked on. Whoever asked closes it. */
export async function openSoundContext(): Promise<AudioContext> {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: 'interactive', ...unheard });
  try {
    await context.audioWorklet.addModule(worklet);
    await context.resume();
    return context;
  } catch (error) {
    void context.close();
    throw error;
  }
}
