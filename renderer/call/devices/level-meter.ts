/** How loud the own microphone is, for the preview's meter. Runs only while somebody watches. */
import type { LocalTracks } from './local-tracks';

const INTERVAL_MS = 60;
/** Quieter than this counts as nothing, in decibels below full scale. */
const FLOOR_DB = -60;

/** Calls `listener` with 0 to 1 until the function returned is called. */
export function watchLevel(tracks: LocalTracks, listener: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  const samples = new Float32Array(analyser.fftSize);
  let track: MediaStreamTrack | null = null;
  let source: MediaStreamAudioSourceNode | null = null;
  const follow = (): void => {
    if (tracks.audio === track) return;
    source?.disconnect();
    track = tracks.audio;
    source = track ? context.createMediaStreamSource(new MediaStream([track])) : null;
    source?.connect(analyser);
  };
  const unsubscribe = tracks.subscribe(follow);
  follow();
  const timer = setInterval(() => {
    if (!source) {
      listener(0);
      return;
    }
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    const decibels = 10 * Math.log10(power + 1e-12);
    listener(Math.min(1, Math.max(0, 1 - decibels / FLOOR_DB)));
  }, INTERVAL_MS);
  return () => {
    clearInterval(timer);
    unsubscribe();
    source?.disconnect();
    void context.close();
  };
}
