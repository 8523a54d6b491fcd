/** How loud everybody is: one audio context for all, listened to ten times a second, and heard by nobody. */
import { systemClocks } from '../../clocks';
const INTERVAL_MS = 100;
/** About as much sound as lies between two looks, at 48 kHz. */
const SAMPLES = 4096;
const SILENT_DB = -120;

interface Ear {
  track: MediaStreamTrack;
  source: MediaStreamAudioSourceNode;
  analyser: AnalyserNode;
}

export class Hearing {
  #context: AudioContext | null = null;
  readonly #ears = new Map<string, Ear>();
  readonly #samples = new Float32Array(SAMPLES);
  #timer: ReturnType<typeof setInterval> | null = null;

  /** @param heard decibels below full scale of all that are listened to, and the time in milliseconds. */
  constructor(private readonly heard: (levels: ReadonlyMap<string, number>, now: number) => void) {}

  /** Exactly these are listened to from now on. */
  listen(tracks: ReadonlyMap<string, MediaStreamTrack>): void {
    for (const [id, { track }] of this.#ears) if (tracks.get(id) !== track) this.#cover(id);
    for (const [id, track] of tracks) if (!this.#ears.has(id)) this.#open(id, track);
    if (this.#ears.size === 0) this.#stop();
    else
      this.#timer ??= setInterval(() => {
        this.heard(this.#levels(), systemClocks.steady());
      }, INTERVAL_MS);
  }

  #open(id: string, track: MediaStreamTrack): void {
    // Seldom and in large pieces: nobody waits for this sound.
    this.#context ??= new AudioContext({ latencyHint: 'playback' });
    void this.#context.resume().catch(() => undefined);
    const source = this.#context.createMediaStreamSource(new MediaStream([track]));
    const analyser = new AnalyserNode(this.#context, { fftSize: SAMPLES });
    source.connect(analyser);
    this.#ears.set(id, { track, source, analyser });
  }

  #cover(id: string): void {
    this.#ears.get(id)?.source.disconnect();
    this.#ears.delete(id);
  }

  #levels(): Map<string, number> {
    return new Map([...this.#ears].map(([id, { analyser }]) => [id, this.#level(analyser)]));
  }

  #level(analyser: AnalyserNode): number {
    analyser.getFloatTimeDomainData(this.#samples);
    let power = 0;
    for (const sample of this.#samples) power += sample * sample;
    return Math.max(SILENT_DB, 10 * Math.log10(power / SAMPLES + 1e-12));
  }

  #stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    void this.#context?.close();
    this.#context = null;
    this.heard(new Map(), systemClocks.steady());
  }
}
