/** All that is recorded of sound, as one track. */

export interface Sound {
  track: MediaStreamTrack;
  gain: number;
}

interface Playing {
  track: MediaStreamTrack;
  source: MediaStreamAudioSourceNode;
  gain: GainNode;
}

export class Mixer {
  readonly #context = new AudioContext({ sampleRate: 48_000 });
  readonly #out = this.#context.createMediaStreamDestination();
  /** Several loud voices are more than there is: the limiter bends what would be cut. */
  readonly #limiter = new DynamicsCompressorNode(this.#context, {
    ...{ threshold: -3, knee: 3, ratio: 20 },
    ...{ attack: 0.002, release: 0.1 },
  });
  readonly #playing = new Map<string, Playing>();

  constructor() {
    this.#limiter.connect(this.#out);
    this.keepRunning();
  }

  keepRunning(): void {
    if (this.#context.state !== 'running') void this.#context.resume().catch(() => undefined);
  }

  /** Throws where the browser gives none. */
  get track(): MediaStreamTrack {
    const [track] = this.#out.stream.getAudioTracks();
    if (!track) throw new Error('no track of sound');
    return track;
  }

  /** Exactly these from now on. */
  mix(sounds: ReadonlyMap<string, Sound>): void {
    for (const [id, { track }] of this.#playing) if (sounds.get(id)?.track !== track) this.#stop(id);
    for (const [id, sound] of sounds) this.#start(id, sound);
  }

  end(): void {
    this.mix(new Map());
    void this.#context.close();
  }

  #start(id: string, { track, gain }: Sound): void {
    const playing = this.#playing.get(id);
    if (playing) {
      playing.gain.gain.value = gain;
      return;
    }
    const source = this.#context.createMediaStreamSource(new MediaStream([track]));
    const node = new GainNode(this.#context, { gain });
    source.connect(node).connect(this.#limiter);
    this.#playing.set(id, { track, source, gain: node });
  }

  #stop(id: string): void {
    const playing = this.#playing.get(id);
    playing?.source.disconnect();
    playing?.gain.disconnect();
    this.#playing.delete(id);
  }
}
