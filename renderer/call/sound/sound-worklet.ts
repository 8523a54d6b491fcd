/** Runs where sound is made, beside the window: whatever the window does, no block comes late. */
import { Denoising } from './denoising';
import { Rnnoise } from './rnnoise';
import { DENOISER, LISTENER, type DenoiserOptions, type WorkletScope } from './worklet-scope';

const scope = globalThis as unknown as WorkletScope;

class Denoiser extends scope.AudioWorkletProcessor {
  readonly #denoising: Denoising;

  constructor({ processorOptions }: { processorOptions: unknown }) {
    super();
    const { bytes } = processorOptions as DenoiserOptions;
    this.#denoising = new Denoising(new Rnnoise(new WebAssembly.Module(bytes)));
    this.port.postMessage('ready');
  }

  process([input]: Float32Array[][], [output]: Float32Array[][]): boolean {
    const to = output?.[0];
    if (to) this.#denoising.process(input?.[0] ?? null, to);
    return true;
  }
}

class Listener extends scope.AudioWorkletProcessor {
  process([input]: Float32Array[][]): boolean {
    const heard = input?.[0]?.slice();
    if (heard) this.port.postMessage(heard, [heard.buffer]);
    return true;
  }
}

scope.registerProcessor(DENOISER, Denoiser);
scope.registerProcessor(LISTENER, Listener);
