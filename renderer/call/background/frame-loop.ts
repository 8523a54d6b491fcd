/** Frames of the camera in, frames for others out: one for each that was composed, and none that was not. */

interface Frame {
  close: () => void;
}

export interface LoopParts<F extends Frame> {
  /** Makes a new frame of that one. Throws where it cannot. */
  compose: (frame: F) => F;
  /** How long composing took, in milliseconds. */
  took: (milliseconds: number) => void;
  now: () => number;
}

/** Ends with the camera. Rejects where a frame cannot be composed: that frame, and all after it, are seen by nobody. */
export async function composeFrames<F extends Frame>(
  camera: ReadableStream<F>,
  others: WritableStream<F>,
  { compose, took, now }: LoopParts<F>,
): Promise<void> {
  const reader = camera.getReader();
  const writer = others.getWriter();
  try {
    for (;;) {
      const { done, value: frame } = await reader.read();
      if (done) return;
      const begin = now();
      let composed: F;
      try {
        composed = compose(frame);
      } finally {
        frame.close();
      }
      await writer.write(composed);
      took(now() - begin);
    }
  } finally {
    await writer.abort().catch(() => undefined);
    await reader.cancel().catch(() => undefined);
  }
}
