/**
 * RNNoise, a small neural network that keeps speech and takes away what is not: its WebAssembly with the model inside, as
 * @sapphi-red/web-noise-suppressor ships it. Runs wherever WebAssembly does, and asks for nothing from outside.
 */

/** Samples that are treated at once: 10 ms at 48 kHz. */
export const FRAME_LENGTH = 480;
/** RNNoise counts as 16-bit sound does. */
const FULL_SCALE = 32_768;
const PAGE_BYTES = 65_536;
/** It needs a fraction of this; whatever would want more is not RNNoise. */
const MAX_BYTES = 64 * 1024 * 1024;

interface Exports {
  memory: WebAssembly.Memory;
  __wasm_call_ctors: () => void;
  malloc: (bytes: number) => number;
  rnnoise_get_frame_size: () => number;
  rnnoise_create: (model: number) => number;
  rnnoise_process_frame: (state: number, to: number, from: number) => number;
}

/** Of one microphone: it remembers what it has heard a moment ago. */
export class Rnnoise {
  readonly #exports: Exports;
  readonly #state: number;
  readonly #frame: number;

  /** @param module the compiled rnnoise_simd.wasm. Throws if it is anything else. */
  constructor(module: WebAssembly.Module) {
    const { exports } = new WebAssembly.Instance(module, { env: this.#imports() });
    this.#exports = exports as unknown as Exports;
    this.#exports.__wasm_call_ctors();
    if (this.#exports.rnnoise_get_frame_size() !== FRAME_LENGTH) throw new Error('not the RNNoise expected');
    this.#state = this.#exports.rnnoise_create(0);
    this.#frame = this.#exports.malloc(FRAME_LENGTH * Float32Array.BYTES_PER_ELEMENT);
    if (this.#state === 0 || this.#frame === 0) throw new Error('no memory for RNNoise');
  }

  /** Of 480 samples between -1 and 1, in place, only speech is left. @returns how likely it is that somebody speaks, 0 to 1. */
  process(samples: Float32Array): number {
    // Looked up each time: memory that grows is another buffer.
    const frame = new Float32Array(this.#exports.memory.buffer, this.#frame, FRAME_LENGTH);
    for (let i = 0; i < FRAME_LENGTH; i++) frame[i] = (samples[i] ?? 0) * FULL_SCALE;
    const voice = this.#exports.rnnoise_process_frame(this.#state, this.#frame, this.#frame);
    for (let i = 0; i < FRAME_LENGTH; i++) samples[i] = (frame[i] ?? 0) / FULL_SCALE;
    return voice;
  }

  #imports(): Record<string, (...values: number[]) => unknown> {
    return {
      emscripten_memcpy_big: (to = 0, from = 0, length = 0) => {
        new Uint8Array(this.#exports.memory.buffer).copyWithin(to, from, from + length);
      },
      emscripten_resize_heap: (bytes = 0) => {
        if (bytes > MAX_BYTES) return 0;
        const { memory } = this.#exports;
        memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / PAGE_BYTES));
        return 1;
      },
      __assert_fail: () => {
        throw new Error('RNNoise has failed');
      },
    };
  }
}
