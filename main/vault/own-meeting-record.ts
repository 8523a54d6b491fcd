/** What the vault keeps of a meeting that this person made, until it expires. */
import { z } from 'zod';
import { bytesOfLength } from '../../shared/wire/bytes-schema';
import type { Secret } from '../../shared/crypto/sodium';
import { MAX_NOTE_LENGTH } from '../../shared/meeting/messages/note-length';
import type { HostKeySeed } from '../../shared/meeting/meeting-keys';
import { MAX_ZONE_LENGTH } from '../../shared/zone-time';

export const MEETING_ID_LENGTH = 16;
export const SERIES_ID_LENGTH = 16;
/** Meetings that are kept at once; beyond that the oldest goes. */
export const MAX_OWN_MEETINGS = 32;

const link = z.string().max(2048);

export const ownMeetingSchema = z.object({
  /** Of this record, and its name on the disk; nothing of the meeting. */
  id: bytesOfLength(MEETING_ID_LENGTH),
  createdAt: z.number(),
  hostKeySeed: bytesOfLength(32),
  /** Of the key that the host's first statement names. */
  perMeetingSeed: bytesOfLength(32),
  /** Seals the statements beside the vault (journal.ts). */
  journalKey: bytesOfLength(32),
  /** The first link, and what replaced it, in order. */
  links: z.array(link).min(1).max(256),
  personal: z
    .array(z.object({ link, label: z.string(), closed: z.boolean(), createdAt: z.number() }))
    .max(64),
  /** Something of it is signed. Files of before meetings were planned hold no other. */
  begun: z.boolean().default(true),
  /** Null for one that was begun as it was made. */
  planned: z
    .object({
      /** Unix milliseconds. */
      startsAt: z.number(),
      /** IANA name of the zone in which it was planned. */
      zone: z.string().max(MAX_ZONE_LENGTH),
      /** To those who wait; clean text, empty for none. */
      note: z.string().max(MAX_NOTE_LENGTH),
      /** Null for one that is held once. */
      weekly: z
        .object({
          /** The same for all meetings of the series. */
          series: bytesOfLength(SERIES_ID_LENGTH),
          /** Of the first one, as clocks in that zone show it: `2026-12-01`, `19:30`. */
          first: z.iso.date(),
          time: z.string().regex(/^\d{2}:\d{2}$/),
          /** How long after its start each link works, in milliseconds. */
          afterMs: z.number(),
        })
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
});

export type PersonalRecord = z.infer<typeof ownMeetingSchema>['personal'][number];

export type Weekly = NonNullable<NonNullable<z.infer<typeof ownMeetingSchema>['planned']>['weekly']>;

export type Plan = NonNullable<z.infer<typeof ownMeetingSchema>['planned']>;

export interface OwnMeeting {
  id: Uint8Array;
  createdAt: number;
  hostKeySeed: HostKeySeed;
  perMeetingSeed: Secret<'per-meeting seed'>;
  journalKey: Uint8Array;
  links: string[];
  personal: PersonalRecord[];
  begun: boolean;
  planned: Plan | null;
}
