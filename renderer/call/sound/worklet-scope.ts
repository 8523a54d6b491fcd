/** What an audio worklet has and the DOM's types do not know (W3C Web Audio). */
export interface WorkletProcessor {
  readonly port: MessagePort;
}

export interface WorkletScope {
  AudioWorkletProcessor: new () => WorkletProcessor;
  registerProcessor: (
    name: string,
    processor: new (options: {
      processorOptions: unknown;
    }) => WorkletProcessor & { process: (inputs: Float32Array[][], outputs: Float32Array[][]) => boolean },
  ) => void;
}

/** Takes noise out of what passes. */
export const DENOISER = 'vigil-denoiser';
/** Tells all that it hears, block by block. */
export const LISTENER = 'vigil-listener';

export interface DenoiserOptions {
  /** Of rnnoise_simd.wasm. */
  bytes: ArrayBuffer;
}
