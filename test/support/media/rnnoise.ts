/** The network as it is shipped, compiled. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const file = createRequire(import.meta.url).resolve('@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm');

export const rnnoiseModule = (): WebAssembly.Module => new WebAssembly.Module(readFileSync(file));
