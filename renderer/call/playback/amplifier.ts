/**
 * Plays sound louder than the element that shows a picture can. Only what is amplified goes this way: everywhere
 * the echo cancellation of the microphone knows what such an element plays; of an audio context it knows only where
 * it listens to all that the browser plays, as on Windows, macOS and Linux.
 */

export interface Amplified {
  track: MediaStreamTrack;
  /** 2: twice the amplitude. */
  gain: number;
}

interface Playing {
  track: MediaStreamTrack;
  source: MediaStreamAudioSourceNode;
  gain: GainNode;
}

/** Chromium has this; the DOM's types do not know it yet. */
interface ChoosesSpeaker {
  setSinkId?: (id: string) => Promise<void>;
}

export class Amplifier {
  #context: AudioContext | null = null;
  #limiter: DynamicsCompressorNode | null = null;
  readonly #playing = new Map<string, Playing>();
  #speakerId = '';

  /** Exactly these are played from now on. @param speakerId empty: the system's own choice. */
  play(sounds: ReadonlyMap<string, Amplified>, speakerId: string): void {
    for (const [id, { track }] of this.#playing) if (sounds.get(id)?.track !== track) this.#stop(id);
    for (const [id, sound] of sounds) this.#start(id, sound);
    if (this.#playing.size === 0) this.#close();
    else this.#useSpeaker(speakerId);
  }

  #start(id: string, { track, gain }: Amplified): void {
    const playing = this.#playing.get(id);
    if (playing) {
      playing.gain.gain.value = gain;
      return;
    }
    const { context, limiter } = this.#open();
    const source = context.createMediaStreamSource(new MediaStream([track]));
    const node = new GainNode(context, { gain });
    source.connect(node).connect(limiter);
    this.#playing.set(id, { track, source, gain: node });
  }

  #stop(id: string): void {
    const playing = this.#playing.get(id);
    playing?.source.disconnect();
    playing?.gain.disconnect();
    this.#playing.delete(id);
  }

  /** Twice the amplitude of a loud voice is more than there is: the limiter bends what would be cut. */
  #open(): { context: AudioContext; limiter: DynamicsCompressorNode } {
    if (this.#context && this.#limiter) return { context: this.#context, limiter: this.#limiter };
    const context = new AudioContext();
    const limiter = new DynamicsCompressorNode(context, {
      ...{ threshold: -3, knee: 3, ratio: 20 },
      ...{ attack: 0.002, release: 0.1 },
    });
    limiter.connect(context.destination);
    void context.resume().catch(() => undefined);
    this.#context = context;
    this.#limiter = limiter;
    this.#speakerId = '';
    return { context, limiter };
  }

  /** A speaker that was unplugged is no reason for silence. */
  #useSpeaker(speakerId: string): void {
    if (speakerId === this.#speakerId) return;
    this.#speakerId = speakerId;
    const context: (AudioContext & ChoosesSpeaker) | null = this.#context;
    void context?.setSinkId?.(speakerId).catch(() => undefined);
  }

  #close(): void {
    void this.#context?.close();
    this.#context = null;
    this.#limiter = null;
  }
}
