/** Volunteers' servers: what the window sees of them, which is never the text or its secret, and may ask. */
import { z } from 'zod';
import { MAX_PASTED_VOLUNTEER_TEXT } from '../volunteer/volunteer-text';
import type { TurnWay } from '../volunteer/place';

/** Two, so that there is another when one is away. */
export const MAX_VOLUNTEERS = 2;

/** What a volunteer's server consists of, as it is tested. */
export type VolunteerPart = 'server' | 'relay' | TurnWay;

export interface VolunteerView {
  /** 16 bytes in hex. */
  id: string;
  host: string;
  parts: readonly VolunteerPart[];
  use: boolean;
  lend: boolean;
  /** It showed another certificate: it is not used before a test finds the right one. */
  refused: boolean;
}

/** not-private: in private mode main connects to relays of the list only, and no proxy carries UDP. */
export type VolunteerPartTest =
  | { result: 'works'; milliseconds: number }
  | { result: 'no-answer' | 'refused' | 'other-certificate' | 'not-used' | 'not-private' };

const id = z.string().regex(/^[0-9a-f]{32}$/);

export const volunteerRequests = {
  'volunteer:add': z.object({ text: z.string().max(MAX_PASTED_VOLUNTEER_TEXT) }),
  'volunteer:change': z.object({ id, use: z.boolean(), lend: z.boolean() }),
  'volunteer:remove': z.object({ id }),
  /** Main tests what it can; the window tests TURN by the logins that it gets for that, which soon run out. */
  'volunteer:test': z.object({ id }),
} as const;
export interface VolunteerAnswers {
  'volunteer:add': { id: string };
  'volunteer:test': {
    server: VolunteerPartTest;
    relay: VolunteerPartTest | null;
    /** None where the certificate is another one. */
    turn: { way: TurnWay; url: string; username: string; credential: string }[];
  };
}
