/**
 * The next meeting of a series, as its host offers it to those who are in this one: one length for all, signed by the
 * host key of this meeting (docs/protocol.md, The next meeting).
 */
import { z } from 'zod';
import { ascii, concat, uintBE } from '../../bytes';
import { ed25519FromSeed, ed25519Sign, ed25519Verify, wipe } from '../../crypto/sodium';
import {
  CLOCKS_DIFFER_SECONDS,
  encodeLink,
  MAX_LIFETIME_SECONDS,
  MAX_LINK_LENGTH,
  parseLinkOrNull,
  type Invite,
} from '../../invite/link';
import { bytesOfLength } from '../../wire/bytes-schema';
import { decodeCbor, encodeCbor } from '../../wire/cbor';
import { isZone, MAX_ZONE_LENGTH } from '../../zone-time';

/** In bytes: the longest link fits, with the longest name of a zone. */
export const NEXT_BODY_LENGTH = 1536;
const HEAD_LENGTH = 2;
const LABEL = ascii('vigil-next-1');

export interface NextMeeting {
  invite: Invite;
  /** Unix milliseconds. */
  startsAt: number;
  /** IANA name of the zone in which it was planned. */
  zone: string;
}

export const nextMessageSchema = z.object({
  t: z.literal('next'),
  body: bytesOfLength(NEXT_BODY_LENGTH),
  signature: bytesOfLength(64),
});
export type NextMessage = z.infer<typeof nextMessageSchema>;

const contentSchema = z.object({
  link: z.string().max(MAX_LINK_LENGTH),
  startsAt: z.int().min(0),
  zone: z.string().max(MAX_ZONE_LENGTH),
});

/** @param seed of the host key of the meeting that runs now, 32 bytes. */
export function encodeNext(next: NextMeeting, meetingId: Uint8Array, seed: Uint8Array): NextMessage {
  const { startsAt, zone } = next;
  const content = encodeCbor({ link: encodeLink(next.invite), startsAt, zone });
  const body = new Uint8Array(NEXT_BODY_LENGTH);
  body.set(uintBE(content.length, HEAD_LENGTH));
  body.set(content, HEAD_LENGTH);
  const keyPair = ed25519FromSeed(seed);
  const signature = ed25519Sign(signedOf(meetingId, body), keyPair.secretKey);
  wipe(keyPair.secretKey);
  return { t: 'next', body, signature };
}

/**
 * Null for what the host key did not sign for this meeting, for a link that cannot be used or is good for longer than
 * links are made for, and for a start that is past or behind the link's end. Never throws. @param now Unix seconds.
 */
export function decodeNext(
  { body, signature }: NextMessage,
  meeting: { meetingId: Uint8Array; hostKey: Uint8Array },
  now: number,
): NextMeeting | null {
  if (!ed25519Verify(signature, signedOf(meeting.meetingId, body), meeting.hostKey)) return null;
  const content = contentOf(body);
  const invite = content && parseLinkOrNull(content.link, now);
  if (!content || !invite || !isZone(content.zone)) return null;
  if (invite.expiry > now + MAX_LIFETIME_SECONDS + CLOCKS_DIFFER_SECONDS) return null;
  const startsAt = content.startsAt / 1000;
  if (startsAt < now - CLOCKS_DIFFER_SECONDS || startsAt > invite.expiry) return null;
  return { invite, startsAt: content.startsAt, zone: content.zone };
}

function signedOf(meetingId: Uint8Array, body: Uint8Array): Uint8Array {
  return concat(LABEL, meetingId, body);
}

function contentOf(body: Uint8Array): z.infer<typeof contentSchema> | null {
  const end = HEAD_LENGTH + ((body[0] ?? 0) << 8) + (body[1] ?? 0);
  if (end > body.length || body.subarray(end).some((byte) => byte !== 0)) return null;
  try {
    return contentSchema.safeParse(decodeCbor(body.slice(HEAD_LENGTH, end))).data ?? null;
  } catch {
    return null;
  }
}
