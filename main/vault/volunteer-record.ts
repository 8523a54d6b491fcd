/** Volunteers' servers as the vault keeps them: the text, which holds the access secret, and what it may be used for. */
import { z } from 'zod';
import { MAX_VOLUNTEERS } from '../../shared/ipc/volunteers';
import { MAX_VOLUNTEER_TEXT } from '../../shared/volunteer/volunteer-text';

export const keptVolunteersSchema = z
  .array(
    z.object({
      text: z.string().max(MAX_VOLUNTEER_TEXT),
      use: z.boolean(),
      lend: z.boolean(),
      /** It showed another certificate when it was tested last. */
      refused: z.boolean(),
    }),
  )
  .max(MAX_VOLUNTEERS);
export type KeptVolunteer = z.infer<typeof keptVolunteersSchema>[number];
