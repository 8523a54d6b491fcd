/** Reads what somebody else encoded. */
import type { z } from 'zod';
import { decodeCbor } from './cbor';

/** Throws on malformed CBOR; null for what is well-formed and not of this shape, such as a kind of a later version. */
export function parseCbor<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | null {
  return schema.safeParse(decodeCbor(bytes)).data ?? null;
}
