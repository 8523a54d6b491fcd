/**
 * Takes the frames of one transform one by one: sealed or opened they go on, otherwise they are gone.
 * A reader and a writer, because below 20 KB they cost less than `pipeThrough`.
 */
import type { FrameSealer } from '../../../shared/media/frame-sealer';
import type { FrameOpener } from '../../../shared/media/frame-opener';
import type { Opened } from '../../../shared/media/frames';
import { isDummy } from '../once/dummy';
import type { Sink } from '../once/sink';
import { KeyFrameRequests } from './key-frame-requests';
import type { MissingKeys } from './missing-keys';
import type { TransformOptions } from './worker-messages';
import type { EncodedFrame, FrameTransformer } from './worker-scope';

type Outcome = Opened | Awaited<ReturnType<FrameSealer['seal']>> | typeof DROPPED;

const DROPPED = { ok: false, reason: 'dummy' } as const;

/** Ends when the browser ends the stream. Whatever goes wrong, no frame passes as it came. */
async function run(
  { readable, writable }: FrameTransformer,
  work: (bytes: Uint8Array, frame: EncodedFrame) => Promise<Outcome> | Outcome,
): Promise<void> {
  const reader = readable.getReader();
  const writer = writable.getWriter();
  try {
    for (;;) {
      const { done, value: frame } = await reader.read();
      if (done) break;
      const outcome = await work(new Uint8Array(frame.data), frame);
      if (!outcome.ok) continue;
      frame.data = wholeBuffer(outcome.bytes);
      await writer.write(frame);
    }
  } catch {
    // The sender or receiver is gone.
  }
}

function wholeBuffer(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteLength } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? buffer : bytes.slice().buffer;
}

export function sealFrames(
  transformer: FrameTransformer,
  { track, codec }: TransformOptions,
  sealer: FrameSealer,
): Promise<void> {
  return run(transformer, (bytes, frame) =>
    // Still on its way when the camera's own track took its place: it is nobody's picture.
    codec === 'vp8' && isDummy(frame) ? DROPPED : sealer.seal(track, codec, bytes),
  );
}

/** Whatever the sender encodes: in its place goes what was sealed, or nothing. */
export function fanFrames(transformer: FrameTransformer, sink: Sink): Promise<void> {
  return run(transformer, (_, { type }) => {
    // The browser makes one when the viewer's has asked for it.
    if (type === 'key') sink.keyWanted();
    const bytes = sink.take();
    return bytes ? { ok: true, bytes } : DROPPED;
  });
}

export function openFrames(
  transformer: FrameTransformer,
  source: TransformOptions,
  opener: FrameOpener,
  missing: MissingKeys,
): Promise<void> {
  const patience = missing.patience();
  const requests = new KeyFrameRequests(() => transformer.sendKeyFrameRequest?.());
  return run(transformer, async (bytes) => {
    let opened = await opener.open(source, bytes);
    if (!opened.ok && opened.reason === 'no-key') {
      // A message with the key may be a few milliseconds behind the first frame.
      await patience(source.peerId, opened.keyId);
      opened = await opener.open(source, bytes);
    }
    if (source.codec === 'vp8') requests.saw(opened);
    return opened;
  });
}
