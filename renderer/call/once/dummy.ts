/**
 * The picture that every sender encodes in place of the camera's: tiny and grey, it costs next to nothing, and gives the
 * sealed pictures their RTP headers, their pace and the browser's key-frame requests. It is never sent itself.
 */
import type { EncodedFrame } from '../frames/worker-scope';

const SIZE = 16;
const GREY = new Uint8Array((SIZE * SIZE * 3) / 2).fill(128);

/** @param timestamp microseconds. */
export function dummyPicture(timestamp: number): VideoFrame {
  return new VideoFrame(GREY, { format: 'I420', codedWidth: SIZE, codedHeight: SIZE, timestamp });
}

/** No camera makes pictures of this size. */
export function isDummy(frame: EncodedFrame): boolean {
  const { width, height } = frame.getMetadata?.() ?? {};
  return width === SIZE && height === SIZE;
}
