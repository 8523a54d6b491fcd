/**
 * Between main, which has the keys, and the frame worker, which uses them; the window passes both ways on.
 * The worker is never handed a base key: only keys of single tracks at single steps, MEDIA_KEY_LENGTH bytes each
 * (ratchet.ts).
 */
import { z } from 'zod';
import { MAX_GENERATION, MAX_KEY_ID } from './key-id';

const peerId = z.string().min(1).max(64);
const keyId = z.int().min(0).max(MAX_KEY_ID);

export type FrameCommand =
  /** Seal with these from now on. `worker` is the instance that they are for; any other ignores them. */
  | {
      type: 'send-keys';
      worker: number;
      generation: number;
      step: number;
      tracks: { track: number; key: Uint8Array }[];
    }
  /** This peer's frames may open with these. On trial: forgotten unless a frame opens soon. */
  | { type: 'receive-keys'; peerId: string; onTrial: boolean; keys: { keyId: number; key: Uint8Array }[] }
  /** Nothing of this peer opens any more. */
  | { type: 'forget-peer'; peerId: string }
  /** Whether this peer's sound is dropped, whatever keys there are. */
  | { type: 'silence-peer'; peerId: string; on: boolean };
export type SendKeys = Omit<Extract<FrameCommand, { type: 'send-keys' }>, 'type' | 'worker'>;
export type ReceiveKeys = Omit<Extract<FrameCommand, { type: 'receive-keys' }>, 'type'>;

export const frameReportSchema = z.discriminatedUnion('type', [
  /** A new worker runs. It has no keys and needs a new generation. */
  z.object({ type: z.literal('worker-started'), worker: z.int().min(0) }),
  z.object({ type: z.literal('worker-lost'), worker: z.int().min(0) }),
  /** A key of this generation has sealed all that it may. */
  z.object({ type: z.literal('send-key-spent'), generation: z.int().min(0).max(MAX_GENERATION) }),
  /** A frame came on this peer's authenticated link whose key is not there. */
  z.object({ type: z.literal('key-missing'), peerId, keyId }),
  /** The first frame with this key opened. */
  z.object({ type: z.literal('key-used'), peerId, keyId }),
]);
export type FrameReport = z.infer<typeof frameReportSchema>;
