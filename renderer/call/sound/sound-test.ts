/** Five seconds of the own voice, as others would hear it: kept in memory, played once, and wiped. */
import { capture, type CaptureFailure } from '../devices/capture';
import type { ChosenDevices } from '../devices/devices';
import { browserSound } from '../devices/sound-choice';
import type { Treated } from '../devices/treatment';
import { inTime } from './in-time';
import { openSoundContext, SAMPLE_RATE } from './sound-context';
import { suppressNoise } from './strong-suppression';
import { LISTENER } from './worklet-scope';

export const TEST_SECONDS = 5;
/** Nothing more comes of a microphone that takes longer for them, nor of a loudspeaker. */
const LIMIT_MS = 15_000;

export type SoundTestEvent =
  | { type: 'recording'; secondsLeft: number }
  /** isAsChosen: false where strong noise suppression was asked for and does not work. */
  | { type: 'playing'; isAsChosen: boolean }
  /** The last event. */
  | { type: 'ended' }
  | { type: 'failed'; reason: CaptureFailure };

interface Chosen extends ChosenDevices {
  speakerId?: string | null;
}

interface Voice {
  track: MediaStreamTrack;
  isAsChosen: boolean;
}

export class SoundTest {
  readonly #samples = new Float32Array(TEST_SECONDS * SAMPLE_RATE);
  readonly #undo: (() => void)[] = [];
  #hasEnded = false;

  constructor(
    private readonly chosen: Chosen,
    private readonly listener: (event: SoundTestEvent) => void,
  ) {
    void this.#run().catch(() => {
      this.#tell({ type: 'failed', reason: 'unknown' });
      this.end();
    });
  }

  end(): void {
    this.#hasEnded = true;
    for (const undo of this.#undo.splice(0).reverse()) undo();
    this.#samples.fill(0);
  }

  async #run(): Promise<void> {
    const voice = await this.#voice(this.chosen.noiseSuppression === 'strong');
    if (voice === null) return;
    await inTime(this.#record(voice.track), LIMIT_MS);
    // The microphone's light goes out before anything is played.
    for (const undo of this.#undo.splice(0).reverse()) undo();
    if (this.#hasEnded) return;
    this.#tell({ type: 'playing', isAsChosen: voice.isAsChosen });
    await inTime(this.#play(), LIMIT_MS);
    this.#tell({ type: 'ended' });
    this.end();
  }

  /** A microphone of its own: what is muted in a meeting stays muted there. */
  async #voice(strong: boolean): Promise<Voice | null> {
    const sound = browserSound(this.chosen, !strong);
    const captured = await capture('audio', this.chosen.microphoneId, true, sound);
    if (!captured.ok) {
      this.#tell({ type: 'failed', reason: captured.reason });
      this.end();
      return null;
    }
    this.#later(() => {
      captured.track.stop();
    });
    if (!strong) {
      const isAsChosen = this.chosen.noiseSuppression !== 'strong';
      return { track: captured.track, isAsChosen };
    }
    const treated = await suppressNoise(captured.track, () => undefined).catch((): Treated | null => null);
    if (treated === null) return this.#voice(false);
    this.#later(treated.end);
    return { track: treated.track, isAsChosen: true };
  }

  async #record(track: MediaStreamTrack): Promise<void> {
    const context = await openSoundContext();
    this.#later(() => void context.close());
    const source = context.createMediaStreamSource(new MediaStream([track]));
    const ear = new AudioWorkletNode(context, LISTENER, {
      ...{ numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' },
    });
    source.connect(ear);
    await new Promise<void>((resolve) => {
      let length = 0;
      this.#later(resolve);
      ear.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
        const before = Math.floor(length / SAMPLE_RATE);
        const fits = data.subarray(0, this.#samples.length - length);
        if (!this.#hasEnded) this.#samples.set(fits, length);
        data.fill(0);
        if (length === 0) this.#tell({ type: 'recording', secondsLeft: TEST_SECONDS });
        length += fits.length;
        const seconds = Math.floor(length / SAMPLE_RATE);
        if (length === this.#samples.length) resolve();
        else if (seconds !== before) this.#tell({ type: 'recording', secondsLeft: TEST_SECONDS - seconds });
      };
    });
  }

  async #play(): Promise<void> {
    const context = new AudioContext({ sampleRate: SAMPLE_RATE });
    this.#later(() => void context.close());
    const output = context as AudioContext & { setSinkId?: (id: string) => Promise<void> };
    const { speakerId } = this.chosen;
    if (typeof speakerId === 'string') await output.setSinkId?.(speakerId).catch(() => undefined);
    const buffer = context.createBuffer(1, this.#samples.length, SAMPLE_RATE);
    buffer.copyToChannel(this.#samples, 0);
    this.#later(() => {
      buffer.getChannelData(0).fill(0);
    });
    const player = new AudioBufferSourceNode(context, { buffer });
    player.connect(context.destination);
    await new Promise<void>((resolve) => {
      this.#later(resolve);
      player.addEventListener('ended', () => {
        resolve();
      });
      player.start();
    });
  }

  /** When it ends; at once, where it has. */
  #later(undo: () => void): void {
    if (this.#hasEnded) undo();
    else this.#undo.push(undo);
  }

  #tell(event: SoundTestEvent): void {
    if (!this.#hasEnded) this.listener(event);
  }
}
