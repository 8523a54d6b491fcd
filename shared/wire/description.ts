/**
 * What two peers tell each other about their connection: a compact description that opens a data
 * channel, and a media description for sound and picture. Plain data, checked by schema; session
 * descriptions are rebuilt from it and never passed through (docs/protocol.md, Descriptions).
 */
import { z } from 'zod';
import { bytesOfLength } from './bytes-schema';

const ICE_CHARS = /^[A-Za-z0-9+/]+$/;

/** RFC 8839: ice-ufrag 4 to 256 characters, ice-pwd 22 to 256; browsers use 4 and 24. */
const ufrag = z.string().min(4).max(32).regex(ICE_CHARS);
const pwd = z.string().min(22).max(64).regex(ICE_CHARS);
/** A SHA-256 certificate fingerprint, 32 bytes. */
const fingerprint = bytesOfLength(32);

export const candidateSchema = z.object({
  /** TCP would let a peer make this computer connect to any service it names. */
  protocol: z.literal('udp'),
  type: z.enum(['host', 'srflx', 'prflx', 'relay']),
  address: z.string().max(64),
  port: z.int().min(1).max(65535),
  priority: z.int().min(0).max(0xffffffff),
  foundation: z.string().min(1).max(32).regex(ICE_CHARS),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const MAX_CANDIDATES = 16;

export const compactDescriptionSchema = z.object({
  ufrag,
  pwd,
  fingerprint,
  setup: z.enum(['actpass', 'active', 'passive']),
  candidates: z.array(candidateSchema).max(MAX_CANDIDATES),
});
export type CompactDescription = z.infer<typeof compactDescriptionSchema>;

export const feedbackSchema = z.enum(['nack', 'nack pli', 'ccm fir', 'goog-remb', 'transport-cc']);

const codecShape = {
  payloadType: z.int().min(0).max(127),
  clockRate: z.int().min(8000).max(90000),
  channels: z.int().min(1).max(2),
  feedback: z.array(feedbackSchema).max(8),
};

/** No parameters are taken from a peer: they would reach into the own browser's congestion control. */
export const codecSchema = z.discriminatedUnion('name', [
  z.object({ ...codecShape, name: z.enum(['opus', 'VP8']) }),
  /** repeats: the payload type that is sent again, by retransmission (RFC 4588) or redundancy (RFC 2198). */
  z.object({ ...codecShape, name: z.enum(['rtx', 'red']), repeats: z.int().min(0).max(127) }),
]);

export const mediaSectionSchema = z.object({
  kind: z.enum(['audio', 'video']),
  mid: z.string().regex(/^[A-Za-z0-9]{1,16}$/),
  direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']),
  codecs: z.array(codecSchema).min(1).max(16),
  extensions: z.array(z.object({ id: z.int().min(1).max(14), uri: z.string().max(128) })).max(14),
  sources: z
    .array(
      z.object({ ssrc: z.int().min(1).max(0xffffffff), cname: z.string().regex(/^[A-Za-z0-9+/=-]{1,64}$/) }),
    )
    .max(2),
});
export type MediaSection = z.infer<typeof mediaSectionSchema>;

/** Of each kind. */
const MAX_SECTIONS = { audio: 1, video: 2 } as const;
/** What a section carries: the voice, the camera's picture, or a screen's. */
export type MediaPart = 'audio' | 'video' | 'screen';

export const mediaDescriptionSchema = z.object({
  kind: z.enum(['offer', 'answer']),
  /** The transport again: it must be the one that the pair's channel authenticated. */
  transport: compactDescriptionSchema,
  /** Where the data channel's section stands. */
  dataMid: z.string().regex(/^[A-Za-z0-9]{1,16}$/),
  /** One for sound and two for pictures, at most: the first of these is the camera, the second the screen. */
  sections: z
    .array(mediaSectionSchema)
    .max(MAX_SECTIONS.audio + MAX_SECTIONS.video)
    .refine((sections) =>
      (['audio', 'video'] as const).every(
        (kind) => sections.filter((section) => section.kind === kind).length <= MAX_SECTIONS[kind],
      ),
    ),
});
export type MediaDescription = z.infer<typeof mediaDescriptionSchema>;

/** What goes through the section with this mid; null if the description has none. Their order tells, not their mids. */
export function partOf(
  { sections }: Pick<MediaDescription, 'sections'>,
  mid: string | null,
): MediaPart | null {
  const section = sections.find((one) => one.mid === mid);
  if (!section) return null;
  if (section.kind === 'audio') return 'audio';
  return sections.find(({ kind }) => kind === 'video') === section ? 'video' : 'screen';
}
