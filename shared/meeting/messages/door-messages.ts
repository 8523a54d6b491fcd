/** Messages between the door and a newcomer, sealed by their channel, carried by the pair's rendezvous room. */
import { z } from 'zod';
import { bytesOfLength } from '../../wire/bytes-schema';
import { encodeCbor } from '../../wire/cbor';
import { compactDescriptionSchema } from '../../wire/description';
import { parseCbor } from '../../wire/parse-cbor';
import { MAX_NOTE_LENGTH } from './note-length';

/** full, expired, locked, replaced, denied end it; elsewhere: this door may not let you in, another one may. */
export const denials = ['denied', 'full', 'expired', 'locked', 'replaced', 'elsewhere'] as const;
export type Denial = (typeof denials)[number];

const doorMessageSchema = z.discriminatedUnion('t', [
  /** Door: the knock has arrived, somebody has to decide. Newcomer, in answer to it: still here. note: the host's. */
  z.object({ t: z.literal('waiting'), note: z.string().max(MAX_NOTE_LENGTH).exactOptional() }),
  /** Door: come in, this is my end of the link, and these are the meeting's id and the members' shared key. */
  z.object({
    t: z.literal('admitted'),
    description: compactDescriptionSchema,
    meetingId: bytesOfLength(32),
    psk: bytesOfLength(32),
  }),
  z.object({ t: z.literal('denied'), reason: z.enum(denials) }),
  /** Door: nobody keeps the door any more; look again. */
  z.object({ t: z.literal('gone') }),
  /** Newcomer: this is mine. */
  z.object({ t: z.literal('answer'), description: compactDescriptionSchema }),
  /** Newcomer: does not want in any more. */
  z.object({ t: z.literal('withdrawn') }),
]);
export type DoorMessage = z.infer<typeof doorMessageSchema>;

export function encodeDoorMessage(message: DoorMessage): Uint8Array {
  return encodeCbor(message);
}

/** Throws on malformed CBOR; null for a kind that this version does not know or a wrong shape. */
export function decodeDoorMessage(bytes: Uint8Array): DoorMessage | null {
  return parseCbor(doorMessageSchema, bytes);
}
