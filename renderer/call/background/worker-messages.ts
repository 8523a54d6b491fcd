/** What window and worker say to each other about the background. */
import type { Look } from './look';
import type { ModelFiles } from './segmenter';

/** The only message to the worker: after it, frames go from the camera to the worker, and from there to the senders. */
export interface BeginBackground {
  files: ModelFiles;
  look: Look;
  camera: ReadableStream<VideoFrame>;
  others: WritableStream<VideoFrame>;
}

export type FromBackground =
  /** Told each second: nothing hangs. */
  | { type: 'alive' }
  /** The first frame is out. */
  | { type: 'began' }
  /** How much of a processor it takes, 0 to 1 and more. */
  | { type: 'cost'; share: number }
  | { type: 'failed'; reason: 'model' | 'slow' };
