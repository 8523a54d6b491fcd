/** What somebody says of a recording that they make for themselves (docs/protocol.md, Recordings). */
import { z } from 'zod';

/** Of one run each is another one, so that no answer counts for the next. */
export const recordingNumberSchema = z.int().min(1).max(0xffffffff);

export const recordingSchema = z.object({
  number: recordingNumberSchema,
  /** announced: nothing is recorded yet. */
  state: z.enum(['announced', 'running']),
});
export type SaidRecording = z.infer<typeof recordingSchema>;
