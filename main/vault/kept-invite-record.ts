/** What the vault keeps of a meeting to which this person was invited ahead of time, until its link expires. */
import { z } from 'zod';
import { bytesOfLength } from '../../shared/wire/bytes-schema';
import { MAX_ZONE_LENGTH } from '../../shared/zone-time';

export const KEPT_INVITE_ID_LENGTH = 16;
/** At once; beyond that the one that begins first goes. */
export const MAX_KEPT_INVITES = 32;

export const keptInviteSchema = z.object({
  /** Of this record; nothing of the meeting. */
  id: bytesOfLength(KEPT_INVITE_ID_LENGTH),
  link: z.string().max(2048),
  /** Unix milliseconds. */
  startsAt: z.number(),
  /** IANA name of the zone in which it was planned. */
  zone: z.string().max(MAX_ZONE_LENGTH),
});

export type KeptInvite = z.infer<typeof keptInviteSchema>;
