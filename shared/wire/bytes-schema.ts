/** Bytes in a schema: exactly so many, or at most so many. */
import { z } from 'zod';

export const anyBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export function bytesOfLength(length: number): typeof anyBytes {
  return anyBytes.refine((bytes) => bytes.length === length);
}

export function bytesUpTo(length: number): typeof anyBytes {
  return anyBytes.refine((bytes) => bytes.length <= length);
}
