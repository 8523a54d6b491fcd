/** What somebody says of the screen that they share: of what kind it is, and never what it is called. */
import { z } from 'zod';

export const shareSchema = z.object({
  source: z.enum(['window', 'screen']),
  /** Nothing of it is sent right now. */
  paused: z.boolean(),
});
export type Share = z.infer<typeof shareSchema>;
