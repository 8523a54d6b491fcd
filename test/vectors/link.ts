/**
 * Invite links in the state in which people paste them: which link is read, or which error is told. What programs do to
 * a link does not depend on its version, so files of an older one are read as of that version.
 */
import { z } from 'zod';
import { VigilError } from '../../shared/errors';
import { fromBase64Url } from '../../shared/bytes';
import { findPayloadOfVersion } from '../../shared/invite/link';
import { PROTOCOL_VERSION } from '../../shared/invite/protocol-version';
import { check, expectEqual, type Outcome } from './outcome';

const fileSchema = z.object({
  /** Unix seconds. */
  now: z.number(),
  vectors: z.array(
    z.object({
      name: z.string(),
      text: z.string(),
      expect: z.union([z.object({ payload: z.string() }), z.object({ error: z.string() })]),
    }),
  ),
});

/** The payload behind `vigil://join/`, or the error's code. */
function readAs(text: string, now: number, version: number): string {
  try {
    return findPayloadOfVersion(text, now, version);
  } catch (error) {
    if (error instanceof VigilError) return error.code;
    throw error;
  }
}

/** As the first link that the file expects says in its first byte. */
function versionOf(vectors: z.infer<typeof fileSchema>['vectors']): number {
  for (const { expect } of vectors)
    if ('payload' in expect) return fromBase64Url(expect.payload)[0] ?? PROTOCOL_VERSION;
  return PROTOCOL_VERSION;
}

export async function runLinkVectors(file: unknown): Promise<Outcome[]> {
  const { now, vectors } = fileSchema.parse(file);
  const version = versionOf(vectors);
  return Promise.all(
    vectors.map(({ name, text, expect }) =>
      check(name, () => {
        expectEqual(
          'what is read',
          readAs(text, now, version),
          'error' in expect ? expect.error : expect.payload,
        );
      }),
    ),
  );
}
