/** Records what is shown and heard, as the scene has it, until it is ended. */
import { AudioSampleSource, CanvasSource, Output, Quality, type AudioSample } from 'mediabunny';
import { systemClocks } from '../../clocks';
import { drawScene } from './draw-scene';
import { Mixer } from './mixer';
import { mixerSound, type MixerSound } from './mixer-sound';
import { Pictures } from './pictures';
import { recordingClock } from './recording-clock';
import { HEIGHT, WIDTH } from './places';
import type { Scene, SceneWords } from './scene';
import { SoundLine } from './sound-line';
import { StallWatch } from './stall-watch';
import { wholeClusters } from './whole-clusters';
import { WriteQueue } from './write-queue';

const FRAMES_PER_SECOND = 15;
const PICTURE_BITS = 1_500_000;
const SOUND_BITS = 96_000;
/** Seconds from one whole picture to the next: what is not in the file yet is no longer than that and a little. */
const WHOLE_PICTURE_EVERY = 2;

export interface CallRecorderEvents {
  /** Rejects where it could not be written. */
  write: (position: number, bytes: Uint8Array) => Promise<void>;
  /** Once: nothing more can be written or encoded. */
  failed: () => void;
}

export class CallRecorder {
  readonly #pictures = new Pictures();
  readonly #mixer = new Mixer();
  readonly #canvas = document.createElement('canvas');
  readonly #queue: WriteQueue;
  readonly #clusters = wholeClusters((position, bytes) => {
    this.#queue.add(position, bytes);
    this.#watch.wrote();
  });
  readonly #output = new Output(this.#clusters);
  readonly #picture: CanvasSource;
  readonly #sound = new AudioSampleSource({ codec: 'opus', quality: new Quality({ bitrate: SOUND_BITS }) });
  #scene: Scene = { layout: 'grid', people: [], screen: null };
  #clock = (): number => 0;
  readonly #watch = new StallWatch(() => this.#seconds);
  #isEncoding = false;
  #hasEnded = false;
  #timer: ReturnType<typeof setInterval> | null = null;
  #line: SoundLine<AudioSample> | null = null;
  #heard: MixerSound | null = null;

  constructor(
    private readonly words: SceneWords,
    private readonly events: CallRecorderEvents,
  ) {
    this.#queue = new WriteQueue(events.write, () => {
      events.failed();
    });
    this.#canvas.width = WIDTH;
    this.#canvas.height = HEIGHT;
    this.#picture = new CanvasSource(this.#canvas, {
      ...{ codec: 'vp8', quality: new Quality({ bitrate: PICTURE_BITS }), latencyMode: 'realtime' },
      keyFrameInterval: WHOLE_PICTURE_EVERY,
    });
  }

  /** Bytes so far. */
  get length(): number {
    return this.#queue.length;
  }

  /** Who is in it from now on. */
  follow(scene: Scene): void {
    this.#scene = scene;
    const recorded = scene.people.filter(({ isLeftOut }) => !isLeftOut);
    const pictures = recorded.flatMap(({ id, picture }) => (picture ? [[id, picture] as const] : []));
    const { screen } = scene;
    this.#pictures.show(new Map(screen ? [...pictures, [screen.id, screen.picture] as const] : pictures));
    this.#mixer.mix(
      new Map(recorded.flatMap(({ id, sound, gain }) => (sound ? [[id, { track: sound, gain }]] : []))),
    );
  }

  async begin(): Promise<void> {
    this.#output.addVideoTrack(this.#picture, { frameRate: FRAMES_PER_SECOND });
    this.#output.addAudioTrack(this.#sound);
    try {
      await this.#output.start();
    } catch {
      this.#fail();
      return;
    }
    if (this.#hasEnded) return;
    this.#clock = recordingClock(systemClocks.steady);
    const heard = mixerSound(this.#mixer);
    this.#heard = heard;
    this.#line = new SoundLine({
      ...heard,
      now: () => this.#seconds,
      add: (sample) => this.#sound.add(sample),
    });
    this.#run(this.#line.run());
    this.#timer = setInterval(() => {
      this.#tick();
    }, 1000 / FRAMES_PER_SECOND);
    this.#tick();
  }

  /** Nothing is taken any more; resolves when all is written. False: its end could not be made. */
  async end(): Promise<boolean> {
    if (this.#hasEnded) return false;
    this.#hasEnded = true;
    let isWhole = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#line?.end();
    this.#heard?.end();
    this.#pictures.end();
    try {
      this.#clusters.ends();
      await this.#output.finalize();
      this.#clusters.ended();
    } catch {
      // What was written can be played as it is.
      isWhole = false;
    }
    this.#mixer.end();
    await this.#queue.settled();
    return isWhole;
  }

  #tick(): void {
    if (this.#hasEnded) return;
    if (this.#watch.isStalled) this.#fail();
    if (this.#line) this.#run(this.#line.heal());
    this.#frame();
  }

  #frame(): void {
    const context = this.#canvas.getContext('2d');
    // A computer that is too slow leaves frames out.
    if (!context || this.#isEncoding || this.#hasEnded) return;
    drawScene(context, this.#scene, this.#pictures, this.words);
    this.#isEncoding = true;
    this.#picture.add(this.#seconds, 1 / FRAMES_PER_SECOND).then(
      () => {
        this.#isEncoding = false;
      },
      () => {
        this.#fail();
      },
    );
  }

  #run(sound: Promise<void>): void {
    sound.catch(() => {
      this.#fail();
    });
  }

  /** Since it began. */
  get #seconds(): number {
    return this.#clock() / 1000;
  }

  #fail(): void {
    if (!this.#hasEnded) this.events.failed();
  }
}
