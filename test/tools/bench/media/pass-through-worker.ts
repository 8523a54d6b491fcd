/** The floor: frames go through a worker, which looks at none of them. Gives copies to the page if asked. */
import { copyOf } from './copy-frame';
import type { FrameTransformer } from '../../../../renderer/call/frames/worker-scope';

interface PassThroughScope {
  onrtctransform: ((event: { transformer: FrameTransformer }) => void) | null;
  onmessage: (() => void) | null;
  postMessage: (frame: unknown) => void;
}
const scope = self as unknown as PassThroughScope;
let copying = false;

async function pass({ readable, writable }: FrameTransformer): Promise<void> {
  const reader = readable.getReader();
  const writer = writable.getWriter();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (copying) scope.postMessage(copyOf(value));
    await writer.write(value);
  }
}

scope.onrtctransform = ({ transformer }) => {
  // The stream breaks off with its connection.
  pass(transformer).catch(() => undefined);
};
scope.onmessage = () => {
  copying = true;
};
