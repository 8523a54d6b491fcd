/** A meeting as the window sees it: before, at the door, inside and after. */
import { z } from 'zod';
import { handAnswerSchema, handInsideSchema } from './by-hand';
import { emojiViewSchema, trustSchema } from './verifying';

export const peerViewSchema = z.object({
  peerId: z.string(),
  name: z.string(),
  /** opening: data channel or handshake under way. open: authenticated. interrupted: no path right now. */
  link: z.enum(['opening', 'open', 'interrupted']),
  /** Messages get through, by the link or because others pass them on. */
  reached: z.boolean(),
  microphone: z.boolean(),
  camera: z.boolean(),
  role: z.enum(['host', 'co-host', 'member']),
  /** By me, as the statements stand. */
  removable: z.boolean(),
  trust: trustSchema,
  /** The own name for a contact, where it differs from the name shown. */
  contactName: z.string().nullable(),
  /** A verified contact of this name is somebody else. */
  sharesNameWith: z.string().nullable(),
  emoji: emojiViewSchema,
});
export type PeerView = z.infer<typeof peerViewSchema>;

export const knockViewSchema = z.object({
  knockId: z.string(),
  name: z.string(),
  since: z.number(),
  /** The link for one person by which it came; null: the one for all, or not known here. */
  byLink: z.string().nullable(),
  trust: trustSchema,
  contactName: z.string().nullable(),
});
export type KnockView = z.infer<typeof knockViewSchema>;

/** Where two lists of people differ: `peer` is whose list, `about` whom it concerns; empty for nobody we know. */
export const listAlarmSchema = z.object({
  kind: z.enum(['missing-here', 'missing-there', 'other-name', 'other-statements', 'unexplained']),
  peer: z.string(),
  about: z.string(),
});
export type ListAlarm = z.infer<typeof listAlarmSchema>;

/** What others ask of this person, who may do otherwise. */
export const askSchema = z.discriminatedUnion('kind', [
  /** The host asks everybody to end the meeting. */
  z.object({ kind: z.literal('end') }),
  /** Somebody goes on in a new meeting and invites there. */
  z.object({ kind: z.literal('move'), from: z.string() }),
  /** More people were removed at once than usual: it counts here only if this person agrees. */
  z.object({ kind: z.literal('removals'), names: z.array(z.string()), me: z.boolean() }),
]);
export type Ask = z.infer<typeof askSchema>;

export const endReasonSchema = z.enum([
  'left',
  'denied',
  'full',
  'expired',
  /** Nobody new is let in. */
  'locked',
  /** The link was replaced by another one. */
  'replaced',
  'no-path',
  'fingerprint-mismatch',
  'removed',
]);
export type EndReason = z.infer<typeof endReasonSchema>;

const meetingFactsSchema = z.object({
  title: z.string(),
  expiresAt: z.number(),
  role: z.enum(['host', 'guest']),
});

/** To whom the links of this meeting show the own network address. */
const addressShownToSchema = z.enum(['everybody', 'verified', 'nobody']);
export type AddressShownTo = z.infer<typeof addressShownToSchema>;

export const meetingViewSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('none') }),
  /** Before entering: nothing has left this computer. */
  meetingFactsSchema.extend({
    phase: z.literal('preview'),
    /** A meeting of one's own, made before. */
    again: z.boolean(),
    /** An answer with this computer's address is made for whoever invited, as soon as the person asks. */
    byHand: z.boolean(),
  }),
  /** A guest at the door. looking: no answer yet. asked: the host sees the knock. connecting: admitted. */
  meetingFactsSchema.extend({
    phase: z.literal('knocking'),
    /** As it stands in the knock. */
    name: z.string(),
    step: z.enum(['looking', 'asked', 'connecting']),
    byHand: handAnswerSchema,
  }),
  meetingFactsSchema.extend({
    phase: z.literal('inside'),
    startedAt: z.number(),
    self: z.object({
      name: z.string(),
      microphone: z.boolean(),
      camera: z.boolean(),
      addressShownTo: addressShownToSchema,
    }),
    peers: z.array(peerViewSchema),
    /** For whoever keeps the door with the right to decide: those who knocked at any door. */
    knocks: z.array(knockViewSchema),
    /** What this person may sign. */
    rights: z.enum(['host', 'co-host', 'none']),
    /** The meeting was made for anyone with the link. */
    open: z.boolean(),
    /** On: a person decides about each newcomer. */
    lobby: z.boolean(),
    /** On: nobody new comes in. */
    locked: z.boolean(),
    /** Whether the host is inside. */
    hostIsHere: z.boolean(),
    /** What everybody here can read to each other; null while alone. Twelve groups of five digits. */
    groupCode: z
      .array(z.string().regex(/^\d{5}$/))
      .length(12)
      .nullable(),
    asks: z.array(askSchema),
    byHand: handInsideSchema,
    /**
     * fingerprint-mismatch: a link could not be proven to be its person's and was closed. host-contradiction: the
     * host signed two different things in one place; nothing more of it is obeyed.
     */
    alarm: z.enum(['none', 'fingerprint-mismatch', 'host-contradiction']),
    /** Whether everybody sees the same people: lists that stay different, and those who cannot be asked. */
    lists: z.object({ alarms: z.array(listAlarmSchema), cannotCompare: z.array(z.string()) }),
    /** Which of the own media keys is in use; null while nothing is sealed. */
    epoch: z.object({ generation: z.int().min(0), step: z.int().min(0) }).nullable(),
  }),
  meetingFactsSchema.extend({
    phase: z.literal('ended'),
    reason: endReasonSchema,
    /** Sound and picture may have been sent before. */
    wasInside: z.boolean(),
  }),
]);
export type MeetingView = z.infer<typeof meetingViewSchema>;
