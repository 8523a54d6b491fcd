/** An audio context with Vigil's own worklet, in which nothing is played. */
import { inTime } from './in-time';
import worklet from './sound-worklet.ts?worker&url';

/** RNNoise knows this rate only; the browser brings sound of any other to it, from 8 to 192 kHz. */
export const SAMPLE_RATE = 48_000;

/** Chromium has it; the DOM's types do not know it yet. It needs no loudspeaker, and keeps none busy. */
const unheard = { sinkId: { type: 'none' } };

/** A file of the app's own, and a clock. */
const LIMIT_MS = 10_000;

async function begin(context: AudioContext): Promise<void> {
  await context.audioWorklet.addModule(worklet);
  await context.resume();
  // A browser may keep it still without saying why.
  if (context.state !== 'running') throw new Error('no sound can be worked on');
}

/** Rejects where no sound can be worked on. Whoever asked closes it. */
export async function openSoundContext(): Promise<AudioContext> {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: 'interactive', ...unheard });
  try {
    await inTime(begin(context), LIMIT_MS);
    return context;
  } catch (error) {
    void context.close();
    throw error;
  }
}
