/** News of releases of Vigil between two members (docs/protocol.md, Releases): the words about it, never the program. */
import { z } from 'zod';
import { uintBE } from '../../bytes';
import { versionSchema } from '../../release/manifest';
import { CONTENT_HASH_LENGTH, MAX_RELEASE_LENGTH } from '../../release/limits';
import { bytesOfLength } from '../../wire/bytes-schema';

const HEAD_LENGTH = 2;
/** In bytes: as a whole message it is as long as the longest one of the chat. */
export const RELEASE_BODY_LENGTH = MAX_RELEASE_LENGTH + HEAD_LENGTH;

const releaseStepSchema = z.discriminatedUnion('s', [
  /** The sender has accepted this one. */
  z.object({
    s: z.literal('held'),
    version: versionSchema,
    issued: z.int().min(0).max(0xffff_ffff),
    content: bytesOfLength(CONTENT_HASH_LENGTH),
  }),
  /** Hand it over. */
  z.object({ s: z.literal('wanted') }),
  z.object({ s: z.literal('given'), body: bytesOfLength(RELEASE_BODY_LENGTH) }),
]);
export type ReleaseStep = z.infer<typeof releaseStepSchema>;

export const releaseMessageSchema = z.object({ t: z.literal('release'), step: releaseStepSchema });

/** `length u16 ‖ signed release ‖ zeros`, 12,270 bytes. Throws RangeError for one that is too long. */
export function releaseBody(bytes: Uint8Array): Uint8Array {
  const body = new Uint8Array(RELEASE_BODY_LENGTH);
  body.set(uintBE(bytes.length, HEAD_LENGTH));
  body.set(bytes, HEAD_LENGTH);
  return body;
}

/** Null for a body with anything behind the release. Never throws. */
export function releaseIn(body: Uint8Array): Uint8Array | null {
  const end = HEAD_LENGTH + ((body[0] ?? 0) << 8) + (body[1] ?? 0);
  if (end > body.length || body.subarray(end).some((byte) => byte !== 0)) return null;
  return body.slice(HEAD_LENGTH, end);
}
