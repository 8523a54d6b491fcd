/** A captured camera as others are to see it. Between the two there is only the worker. */
import wasm from '@twilio/video-processors/dist/build/tflite-simd-1-0-0.wasm?url';
import model from '@twilio/video-processors/dist/build/selfie_segmentation_landscape.tflite?url';
import type { PictureEvents, PictureFailure, Treated } from '../devices/treatment';
import type { Look } from './look';
import type { ModelFiles } from './segmenter';
import type { BeginBackground, FromBackground } from './worker-messages';

/** Three megabytes of the app's own files, compiled, and a first frame. */
const BEGIN_LIMIT_MS = 20_000;
/** The worker says each second that nothing hangs. */
const SILENT_LIMIT_MS = 10_000;

/** Chromium has these; the DOM's types do not know them yet (W3C mediacapture-transform). */
interface Transforms {
  MediaStreamTrackProcessor: new (of: { track: MediaStreamTrack }) => {
    readable: ReadableStream<VideoFrame>;
  };
  MediaStreamTrackGenerator: new (of: { kind: 'video' }) => MediaStreamTrack & {
    writable: WritableStream<VideoFrame>;
  };
}

async function read(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error('no model in this build');
  return answer.arrayBuffer();
}

async function readFiles(): Promise<ModelFiles> {
  const [engine, weights] = await Promise.all([read(wasm), read(model)]);
  return { wasm: engine, model: weights };
}

/** Resolves with the first frame that others may see, and rejects where none comes. */
export async function treatPicture(
  captured: MediaStreamTrack,
  look: Look,
  events: PictureEvents,
): Promise<Treated> {
  const { MediaStreamTrackProcessor, MediaStreamTrackGenerator } = globalThis as unknown as Transforms;
  const files = await readFiles();
  const worker = new Worker(new URL('./background-worker.ts', import.meta.url), {
    ...{ type: 'module', name: 'background' },
  });
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  const { readable: camera } = new MediaStreamTrackProcessor({ track: captured });
  const { writable: others } = track;
  let isOver = false;
  let hasBegun = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    isOver = true;
    clearTimeout(timer);
    worker.terminate();
    track.stop();
  };
  return new Promise((resolve, reject) => {
    const failed = (reason: PictureFailure): void => {
      if (isOver) return;
      end();
      reject(new Error(reason));
      events.failed(reason);
    };
    const expectNews = (limitMs: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        failed('model');
      }, limitMs);
    };
    worker.onerror = () => {
      failed('model');
    };
    worker.onmessage = ({ data }: MessageEvent<FromBackground>) => {
      if (isOver) return;
      if (hasBegun) expectNews(SILENT_LIMIT_MS);
      switch (data.type) {
        case 'alive':
          break;
        case 'began':
          hasBegun = true;
          expectNews(SILENT_LIMIT_MS);
          resolve({ track, end });
          break;
        case 'cost':
          events.cost(data.share);
          break;
        case 'failed':
          failed(data.reason);
          break;
      }
    };
    expectNews(BEGIN_LIMIT_MS);
    const begin: BeginBackground = { files, look, camera, others };
    worker.postMessage(begin, [files.wasm, files.model, camera, others]);
  });
}
