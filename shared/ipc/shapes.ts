/** Shapes that requests of every kind have in common. */
import { z } from 'zod';

export const none = z.undefined();
/** Of a participant, a knock, an own meeting; or what stands for a contact. 16 bytes in hex. */
export const hexId = z.string().regex(/^[0-9a-f]{32}$/);
