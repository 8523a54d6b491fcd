/** Stands where a receiver's transform stands and shows the test what really came over the wire. Plays nothing. */
import type { FrameTransformer } from '../../../../../../renderer/call/frames/worker-scope';

const MAX_FRAMES = 1000;

interface ObserverScope {
  onrtctransform: ((event: { transformer: FrameTransformer }) => void) | null;
  postMessage: (message: { kind: unknown; bytes: number[] }) => void;
}
const scope = self as unknown as ObserverScope;

scope.onrtctransform = ({ transformer }) => {
  void (async () => {
    const reader = transformer.readable.getReader();
    for (let seen = 0; ; seen++) {
      const { done, value } = await reader.read();
      if (done) return;
      if (seen < MAX_FRAMES) {
        scope.postMessage({ kind: transformer.options, bytes: [...new Uint8Array(value.data)] });
      }
    }
  })();
};
