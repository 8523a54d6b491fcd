/** What the window may ask of a meeting: to go into it and out of it, and to decide who is there. */
import { z } from 'zod';
import { meetingViewSchema } from './meeting-view';
import { hexId, none } from './shapes';

export const MAX_TITLE_BYTES = 64;

export const meetingRequests = {
  'meeting:get': { argument: none, answer: meetingViewSchema },
  'meeting:new': { argument: none, answer: none },
  'meeting:open-link': { argument: z.object({ text: z.string().max(8192) }), answer: none },
  'meeting:enter': {
    argument: z.object({
      name: z.string().max(256),
      title: z.string().max(256).optional(),
      /** Of a new meeting: anyone with the link comes in without being asked about. */
      open: z.boolean().optional(),
      /** Of a new meeting: its link names the own go-betweens, with name and password. */
      lendTurn: z.boolean().optional(),
      /** Under an identity that is made for this meeting and kept nowhere. */
      throwaway: z.boolean().optional(),
      microphone: z.boolean(),
      camera: z.boolean(),
    }),
    answer: none,
  },
  'meeting:set-self': { argument: z.object({ microphone: z.boolean(), camera: z.boolean() }), answer: none },
  /** Goes on in a new meeting with those who are named: they are asked to come along. */
  'meeting:continue': { argument: z.object({ peerIds: z.array(hexId).max(100) }), answer: none },
  /** yes: leave, come along, or let the removals count. no: stay. */
  'meeting:answer-ask': {
    argument: z.object({ kind: z.enum(['end', 'move', 'removals']), yes: z.boolean() }),
    answer: none,
  },
  /** Asks everybody to end the meeting, and leaves. */
  'meeting:end-for-all': { argument: none, answer: none },
  'meeting:leave': { argument: none, answer: none },
  'meeting:copy-invite': { argument: none, answer: none },
  /** The link in full, only on the user's explicit wish. */
  'meeting:reveal-invite': { argument: none, answer: z.object({ link: z.string() }) },
  'meeting:admit': { argument: z.object({ knockId: hexId }), answer: none },
  'meeting:deny': { argument: z.object({ knockId: hexId }), answer: none },
  /** Sends somebody away, for the rest of this meeting. */
  'meeting:remove': { argument: z.object({ peerId: hexId }), answer: none },
  'meeting:set-lobby': { argument: z.object({ on: z.boolean() }), answer: none },
  'meeting:set-lock': { argument: z.object({ on: z.boolean() }), answer: none },
  'meeting:set-co-host': { argument: z.object({ peerId: hexId, on: z.boolean() }), answer: none },
  /** The old link lets in only those who were in already. */
  'meeting:replace-link': { argument: none, answer: none },
} as const;
