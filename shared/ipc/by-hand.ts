/** Passing an invitation and its answer by hand: what the window sees of it, and what it may ask. */
import { z } from 'zod';
import { MAX_PASTED_LENGTH } from '../invite/pasted-length';
import { none } from './shapes';

/** Invitations that wait or work at one time. */
export const MAX_HAND_INVITATIONS = 4;

/** Of an invitation: 8 bytes in hex. */
const id = z.string().regex(/^[0-9a-f]{16}$/);

/**
 * no-address: this computer has none that could be told. no-path: the two computers did not reach each other.
 * too-late: nobody answered in time. window-gone: the window was loaded anew, and the connection's end with it.
 */
export type HandFailure = 'no-address' | 'no-path' | 'too-late' | 'window-gone';

export type HandInvitationView =
  | { id: string; state: 'preparing' }
  /** text: as secret as the link. until: Unix milliseconds. */
  | { id: string; state: 'waiting'; text: string; until: number }
  /** The answer is here. */
  | { id: string; state: 'connecting' }
  /** The connection stands: whoever was invited knocks by it. */
  | { id: string; state: 'connected' }
  /** Needed no longer. */
  | { id: string; state: 'done' }
  | { id: string; state: 'failed'; why: HandFailure };

/** Of whoever asks to join; none: by a link, or without anything by hand. */
export type HandAnswerView =
  | { state: 'none' }
  | { state: 'preparing' }
  | { state: 'ready'; text: string }
  | { state: 'connected' }
  | { state: 'failed'; why: HandFailure };

export const handRequests = {
  'meeting:hand-invite': none,
  /** What came back: it says itself which invitation it answers. */
  'meeting:hand-answered': z.object({ text: z.string().max(MAX_PASTED_LENGTH) }),
  'meeting:hand-end': z.object({ id }),
  /** id: that invitation. null: the own answer. */
  'meeting:hand-copy': z.object({ id: id.nullable() }),
} as const;
export interface HandAnswers {
  'meeting:hand-invite': { id: string };
  /** Which invitation it answers. */
  'meeting:hand-answered': { id: string };
}
