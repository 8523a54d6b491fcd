/** Peer connections: main commands, the window that holds them reports. */
import { z } from 'zod';
import { bytesUpTo } from '../wire/bytes-schema';
import { compactDescriptionSchema, mediaDescriptionSchema } from '../wire/description';
import { viewHeightSchema } from '../wire/view-height';
import { hexId } from './shapes';

/** Largest message that a link carries, in bytes: 16 KiB and the carrier's one-byte head. */
export const MAX_CARRIER_BYTES = 16 * 1024 + 1;

const connectionId = z.string().min(1).max(64);

export const iceServerSchema = z.object({
  urls: z.array(z.string()).min(1),
  username: z.string().optional(),
  credential: z.string().optional(),
});

/** policy relay: by TURN servers only. What is told and tried then is their addresses and no other. */
const iceConfiguration = { policy: z.enum(['all', 'relay']), iceServers: z.array(iceServerSchema) };

export const connectionCommandSchema = z.discriminatedUnion('type', [
  /** Open a peer connection; offer: describe yourself first, answer: the remote description is here. */
  z.object({
    type: z.literal('open'),
    connectionId,
    peerId: hexId,
    role: z.discriminatedUnion('side', [
      z.object({ side: z.literal('offer') }),
      /** answer-by-hand: the other end hears of this one only when a text was passed: it is waited for. */
      z.object({ side: z.enum(['answer', 'answer-by-hand']), remote: compactDescriptionSchema }),
    ]),
    ...iceConfiguration,
  }),
  /** Another way than the link was opened with, from its next restart on. */
  z.object({ type: z.literal('set-way'), connectionId, ...iceConfiguration }),
  z.object({ type: z.literal('accept-answer'), connectionId, remote: compactDescriptionSchema }),
  z.object({ type: z.literal('send'), connectionId, bytes: bytesUpTo(MAX_CARRIER_BYTES) }),
  /** Both ends are authenticated: negotiate media now. */
  z.object({ type: z.literal('start-media'), connectionId }),
  z.object({ type: z.literal('accept-media'), connectionId, remote: mediaDescriptionSchema }),
  /** The other side shows the picture that this link sends so tall. */
  z.object({ type: z.literal('show'), connectionId, height: viewHeightSchema }),
  /** New transport on the connection that stands: describe it, or take the other's. */
  z.object({ type: z.literal('restart'), connectionId }),
  z.object({ type: z.literal('accept-restart'), connectionId, remote: compactDescriptionSchema }),
  /** linger: the last word was only just sent, give it a moment. */
  z.object({ type: z.literal('close'), connectionId, linger: z.boolean() }),
]);
export type ConnectionCommand = z.infer<typeof connectionCommandSchema>;
export type IceConfiguration = Pick<Extract<ConnectionCommand, { type: 'open' }>, 'policy' | 'iceServers'>;

export const linkReportSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('described'), connectionId, description: compactDescriptionSchema }),
  /** The data channel is open and the live DTLS certificate is the one that was described. */
  z.object({ type: z.literal('opened'), connectionId }),
  z.object({ type: z.literal('received'), connectionId, bytes: bytesUpTo(MAX_CARRIER_BYTES) }),
  z.object({ type: z.literal('media-described'), connectionId, description: mediaDescriptionSchema }),
  /** The picture that comes over this link is shown so tall. */
  z.object({ type: z.literal('view'), connectionId, height: viewHeightSchema }),
  z.object({ type: z.literal('restart-described'), connectionId, description: compactDescriptionSchema }),
  z.object({ type: z.literal('path'), connectionId, state: z.enum(['up', 'interrupted']) }),
  z.object({
    type: z.literal('closed'),
    connectionId,
    reason: z.enum(['failed', 'fingerprint-mismatch', 'bad-description', 'closed']),
  }),
]);
export type LinkReport = z.infer<typeof linkReportSchema>;
