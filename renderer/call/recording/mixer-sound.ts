/** What the mixer plays, piece by piece, and the silence that stands for it where nothing comes. */
import { AudioSample } from 'mediabunny';
import type { Mixer } from './mixer';

export const SOUND_RATE = 48_000;
const CHANNELS = 2;

export interface MixerSound {
  /** Null: there will be no more. */
  next: () => Promise<AudioSample | null>;
  silence: (seconds: number) => AudioSample;
  end: () => void;
}

export function mixerSound(mixer: Mixer): MixerSound {
  const reader = readerOf(mixer);
  return {
    next: async () => {
      const value = (await reader?.read())?.value;
      return value ? new AudioSample(value) : null;
    },
    silence: (seconds) => {
      // A computer that slept, or lost what it played on, may have stopped it.
      mixer.keepRunning();
      const data = new Float32Array(Math.round(seconds * SOUND_RATE) * CHANNELS);
      return new AudioSample({
        ...{ data, format: 'f32', numberOfChannels: CHANNELS, sampleRate: SOUND_RATE, timestamp: 0 },
      });
    },
    end: () => void reader?.cancel().catch(() => undefined),
  };
}

/** Null where the browser gives no sound: then there is silence. */
function readerOf(mixer: Mixer): ReadableStreamDefaultReader<AudioData> | null {
  try {
    const track = mixer.track as MediaStreamAudioTrack;
    return new MediaStreamTrackProcessor({ track }).readable.getReader();
  } catch {
    return null;
  }
}
