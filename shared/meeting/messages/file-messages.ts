/** What is said about files that somebody offers: one length for all of it (docs/protocol.md, Files). */
import { z } from 'zod';
import { uintBE } from '../../bytes';
import { utf8 } from '../../crypto/sodium';
import {
  FILE_ID_LENGTH,
  FILE_KEY_LENGTH,
  MAX_CHUNKS,
  MAX_FILE_NAME_BYTES,
  MAX_FILE_SIZE,
  ROOT_LENGTH,
} from '../../files/limits';
import { bytesOfLength } from '../../wire/bytes-schema';
import { decodeCbor, encodeCbor } from '../../wire/cbor';

/** In bytes: the longest name fits. */
export const FILE_BODY_LENGTH = 512;
const HEAD_LENGTH = 2;

export const fileEndings = ['declined', 'cancelled', 'damaged', 'changed'] as const;
export type FileEnding = (typeof fileEndings)[number];

const id = bytesOfLength(FILE_ID_LENGTH);
const chunks = z.int().min(0).max(MAX_CHUNKS);

const fileStepSchema = z.discriminatedUnion('s', [
  z.object({
    s: z.literal('offer'),
    id,
    size: z.int().min(0).max(MAX_FILE_SIZE),
    name: z
      .string()
      .max(MAX_FILE_NAME_BYTES)
      .refine((name) => utf8(name).length <= MAX_FILE_NAME_BYTES),
    root: bytesOfLength(ROOT_LENGTH),
    /** Everybody was offered it. */
    all: z.boolean(),
  }),
  /** The receiver wants the chunks from this one on, sealed by this key. */
  z.object({ s: z.literal('accept'), id, from: chunks, key: bytesOfLength(FILE_KEY_LENGTH) }),
  /** So many chunks are checked and written. */
  z.object({ s: z.literal('taken'), id, chunks }),
  z.object({ s: z.literal('hold'), id }),
  /** The sender can send again. */
  z.object({ s: z.literal('go'), id }),
  z.object({ s: z.literal('end'), id, why: z.enum(fileEndings) }),
]);
export type FileStep = z.infer<typeof fileStepSchema>;

export const fileMessageSchema = z.object({ t: z.literal('file'), body: bytesOfLength(FILE_BODY_LENGTH) });
export type FileMessage = z.infer<typeof fileMessageSchema>;

/** `length u16 ‖ CBOR ‖ zeros`, 512 bytes. Throws RangeError for a name that is too long. */
export function encodeFileStep(step: FileStep): FileMessage {
  const content = encodeCbor(step);
  const body = new Uint8Array(FILE_BODY_LENGTH);
  body.set(uintBE(content.length, HEAD_LENGTH));
  body.set(content, HEAD_LENGTH);
  return { t: 'file', body };
}

/** Null for a body with anything behind its step, and for a step of a wrong shape. Never throws. */
export function decodeFileStep({ body }: Pick<FileMessage, 'body'>): FileStep | null {
  if (body.length !== FILE_BODY_LENGTH) return null;
  const end = HEAD_LENGTH + ((body[0] ?? 0) << 8) + (body[1] ?? 0);
  if (end > body.length || body.subarray(end).some((byte) => byte !== 0)) return null;
  try {
    return fileStepSchema.safeParse(decodeCbor(body.slice(HEAD_LENGTH, end))).data ?? null;
  } catch {
    return null;
  }
}
