/** The address book: what the window sees of it, and what it may ask. */
import { z } from 'zod';
import { hexId, none } from './shapes';
import { verifiedByEnum } from './verifying';

/** Somebody whom this person has met. */
export const contactViewSchema = z.object({
  /** Stands for the identity, in this app only. */
  id: hexId,
  /** The own name for them, at first what they called themselves. */
  name: z.string(),
  /** What they called themselves last. */
  calledThemselves: z.string(),
  verified: z.object({ by: verifiedByEnum, at: z.number() }).nullable(),
  lastMetAt: z.number(),
  fingerprint: z.string(),
  /** Comes into the running meeting without being asked about. */
  isExpected: z.boolean(),
});
export type ContactView = z.infer<typeof contactViewSchema>;

export const contactRequests = {
  'contacts:rename': { argument: z.object({ id: hexId, name: z.string().max(256) }), answer: none },
  'contacts:forget': { argument: z.object({ id: hexId }), answer: none },
  /** Into a file that the person chooses. */
  'contacts:export': { argument: none, answer: z.object({ saved: z.boolean() }) },
  'contacts:import': { argument: none, answer: z.object({ added: z.int().min(0).nullable() }) },
} as const;
