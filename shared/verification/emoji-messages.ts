/** What the two say to each other while they compare emoji, sealed by the pair's channel. */
import { z } from 'zod';
import { bytesOfLength } from '../wire/bytes-schema';
import { COMMIT_LENGTH, NONCE_LENGTH } from './emoji-hashes';

export const emojiMessageSchema = z.object({
  t: z.literal('emoji'),
  step: z.discriminatedUnion('s', [
    /** From the one who does not commit: please begin. */
    z.object({ s: z.literal('start') }),
    z.object({ s: z.literal('commit'), commit: bytesOfLength(COMMIT_LENGTH) }),
    z.object({ s: z.literal('nonce'), nonce: bytesOfLength(NONCE_LENGTH) }),
    z.object({ s: z.literal('reveal'), nonce: bytesOfLength(NONCE_LENGTH) }),
    /** A person says: they are the same. */
    z.object({ s: z.literal('same') }),
    /** A person says: they differ. */
    z.object({ s: z.literal('differ') }),
    z.object({ s: z.literal('cancel') }),
  ]),
});
export type EmojiMessage = z.infer<typeof emojiMessageSchema>;
export type EmojiStep = EmojiMessage['step'];
