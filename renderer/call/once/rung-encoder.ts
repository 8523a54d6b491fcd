/** One encoding of the camera, in three temporal layers: every second and every fourth picture can do without the others. */
import type { Rung } from './plan';

/** Encoded and not sealed yet. */
export interface MadePicture {
  payload: Uint8Array;
  isKey: boolean;
  layer: number;
}

/** An encoder that is so far behind gets no more until it has caught up. */
const MAX_BEHIND = 2;
/** A camera's clock trembles. */
const TREMBLE = 0.25;
/** Smaller changes of the bit rate are not worth the interruption. */
const SAME_RATE = 0.1;

interface Running {
  encoder: VideoEncoder;
  config: VideoEncoderConfig & { bitrate: number };
}

export class RungEncoder {
  #running: Running | null = null;
  #dueAt = -Infinity;

  /** @param made in the order of the camera. @param failed called at most once for each encoder. */
  constructor(
    private rung: Rung,
    private readonly made: (picture: MadePicture) => void,
    private readonly failed: () => void,
  ) {}

  follow(rung: Rung): void {
    this.rung = rung;
  }

  /** The next frame would begin a new encoder. */
  startsAnew(frame: VideoFrame): boolean {
    const size = sizeOf(frame, this.rung.height);
    const config = this.#running?.config;
    return config?.width !== size.width || config.height !== size.height;
  }

  /** False: this rung does not take this frame. The frame stays the caller's. */
  encode(frame: VideoFrame, isKey: boolean): boolean {
    const every = 1_000_000 / this.rung.framesPerSecond;
    const early = this.#dueAt - frame.timestamp;
    if (early > every * TREMBLE && early <= every) return false;
    const { encoder } = this.#configured(frame);
    if (encoder.encodeQueueSize > MAX_BEHIND) return false;
    // After a pause, or with another clock, it is counted anew.
    this.#dueAt = frame.timestamp + every + (Math.abs(early) < every ? early : 0);
    encoder.encode(frame, { keyFrame: isKey });
    return true;
  }

  /** What is still being encoded comes out no more. */
  close(): void {
    const encoder = this.#running?.encoder;
    this.#running = null;
    if (encoder && encoder.state !== 'closed') encoder.close();
  }

  #configured(frame: VideoFrame): Running {
    const { bitrate, framesPerSecond } = this.rung;
    const isNew = this.startsAnew(frame);
    if (isNew) this.close();
    const running = this.#running;
    const before = running?.config.bitrate ?? 0;
    if (running && Math.abs(bitrate - before) <= before * SAME_RATE) return running;
    const config = {
      ...{ codec: 'vp8', latencyMode: 'realtime' as const, scalabilityMode: 'L1T3' },
      ...{ hardwareAcceleration: 'prefer-software' as const },
      ...sizeOf(frame, this.rung.height),
      ...{ bitrate, framerate: framesPerSecond },
    };
    const encoder = running?.encoder ?? this.#start();
    encoder.configure(config);
    this.#running = { encoder, config };
    return this.#running;
  }

  #start(): VideoEncoder {
    const encoder: VideoEncoder = new VideoEncoder({
      output: (chunk, metadata) => {
        if (this.#running?.encoder !== encoder) return;
        const payload = new Uint8Array(chunk.byteLength);
        chunk.copyTo(payload);
        const { svc } = (metadata ?? {}) as { svc?: { temporalLayerId?: number } };
        this.made({ payload, isKey: chunk.type === 'key', layer: svc?.temporalLayerId ?? 0 });
      },
      error: () => {
        if (this.#running?.encoder === encoder) this.failed();
      },
    });
    return encoder;
  }
}

/** In even numbers, as VP8's colours have it. */
function sizeOf(
  { displayWidth, displayHeight }: VideoFrame,
  height: number,
): { width: number; height: number } {
  const share = Math.min(1, height / displayHeight);
  const even = (length: number): number => Math.max(2, 2 * Math.round((length * share) / 2));
  return { width: even(displayWidth), height: even(displayHeight) };
}
