/** Finding out who somebody is: what the window sees of it, and what it may ask. */
import { z } from 'zod';
import { EMOJI_COUNT, emojiIds } from '../verification/emoji';
import { emojiFailures } from '../verification/emoji-check';
import { hexId, none } from './shapes';

/**
 * verified: compared by this person. met: in a meeting before, never compared. new: never met. changed: shows the name
 * of somebody known, with another key; nothing is sent or shown until this person decides.
 */
export const trustSchema = z.enum(['verified', 'met', 'new', 'changed']);
export type Trust = z.infer<typeof trustSchema>;

export const verifiedByEnum = z.enum(['number', 'code', 'emoji', 'group']);
export type VerifiedBy = z.infer<typeof verifiedByEnum>;

/** How far comparing emoji with somebody has come. */
export const emojiViewSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('idle') }),
  /** The two computers are still talking. */
  z.object({ phase: z.literal('waiting') }),
  /** mine, theirs: who has said already that they are the same. */
  z.object({
    phase: z.literal('comparing'),
    emoji: z.array(z.enum(emojiIds)).length(EMOJI_COUNT),
    mine: z.boolean(),
    theirs: z.boolean(),
  }),
  z.object({ phase: z.literal('same') }),
  z.object({ phase: z.literal('failed'), why: z.enum(emojiFailures) }),
]);
export type EmojiView = z.infer<typeof emojiViewSchema>;

export const codeVerdictSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('match') }),
  z.object({ verdict: z.literal('no-match') }),
  /** It belongs to somebody else, whom we know by this name. */
  z.object({ verdict: z.literal('somebody-else'), name: z.string() }),
  /** It is that of the own identity. */
  z.object({ verdict: z.literal('own-code') }),
  /** Some other code, or a damaged one. */
  z.object({ verdict: z.literal('not-a-code') }),
]);
export type CodeVerdictView = z.infer<typeof codeVerdictSchema>;

/** nothing: no number, or several. own-copy: it was copied from here, and has been taken away. */
export const copiedNumberVerdict = z.enum(['match', 'no-match', 'nothing', 'own-copy']);
export type CopiedNumberVerdict = z.infer<typeof copiedNumberVerdict>;

export const safetyNumberViewSchema = z.object({
  peerId: z.string(),
  name: z.string(),
  /** Twelve groups of five digits. */
  groups: z.array(z.string().regex(/^\d{5}$/)).length(12),
});
export type SafetyNumberView = z.infer<typeof safetyNumberViewSchema>;

export const verifyingRequests = {
  'meeting:safety-number': { argument: z.object({ peerId: hexId }), answer: safetyNumberViewSchema },
  'meeting:copy-safety-number': { argument: z.object({ peerId: hexId }), answer: none },
  /** Reads the clipboard, this once. Marks nobody as verified. */
  'meeting:compare-copied-number': {
    argument: z.object({ peerId: hexId }),
    answer: z.object({ verdict: copiedNumberVerdict }),
  },
  /** The person has compared the numbers: equal, or not. Not: the link is closed. */
  'meeting:compared-number': { argument: z.object({ peerId: hexId, same: z.boolean() }), answer: none },
  /** What stands in the QR code to be shown to this peer. */
  'meeting:own-code': { argument: z.object({ peerId: hexId }), answer: z.object({ text: z.string() }) },
  /** What a camera or an image said. match: the peer is verified. no-match: the link is closed. */
  'meeting:scanned-code': {
    argument: z.object({ peerId: hexId, text: z.string().max(4096) }),
    answer: codeVerdictSchema,
  },
  'meeting:emoji': {
    argument: z.object({ peerId: hexId, act: z.enum(['start', 'same', 'differ', 'cancel']) }),
    answer: none,
  },
  'meeting:copy-group-code': { argument: none, answer: none },
  /** All have read the same group code: everybody who is in it is verified. The code as it was shown. */
  'meeting:compared-group': { argument: z.object({ code: z.array(z.string()).length(12) }), answer: none },
  /** About somebody with a known name and another key. same-person: a new key of theirs, to be verified anew. */
  'meeting:decide-key': {
    argument: z.object({ peerId: hexId, as: z.enum(['same-person', 'somebody-else', 'close']) }),
    answer: none,
  },
} as const;
