/** Finding out who somebody is: what the window may ask. */
import { z } from 'zod';
import type { CodeVerdictView, SafetyNumberView } from '../meeting/views';
import { hexId, none } from './shapes';

/** nothing: no number, or several. own-copy: it was copied from here, and has been taken away. */
export type CopiedNumberVerdict = 'match' | 'no-match' | 'nothing' | 'own-copy';

export const verifyingRequests = {
  'meeting:safety-number': z.object({ peerId: hexId }),
  'meeting:copy-safety-number': z.object({ peerId: hexId }),
  /** Reads the clipboard, this once. Marks nobody as verified. */
  'meeting:compare-copied-number': z.object({ peerId: hexId }),
  /** The person has compared the numbers: equal, or not. Not: the connection is closed. */
  'meeting:compared-number': z.object({ peerId: hexId, same: z.boolean() }),
  /** What stands in the QR code to be shown to this peer. */
  'meeting:own-code': z.object({ peerId: hexId }),
  /** What a camera or an image said. match: the peer is verified. no-match: the connection is closed. */
  'meeting:scanned-code': z.object({ peerId: hexId, text: z.string().max(4096) }),
  'meeting:emoji': z.object({ peerId: hexId, act: z.enum(['start', 'same', 'differ', 'cancel']) }),
  'meeting:copy-group-code': none,
  /** All have read the same group code: everybody who is in it is verified. The code as it was shown. */
  'meeting:compared-group': z.object({ code: z.array(z.string()).length(12) }),
  /** About somebody with a known name and another key. same-person: a new key of theirs, to be verified anew. */
  'meeting:decide-key': z.object({ peerId: hexId, as: z.enum(['same-person', 'somebody-else', 'close']) }),
} as const;
export interface VerifyingAnswers {
  'meeting:safety-number': SafetyNumberView;
  'meeting:compare-copied-number': { verdict: CopiedNumberVerdict };
  'meeting:own-code': { text: string };
  'meeting:scanned-code': CodeVerdictView;
}
