/** Messages between members, sealed by the pair's member channel. Unknown kinds are ignored and counted. */
import { z } from 'zod';
import { decodeCbor, encodeCbor } from '../wire/cbor';
import { mediaDescriptionSchema } from '../wire/description';

const memberMessageSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('media'), description: mediaDescriptionSchema }),
  z.object({ t: z.literal('self'), microphone: z.boolean(), camera: z.boolean() }),
  z.object({ t: z.literal('bye') }),
]);
export type MemberMessage = z.infer<typeof memberMessageSchema>;

export function encodeMemberMessage(message: MemberMessage): Uint8Array {
  return encodeCbor(message);
}

/** Throws on malformed CBOR; null for a kind that this version does not know or a wrong shape. */
export function decodeMemberMessage(bytes: Uint8Array): MemberMessage | null {
  return memberMessageSchema.safeParse(decodeCbor(bytes)).data ?? null;
}
