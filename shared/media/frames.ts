/**
 * A sealed frame: `clear ‖ SFrame` (RFC 9605). What stays clear, by codec:
 *
 * - VP8: one byte. Bit 0 is the P bit of the payload (RFC 6386, section 9.1; 0 is a key frame), all others are 0:
 *   Chromium reads it to tell key frames, and sees no more. It is the SFrame metadata, so it is authenticated,
 *   and the opened payload must agree with it.
 * - Opus: nothing.
 */
import { EMPTY } from '../bytes';

export type FrameCodec = 'vp8' | 'opus';

/** Suite 5 of RFC 9605: AES_256_GCM_SHA512_128. */
export const FRAME_SUITE = 5;

/** Why a frame of one's own was not sent. */
export const sealDrops = ['no-key', 'empty', 'key-spent', 'failed'] as const;
export type SealDrop = (typeof sealDrops)[number];

/** Why a frame of somebody else was not shown. */
export const openDrops = [
  /** Nothing is in it: the browser's transport probes the path with such. Tells nothing about the sender. */
  'empty',
  /** Shorter than its header says, or with a clear part or a key id that no Vigil sends. */
  'malformed',
  /** The key id names another track than the one it came on. */
  'wrong-track',
  /** No key of this peer has this id, yet. */
  'no-key',
  /** The key is over: a newer one has been in use for more than 2 s. */
  'old-key',
  /** Seen before, or more than 4,096 frames late. */
  'replayed',
  /** Not sealed with the key, or changed on the way. */
  'not-genuine',
  /** Genuine, but not what its clear part says. */
  'disagrees',
  /** Sound of somebody who is silenced. */
  'silenced',
] as const;
export type OpenDrop = (typeof openDrops)[number];

export type Sealed = { ok: true; bytes: Uint8Array } | { ok: false; reason: SealDrop };
export type Opened =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; reason: 'no-key'; keyId: number }
  | { ok: false; reason: Exclude<OpenDrop, 'no-key'> };

const P_BIT = 0x01;

/** The clear part for a payload, 0 or 1 byte; null for an empty payload, which no encoder makes. */
export function clearPartOf(codec: FrameCodec, payload: Uint8Array): Uint8Array | null {
  const first = payload[0];
  if (first === undefined) return null;
  return codec === 'vp8' ? Uint8Array.of(first & P_BIT) : EMPTY;
}

/** Splits a sealed frame; null if its clear part is missing or has other bits. */
export function splitClearPart(
  codec: FrameCodec,
  frame: Uint8Array,
): { clear: Uint8Array; sframe: Uint8Array } | null {
  if (codec === 'opus') return { clear: EMPTY, sframe: frame };
  const first = frame[0];
  if (first === undefined || (first & ~P_BIT) !== 0) return null;
  return { clear: frame.subarray(0, 1), sframe: frame.subarray(1) };
}
