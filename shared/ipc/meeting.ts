/** What the window may ask of a meeting: to go into it and out of it, and to decide who is there. */
import { z } from 'zod';
import { MAX_PASTED_LENGTH } from '../invite/pasted-length';
import { shareSchema } from '../wire/share';
import type { MeetingView } from './meeting-view';
import { hexId, none } from './shapes';

export { MAX_PASTED_LENGTH };
export { MAX_TITLE_BYTES } from '../invite/title-length';

export const meetingRequests = {
  'meeting:get': none,
  'meeting:new': none,
  'meeting:open-link': z.object({ text: z.string().max(MAX_PASTED_LENGTH) }),
  /** Once more by the link by which this person was a guest, where a view offers it. */
  'meeting:go-back': none,
  'meeting:enter': z.object({
    name: z.string().max(256),
    title: z.string().max(256).optional(),
    /** Of a new meeting: anyone with the link comes in without being asked about. */
    open: z.boolean().optional(),
    /** Of a new meeting: its link names the own TURN servers, with name and password. */
    lendTurn: z.boolean().optional(),
    /** Under an identity that is made for this meeting and kept nowhere. */
    throwaway: z.boolean().optional(),
    microphone: z.boolean(),
    camera: z.boolean(),
  }),
  'meeting:set-self': z.object({
    microphone: z.boolean(),
    camera: z.boolean(),
    share: shareSchema.nullable(),
  }),
  /** Goes on in a new meeting with those who are named: they are asked to come along. */
  'meeting:continue': z.object({ peerIds: z.array(hexId).max(100) }),
  /** yes: leave, come along, keep the next link, or let the removals count. no: stay. */
  'meeting:answer-ask': z.object({ kind: z.enum(['end', 'move', 'next', 'removals']), yes: z.boolean() }),
  /** Asks everybody to end the meeting, and leaves. */
  'meeting:end-for-all': none,
  /** To be asked in the window, wherever that is, whether to leave. */
  'meeting:ask-to-leave': none,
  /** Not to leave, although the window was to be closed. */
  'meeting:stay': none,
  'meeting:leave': none,
  'meeting:copy-invite': none,
  /** As the address of the page that the person set. */
  'meeting:copy-page-invite': none,
  /** The link in full, only on the user's explicit wish. */
  'meeting:reveal-invite': none,
  'meeting:admit': z.object({ knockId: hexId }),
  'meeting:deny': z.object({ knockId: hexId }),
  /** Refuses, and never asks about this key again. */
  'meeting:block': z.object({ knockId: hexId }),
  /** Sends somebody away, for the rest of this meeting. */
  'meeting:remove': z.object({ peerId: hexId }),
  'meeting:set-lobby': z.object({ on: z.boolean() }),
  'meeting:set-lock': z.object({ on: z.boolean() }),
  'meeting:set-co-host': z.object({ peerId: hexId, on: z.boolean() }),
  /** In the large place for everyone. */
  'meeting:spotlight': z.object({ peerId: hexId }),
  'meeting:end-spotlight': none,
  /** The old link lets in only those who were in already. */
  'meeting:replace-link': none,
} as const;
export interface MeetingAnswers {
  'meeting:get': MeetingView;
  'meeting:reveal-invite': { link: string };
}
