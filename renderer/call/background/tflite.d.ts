/** TensorFlow Lite for one model, as WebAssembly, of which the package has no types. */
declare module '@twilio/video-processors/dist/build/tflite-simd-1-0-0.js' {
  export interface TensorFlowLite {
    HEAPU8: Uint8Array;
    HEAPF32: Float32Array;
    _getModelBufferMemoryOffset: () => number;
    _loadModel: (bytes: number) => number;
    _getInputMemoryOffset: () => number;
    _getInputWidth: () => number;
    _getInputHeight: () => number;
    _getInputChannelCount: () => number;
    _getOutputMemoryOffset: () => number;
    _getOutputChannelCount: () => number;
    _runInference: () => number;
  }
  const create: (options: {
    wasmBinary: Uint8Array;
    print: () => void;
    printErr: () => void;
  }) => Promise<TensorFlowLite>;
  export default create;
}
