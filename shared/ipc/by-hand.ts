/** Passing an invitation and its answer by hand: what the window sees of it, and what it may ask. */
import { z } from 'zod';

/** Invitations that wait or work at one time. */
export const MAX_HAND_INVITATIONS = 4;

const id = z.string().regex(/^[0-9a-f]{16}$/);

/**
 * no-address: this computer has none that could be told. no-path: the two computers did not reach each other.
 * too-late: nobody answered in time. window-gone: the window was loaded anew, and the link's end with it.
 */
export const handFailureSchema = z.enum(['no-address', 'no-path', 'too-late', 'window-gone']);
export type HandFailure = z.infer<typeof handFailureSchema>;

export const handInvitationSchema = z.discriminatedUnion('state', [
  z.object({ id, state: z.literal('preparing') }),
  /** text: as secret as the link. until: Unix milliseconds. */
  z.object({ id, state: z.literal('waiting'), text: z.string(), until: z.number() }),
  /** The answer is here. */
  z.object({ id, state: z.literal('connecting') }),
  /** The way stands: whoever was invited knocks by it. */
  z.object({ id, state: z.literal('connected') }),
  /** Needed no longer. */
  z.object({ id, state: z.literal('done') }),
  z.object({ id, state: z.literal('failed'), why: handFailureSchema }),
]);
export type HandInvitationView = z.infer<typeof handInvitationSchema>;

/** Of whoever asks to join; none: by a link, or without anything by hand. */
export const handAnswerSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('preparing') }),
  z.object({ state: z.literal('ready'), text: z.string() }),
  z.object({ state: z.literal('connected') }),
  z.object({ state: z.literal('failed'), why: handFailureSchema }),
]);
export type HandAnswerView = z.infer<typeof handAnswerSchema>;

export const handInsideSchema = z.object({
  /** Whether this person keeps the door: others cannot let anybody in. */
  mayInvite: z.boolean(),
  /** The newest last. */
  invitations: z.array(handInvitationSchema),
});
export type HandInsideView = z.infer<typeof handInsideSchema>;

export const handRequests = {
  'meeting:hand-invite': { argument: z.undefined(), answer: z.object({ id }) },
  /** What came back: it says itself which invitation it answers. */
  'meeting:hand-answered': { argument: z.object({ text: z.string().max(8192) }), answer: z.object({ id }) },
  'meeting:hand-end': { argument: z.object({ id }), answer: z.undefined() },
  /** id: that invitation. null: the own answer. */
  'meeting:hand-copy': { argument: z.object({ id: id.nullable() }), answer: z.undefined() },
} as const;
