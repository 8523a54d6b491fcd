/** What the window may ask about recordings. Where they lie only main knows. */
import { z } from 'zod';
import { bytesUpTo } from '../wire/bytes-schema';
import { recordingNumberSchema } from '../wire/recording';
import { hexId, none } from './shapes';

/** Of one write, in bytes. */
export const MAX_RECORDING_WRITE = 256 * 1024;
/** Of a recording, in bytes: 1 TiB. */
export const MAX_RECORDING_LENGTH = 2 ** 40;
const passphrase = z.string().min(1).max(1024);

export const recordingRequests = {
  /** Main asks where to, and tells everybody. @param passphrase null: what is written is not sealed. */
  'recording:begin': z.object({ passphrase: passphrase.nullable() }),
  /** Once it runs. No byte is left out: the position is within what was written, or at its end. */
  'recording:write': z.object({
    position: z.int().min(0).max(MAX_RECORDING_LENGTH),
    bytes: bytesUpTo(MAX_RECORDING_WRITE),
  }),
  /** All is written. */
  'recording:finish': none,
  /** Before it runs. */
  'recording:cancel': none,
  /** The person has seen that somebody records, and has answered. */
  'recording:answer': z.object({ peerId: hexId, number: recordingNumberSchema }),
  /** Main asks which sealed recording, and where it is to lie in the clear. */
  'recording:open': z.object({ passphrase }),
} as const;

/** none: the person chose no file. cut-off: its end is missing. damaged: only what is before that was opened. */
export type OpenedRecording = 'none' | 'whole' | 'cut-off' | 'damaged';

export interface RecordingAnswers {
  /** False where the person chose no place. */
  'recording:begin': { begun: boolean };
  /** Bytes of the file. */
  'recording:finish': { size: number };
  'recording:open': { end: OpenedRecording };
}
