/** The address book: what the window sees of it, and what it may ask. */
import { z } from 'zod';
import type { VerifiedBy } from '../identity/contacts';
import { hexId, none } from './shapes';

/** Somebody whom this person has met. */
export interface ContactView {
  /** Stands for the identity, in this app only. */
  id: string;
  /** The own name for them, at first what they called themselves. */
  name: string;
  /** What they called themselves last. */
  calledThemselves: string;
  /** Times are Unix milliseconds. */
  verified: { by: VerifiedBy; at: number } | null;
  lastMetAt: number;
  fingerprint: string;
  /** Comes into the running meeting without being asked about. */
  isExpected: boolean;
}

export const contactRequests = {
  'contacts:rename': z.object({ id: hexId, name: z.string().max(256) }),
  'contacts:forget': z.object({ id: hexId }),
  /** Into a file that the person chooses. */
  'contacts:export': none,
  'contacts:import': none,
} as const;
export interface ContactAnswers {
  'contacts:export': { saved: boolean };
  /** added: how many; null if the person chose no file. */
  'contacts:import': { added: number | null };
}
