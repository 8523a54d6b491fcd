/** Peer connections: main commands, the window that holds them reports. */
import { z } from 'zod';
import { SEALED_PIECE_LENGTH } from '../files/limits';
import type { PeerConnectionCommand } from '../meeting/ports';
import { bytesUpTo } from '../wire/bytes-schema';
import { compactDescriptionSchema, mediaDescriptionSchema } from '../wire/description';
import { viewHeightSchema } from '../wire/view-height';

/** Largest message that a connection carries, in bytes: 16 KiB and the carrier's one-byte head. */
export const MAX_CARRIER_BYTES = 16 * 1024 + 1;

export interface IceConfiguration {
  /** relay: by TURN servers only. What is told and tried then is their addresses and no other. */
  policy: 'all' | 'relay';
  iceServers: { urls: string[]; username?: string | undefined; credential?: string | undefined }[];
}

type Open = Extract<PeerConnectionCommand, { type: 'open' }>;

/** What a meeting asks of a connection, with the servers that it may use. */
export type ConnectionCommand =
  | Exclude<PeerConnectionCommand, Open>
  | (Open & IceConfiguration)
  /** Other servers than the connection was opened with, from its next restart on. */
  | ({ connectionId: string; type: 'set-ice' } & IceConfiguration);

/** Of files, that are handed over at once. */
const MAX_PIECES = 16;

const connectionId = z.string().min(1).max(64);

export const connectionReportSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('described'), connectionId, description: compactDescriptionSchema }),
  /** The data channel is open and the live DTLS certificate is the one that was described. */
  z.object({ type: z.literal('opened'), connectionId }),
  z.object({ type: z.literal('received'), connectionId, bytes: bytesUpTo(MAX_CARRIER_BYTES) }),
  z.object({
    type: z.literal('received-pieces'),
    connectionId,
    pieces: bytesUpTo(MAX_PIECES * SEALED_PIECE_LENGTH).refine(
      ({ length }) => length > 0 && length % SEALED_PIECE_LENGTH === 0,
    ),
  }),
  z.object({ type: z.literal('sent-pieces'), connectionId, count: z.int().min(1).max(0xffff) }),
  z.object({ type: z.literal('media-described'), connectionId, description: mediaDescriptionSchema }),
  /** The picture that comes over this connection is shown so tall. */
  z.object({ type: z.literal('view'), connectionId, height: viewHeightSchema }),
  /** Whether the screen that comes over this connection is shown. */
  z.object({ type: z.literal('screen-view'), connectionId, shown: z.boolean() }),
  z.object({ type: z.literal('restart-described'), connectionId, description: compactDescriptionSchema }),
  z.object({ type: z.literal('path'), connectionId, state: z.enum(['up', 'interrupted']) }),
  z.object({
    type: z.literal('closed'),
    connectionId,
    reason: z.enum(['failed', 'fingerprint-mismatch', 'bad-description', 'closed']),
  }),
]);
export type ConnectionReport = z.infer<typeof connectionReportSchema>;
