/** The meetings that this person made, and the links for single people, as main and window share them. */
import { z } from 'zod';
import { hexId as id } from './shapes';

export { MAX_NOTE_LENGTH } from '../meeting/messages/note-length';

export interface OwnMeetingView {
  id: string;
  title: string;
  /** Unix milliseconds. */
  createdAt: number;
  expiresAt: number;
  open: boolean;
  /** This person is in it now. */
  isRunning: boolean;
  /**
   * When it is to begin, in Unix milliseconds, and the IANA name of the zone in which that was said. isLast: of a series,
   * which ends if it is forgotten.
   */
  planned: { startsAt: number; zone: string; weekly: boolean; isLast: boolean } | null;
  /** Links for one person each. closed: nobody else comes in by it, because it was used or the host said so. */
  personal: { id: string; label: string; closed: boolean }[];
}

/** A meeting of somebody else's, to which this person can ask to come. startsAt in Unix milliseconds. */
export interface KeptInviteView {
  id: string;
  title: string;
  startsAt: number;
  /** IANA name of the zone in which it was planned. */
  zone: string;
}

/** link: one for a single person; null: the one for everybody. */
const oneLink = z.object({ meeting: id, link: id.nullable() });

export const ownMeetingRequests = {
  /** Leads to its preview. */
  'own-meetings:open': z.object({ meeting: id }),
  'own-meetings:forget': z.object({ meeting: id }),
  /** For whom, as a note to oneself. */
  'own-meetings:invite-person': z.object({ meeting: id, label: z.string().max(256) }),
  'own-meetings:close-link': z.object({ meeting: id, link: id }),
  /** page: as the address of the page that the person set. */
  'own-meetings:copy-link': oneLink.extend({ as: z.enum(['vigil', 'page']) }),
  /** As a file that Vigil opens, where the person chooses. */
  'own-meetings:save-link': oneLink,
  /** In full, only on the user's explicit wish. */
  'own-meetings:reveal-link': oneLink,
  /** Makes a meeting and its link; nothing is sent. Times are Unix milliseconds. */
  'own-meetings:plan': z.object({
    title: z.string().max(256),
    startsAt: z.int(),
    zone: z.string().max(64),
    worksUntil: z.int(),
    /** Every week at the same time, each time by another link. */
    weekly: z.boolean(),
    note: z.string().max(1000),
  }),
  /** An invitation in words, with the link in it, as the person was shown it. */
  'own-meetings:copy-text': z.object({ text: z.string().max(6000) }),
  /** A calendar's file, where the person chooses. called: what stands there for a meeting without a title. */
  'own-meetings:save-calendar': z.object({ meeting: id, withLink: z.boolean(), called: z.string().max(256) }),
  /**
   * Makes a meeting into which this contact comes without being asked about, copies its link, and leads to its preview.
   */
  'own-meetings:call': z.object({ contact: id }),
  /** Leads to the preview of a meeting whose link was kept. */
  'own-meetings:ask-to-join': z.object({ invite: id }),
  'own-meetings:forget-invite': z.object({ invite: id }),
  /** These contacts come into the running meeting without being asked about. */
  'own-meetings:expect': z.object({ contacts: z.array(id).max(64) }),
} as const;
export interface OwnMeetingAnswers {
  /** The new link's id. */
  'own-meetings:invite-person': { link: string };
  'own-meetings:reveal-link': { link: string };
  'own-meetings:plan': { meeting: string };
  'own-meetings:save-link': { saved: boolean };
  'own-meetings:save-calendar': { saved: boolean };
}
