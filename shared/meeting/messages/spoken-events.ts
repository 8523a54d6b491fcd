/**
 * What `say` carries: chat, hands and reactions, one event each, in a few sizes so that the length tells little
 * (docs/protocol.md, Speaking up).
 */
import { z } from 'zod';
import { uintBE } from '../../bytes';
import { PEER_ID_LENGTH } from '../../identity/identity';
import { bytesOfLength } from '../../wire/bytes-schema';
import { decodeCbor, encodeCbor } from '../../wire/cbor';

/** Of a body, in bytes; the smallest that fits is taken. */
export const BODY_LENGTHS: readonly number[] = [256, 1024, 4096, 12_288];
export const MAX_BODY_LENGTH = 12_288;
const HEAD_LENGTH = 2;

/** Lamport clocks are below 2^48. */
export const MAX_CLOCK = 2 ** 48 - 1;
/** UTF-16 code units of a text: at most three bytes of UTF-8 each. */
export const MAX_TEXT_LENGTH = 4000;
/** Places of private messages between two ticks of the clock that all share. */
export const MAX_PLACE = 0xffff;

export const reactions = ['applause', 'agree', 'heart', 'laugh', 'surprise', 'celebrate'] as const;
export type Reaction = (typeof reactions)[number];

const clock = z.int().min(0).max(MAX_CLOCK);
/** How many were taken fits into four bytes. */
const MAX_NUMBER = 0xffffffff - 1;

const number = z.int().min(0).max(MAX_NUMBER);
const text = z.string().min(1).max(MAX_TEXT_LENGTH);

const spokenEventSchema = z.discriminatedUnion('e', [
  /** First of all: the own clock, when the own hand was raised (0: it is down), and the lowest number still to come. */
  z.object({ e: z.literal('here'), clock, hand: clock, from: number }),
  /** To all. */
  z.object({ e: z.literal('chat'), clock, text }),
  /** To the receiver alone. place: among those of the pair at this clock. */
  z.object({ e: z.literal('private'), clock, place: z.int().min(1).max(MAX_PLACE), text }),
  /** The clock at which the sender raised its hand; 0: it has lowered it. */
  z.object({ e: z.literal('hand'), raised: clock }),
  /** By host and co-hosts: the hand that this participant raised at that clock. */
  z.object({ e: z.literal('lower'), peer: bytesOfLength(PEER_ID_LENGTH), raised: clock }),
  z.object({ e: z.literal('reaction'), reaction: z.enum(reactions) }),
]);
export type SpokenEvent = z.infer<typeof spokenEventSchema>;
const numberedSchema = z.object({ n: number });

export interface NumberedEvent {
  /** Counts from 0, for each who says something to each who hears it. */
  number: number;
  /** Null for one that this version does not know, or of a wrong shape. */
  event: SpokenEvent | null;
}

/** 256, 1,024, 4,096 or 12,288 bytes: `length u16 ‖ CBOR ‖ zeros`. Throws RangeError for an event that does not fit. */
export function encodeSpoken(place: number, event: SpokenEvent): Uint8Array {
  const content = encodeCbor({ n: place, ...event });
  const length = BODY_LENGTHS.find((one) => one >= HEAD_LENGTH + content.length);
  if (length === undefined) throw new RangeError('event too long');
  const body = new Uint8Array(length);
  body.set(uintBE(content.length, HEAD_LENGTH));
  body.set(content, HEAD_LENGTH);
  return body;
}

/** Null for a body of another size, with anything behind its event, or without a number. Never throws. */
export function decodeSpoken(body: Uint8Array): NumberedEvent | null {
  if (!BODY_LENGTHS.includes(body.length)) return null;
  const end = HEAD_LENGTH + ((body[0] ?? 0) << 8) + (body[1] ?? 0);
  if (end > body.length || body.subarray(end).some((byte) => byte !== 0)) return null;
  let said;
  try {
    said = decodeCbor(body.slice(HEAD_LENGTH, end));
  } catch {
    return null;
  }
  const numbered = numberedSchema.safeParse(said).data;
  if (!numbered) return null;
  return { number: numbered.n, event: spokenEventSchema.safeParse(said).data ?? null };
}
