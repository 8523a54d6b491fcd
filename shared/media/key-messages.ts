/** What a sender says about its media key to one member, inside the pair's channel (CBOR). */
import { z } from 'zod';
import { bytesOfLength } from '../wire/bytes-schema';
import { MAX_GENERATION, MAX_STEP } from './key-id';
import { MEDIA_KEY_LENGTH } from './ratchet';

/**
 * `{ t: 'key', generation: 0..2^32-1, step: 0..255, key: 32 bytes }`: from this step on, frames of the one who
 * says it open with this key. Older generations and steps are stale; steps that follow need no message.
 */
export const keyMessageSchema = z.object({
  t: z.literal('key'),
  generation: z.int().min(0).max(MAX_GENERATION),
  step: z.int().min(0).max(MAX_STEP),
  key: bytesOfLength(MEDIA_KEY_LENGTH),
});
export type KeyMessage = z.infer<typeof keyMessageSchema>;

/** `{ t: 'key-wanted' }`: frames come whose key was never told, or was lost on its way. Say it again. */
export const keyWantedSchema = z.object({ t: z.literal('key-wanted') });
export type KeyWanted = z.infer<typeof keyWantedSchema>;
