/** Files that are offered and kept: what the window may ask. It never learns where they lie. */
import { z } from 'zod';
import type { PictureFacts } from '../files/picture';
import { hexId } from './shapes';

const file = z.object({ id: hexId });
/** A peer id; null: to all. */
const to = hexId.nullable();

export const fileRequests = {
  /** Main asks the person which one, and offers it. */
  'files:choose': z.object({ to }),
  /** Main asks the person where to, and accepts it. */
  'files:save': file,
  /** Of one that has arrived: its bytes, once the person has asked to see it. */
  'files:look': file,
  'files:decline': file,
  'files:pause': file,
  'files:resume': file,
  'files:cancel': file,
} as const;

/** By the preload alone, which knows where a dropped file lies. */
export const droppedFileSchema = z.object({ path: z.string().min(1).max(32_768), to });
export type DroppedFile = z.infer<typeof droppedFileSchema>;

export interface FileAnswers {
  /** False where the person chose none. */
  'files:choose': { offered: boolean };
  'files:save': { saving: boolean };
  /** Null where what lies there is no picture that can be shown, or not what came. */
  'files:look': { picture: { type: PictureFacts['type']; bytes: Uint8Array } | null };
}
