/** The meetings that this person made, and the links for single people, as main and window share them. */
import { z } from 'zod';
import { hexId as id, none } from './shapes';

export const ownMeetingViewSchema = z.object({
  id,
  title: z.string(),
  /** Unix milliseconds. */
  createdAt: z.number(),
  expiresAt: z.number(),
  open: z.boolean(),
  /** This person is in it now. */
  isRunning: z.boolean(),
  /** Links for one person each. closed: nobody else comes in by it, because it was used or the host said so. */
  personal: z.array(z.object({ id, label: z.string(), closed: z.boolean() })),
});
export type OwnMeetingView = z.infer<typeof ownMeetingViewSchema>;

/** link: one for a single person; null: the one for everybody. */
const oneLink = z.object({ meeting: id, link: id.nullable() });

export const ownMeetingRequests = {
  /** Leads to its preview. */
  'own-meetings:open': { argument: z.object({ meeting: id }), answer: none },
  'own-meetings:forget': { argument: z.object({ meeting: id }), answer: none },
  /** For whom, as a note to oneself. Answers the new link's id. */
  'own-meetings:invite-person': {
    argument: z.object({ meeting: id, label: z.string().max(256) }),
    answer: z.object({ link: id }),
  },
  'own-meetings:close-link': { argument: z.object({ meeting: id, link: id }), answer: none },
  'own-meetings:copy-link': { argument: oneLink, answer: none },
  /** In full, only on the user's explicit wish. */
  'own-meetings:reveal-link': { argument: oneLink, answer: z.object({ link: z.string() }) },
  /** These contacts come into the running meeting without being asked about. */
  'own-meetings:expect': { argument: z.object({ contacts: z.array(id).max(64) }), answer: none },
} as const;
