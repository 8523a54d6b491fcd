/** What a worker has and the DOM's types do not know (W3C WebRTC Encoded Transform). */
import type { FromWorker, ToWorker } from './worker-messages';

export interface EncodedFrame {
  data: ArrayBuffer;
  /** Of pictures. */
  readonly type?: 'key' | 'delta' | 'empty';
  getMetadata?: () => { width?: number; height?: number };
}

export interface FrameTransformer {
  readonly options: unknown;
  readonly readable: ReadableStream<EncodedFrame>;
  readonly writable: WritableStream<EncodedFrame>;
  /** Receivers of video only. */
  sendKeyFrameRequest?: () => Promise<unknown>;
}

export interface FrameWorkerScope {
  onrtctransform: ((event: { readonly transformer: FrameTransformer }) => void) | null;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage: (message: FromWorker) => void;
}
