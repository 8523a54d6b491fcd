/** Messages by which two members renew the keys of their channel (docs/protocol.md, Renewal). */
import { z } from 'zod';
import { bytesUpTo } from '../../wire/bytes-schema';

/** Longest message of the handshake, in bytes. */
const MAX_NOISE = 1400;

export const renewMessageSchema = z.object({
  t: z.literal('renew'),
  /** wanted: asks the other side to begin. first to third: the handshake. done: sealed by the new keys. */
  step: z.enum(['wanted', 'first', 'second', 'third', 'done']),
  noise: bytesUpTo(MAX_NOISE),
});
export type RenewMessage = z.infer<typeof renewMessageSchema>;
