/**
 * Where in a picture a person is: MediaPipe's model for selfies, run by TensorFlow Lite, both as @twilio/video-processors
 * ships them. Nothing is fetched, nothing is drawn.
 */
import createTensorFlowLite, {
  type TensorFlowLite,
} from '@twilio/video-processors/dist/build/tflite-simd-1-0-0.js';

/** What the model looks at, in pixels. */
export const MODEL_WIDTH = 256;
export const MODEL_HEIGHT = 144;
const PIXELS = MODEL_WIDTH * MODEL_HEIGHT;
/** Red, green and blue. */
const CHANNELS = 3;

export interface ModelFiles {
  wasm: ArrayBuffer;
  model: ArrayBuffer;
}

export interface Segmenter {
  /**
   * @param rgba 256 by 144 pixels.
   * @param mask how likely each of them is a person, 0 to 255.
   */
  segment: (rgba: Uint8ClampedArray, mask: Uint8ClampedArray) => void;
}

/** Rejects where the files are anything else. */
export async function openSegmenter({ wasm, model }: ModelFiles): Promise<Segmenter> {
  const silent = (): void => undefined;
  const engine = await createTensorFlowLite({
    ...{ wasmBinary: new Uint8Array(wasm), print: silent, printErr: silent },
  });
  engine.HEAPU8.set(new Uint8Array(model), engine._getModelBufferMemoryOffset());
  const isOurs =
    engine._loadModel(model.byteLength) === 0 &&
    engine._getInputWidth() === MODEL_WIDTH &&
    engine._getInputHeight() === MODEL_HEIGHT &&
    engine._getInputChannelCount() === CHANNELS &&
    engine._getOutputChannelCount() === 1;
  if (!isOurs) throw new Error('not the model expected');
  return {
    segment: (rgba, mask) => {
      segment(engine, rgba, mask);
    },
  };
}

function segment(engine: TensorFlowLite, rgba: Uint8ClampedArray, mask: Uint8ClampedArray): void {
  const input = engine._getInputMemoryOffset() / Float32Array.BYTES_PER_ELEMENT;
  for (let pixel = 0; pixel < PIXELS; pixel++)
    for (let channel = 0; channel < CHANNELS; channel++)
      engine.HEAPF32[input + pixel * CHANNELS + channel] = (rgba[pixel * 4 + channel] ?? 0) / 255;
  if (engine._runInference() !== 0) throw new Error('the model has failed');
  const output = engine._getOutputMemoryOffset() / Float32Array.BYTES_PER_ELEMENT;
  for (let pixel = 0; pixel < PIXELS; pixel++) mask[pixel] = (engine.HEAPF32[output + pixel] ?? 0) * 255;
}
