/** Copies of what encoders made. */

/** RTCEncodedVideoFrame or RTCEncodedAudioFrame. */
export interface NativeFrame {
  data: ArrayBuffer;
}

/** A copy that has its own bytes; what structuredClone makes shares them with the original. */
export function copyOf<F extends NativeFrame>(frame: F): F {
  return new (frame.constructor as new (original: F) => F)(frame);
}
