/** Invite links in the state in which people paste them: which link is read, or which error is told. */
import { z } from 'zod';
import { VigilError } from '../../shared/errors';
import { findInvite } from '../../shared/invite/link';
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
function readAs(text: string, now: number): string {
  try {
    return findInvite(text, now).payload;
  } catch (error) {
    if (error instanceof VigilError) return error.code;
    throw error;
  }
}

export async function runLinkVectors(file: unknown): Promise<Outcome[]> {
  const { now, vectors } = fileSchema.parse(file);
  return Promise.all(
    vectors.map(({ name, text, expect }) =>
      check(name, () => {
        expectEqual('what is read', readAs(text, now), 'error' in expect ? expect.error : expect.payload);
      }),
    ),
  );
}
