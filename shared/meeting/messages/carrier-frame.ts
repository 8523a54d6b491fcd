/** What a carrier's frame holds: `kind u8 ‖ body`. The carrier itself learns nothing from it. */
import { concat } from '../../bytes';
import { MAX_SEALED_LENGTH } from '../../noise/secure-channel';

export const carrierKinds = { handshake: 1, sealed: 2 } as const;
export type CarrierKind = keyof typeof carrierKinds;

export function encodeCarrierFrame(kind: CarrierKind, body: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(carrierKinds[kind]), body);
}

/** Null for an empty or too long frame, and for a kind that this version does not know. */
export function decodeCarrierFrame(frame: Uint8Array): { kind: CarrierKind; body: Uint8Array } | null {
  if (frame.length < 1 || frame.length > MAX_SEALED_LENGTH + 1) return null;
  const body = frame.subarray(1);
  switch (frame[0]) {
    case carrierKinds.handshake:
      return { kind: 'handshake', body };
    case carrierKinds.sealed:
      return { kind: 'sealed', body };
    default:
      return null;
  }
}
