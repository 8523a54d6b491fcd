/**
 * Lives in the frame worker: takes the camera's frames, has each encoded once for a rung, seals it once, and lays it before
 * every viewer of that rung. A picture exists outside this file only sealed; each leaves in the place of a dummy.
 */
import { tracks } from '../../../shared/media/key-id';
import type { FrameSealer } from '../../../shared/media/frame-sealer';
import { dummyPicture } from './dummy';
import { KeyFrameLimit } from './key-frame-limit';
import type { Plan } from './plan';
import { RungEncoder, type MadePicture } from './rung-encoder';
import { Sink } from './sink';

/** A viewer with more pictures waiting than the dummies on their way carry gets one more dummy. */
const BEHIND = 2;
/** To the track that all senders encode: it takes them at once, unless something is wrong. */
const MAX_DUMMIES = 4;

export interface PictureFanParts {
  sealer: Pick<FrameSealer, 'seal'>;
  /** Milliseconds; must not go backwards. */
  now: () => number;
  /** Nothing can be encoded here: another way has to be gone. */
  failed: () => void;
}

export class PictureFan {
  readonly #sinks = new Map<string, Sink>();
  readonly #keyFrames: KeyFrameLimit;
  readonly #encoders: RungEncoder[] = [];
  #plan: Plan = { rungs: [], places: [] };
  #camera: ReadableStreamDefaultReader<VideoFrame> | null = null;
  #dummies: WritableStreamDefaultWriter<VideoFrame> | null = null;
  #dummiesOnTheWay = 0;
  #beatAt = 0;
  /** One seals after the other, so that they leave in their order. */
  #sealing = Promise.resolve();

  constructor(private readonly parts: PictureFanParts) {
    this.#keyFrames = new KeyFrameLimit(parts.now);
  }

  /** The viewer's sender has begun. */
  join(connectionId: string): Sink {
    const sink = new Sink((rung) => {
      this.#keyFrames.want(rung);
    }, this.parts.now);
    this.#sinks.set(connectionId, sink);
    this.#aim(connectionId, sink);
    return sink;
  }

  /** It has ended; another of the same connection may have begun. */
  leave(connectionId: string, sink: Sink): void {
    if (this.#sinks.get(connectionId) === sink) this.#sinks.delete(connectionId);
  }

  /** Another camera, or none: of the one before nothing leaves any more. */
  follow(camera: ReadableStream<VideoFrame> | null): void {
    void this.#camera?.cancel().catch(() => undefined);
    this.#camera = camera?.getReader() ?? null;
    this.#endEncoders(0);
    for (const sink of this.#sinks.values()) sink.clear();
    if (this.#camera) void this.#run(this.#camera);
  }

  /** Where dummies go from now on: the track that all senders encode. */
  beat(dummies: WritableStream<VideoFrame>): void {
    this.#dummies = dummies.getWriter();
    this.#dummiesOnTheWay = 0;
  }

  use(plan: Plan): void {
    this.#plan = plan;
    this.#endEncoders(plan.rungs.length);
    this.#keyFrames.keep(plan.rungs.length);
    for (const [index, rung] of plan.rungs.entries()) this.#encoders[index]?.follow(rung);
    for (const [connectionId, sink] of this.#sinks) this.#aim(connectionId, sink);
  }

  #aim(connectionId: string, sink: Sink): void {
    sink.aim(this.#plan.places.find((place) => place.connectionId === connectionId) ?? null);
  }

  #endEncoders(from: number): void {
    for (const encoder of this.#encoders.splice(from)) encoder.close();
  }

  async #run(camera: ReadableStreamDefaultReader<VideoFrame>): Promise<void> {
    try {
      for (;;) {
        const { done, value: frame } = await camera.read();
        if (done) return;
        try {
          if (camera === this.#camera) this.#encode(frame);
        } finally {
          frame.close();
        }
      }
    } catch {
      if (camera === this.#camera) this.parts.failed();
    }
  }

  #encode(frame: VideoFrame): void {
    for (const [index, rung] of this.#plan.rungs.entries()) {
      const encoder = (this.#encoders[index] ??= this.#newEncoder(index, rung));
      const startsAnew = encoder.startsAnew(frame);
      const isKey = startsAnew || this.#keyFrames.due(index);
      const isTaken = encoder.encode(frame, isKey);
      if (isKey && !isTaken) this.#keyFrames.failed(index);
      if (startsAnew && isTaken) this.#keyFrames.made(index);
    }
  }

  #newEncoder(index: number, rung: Plan['rungs'][number]): RungEncoder {
    const encoder: RungEncoder = new RungEncoder(
      rung,
      (picture) => {
        this.#sealing = this.#sealing.then(() => this.#seal(encoder, index, picture));
      },
      this.parts.failed,
    );
    return encoder;
  }

  async #seal(encoder: RungEncoder, rung: number, { payload, isKey, layer }: MadePicture): Promise<void> {
    const sealed = await this.parts.sealer.seal(tracks.video, 'vp8', payload);
    // The camera was changed or turned off meanwhile.
    if (this.#encoders[rung] !== encoder) return;
    for (const sink of this.#sinks.values()) {
      if (sealed.ok) sink.offer(rung, { bytes: sealed.bytes, isKey, layer });
      else sink.missed(rung);
    }
    // The tall rung comes at least as often as the low one, whose pictures go by the same dummies.
    if (rung === 0 && sealed.ok) this.#sendDummies();
  }

  #sendDummies(): void {
    const isBehind = [...this.#sinks.values()].some(({ queued }) => queued > BEHIND);
    for (let left = isBehind ? 2 : 1; left > 0; left--) {
      if (!this.#dummies || this.#dummiesOnTheWay >= MAX_DUMMIES) return;
      this.#beatAt = Math.max(this.#beatAt + 1000, Math.round(this.parts.now() * 1000));
      this.#dummiesOnTheWay++;
      const written = (): void => {
        this.#dummiesOnTheWay--;
      };
      this.#dummies.write(dummyPicture(this.#beatAt)).then(written, written);
    }
  }
}
