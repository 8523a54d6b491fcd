/** Between the window and the frame worker. Keys and reports are main's; the rest stays in the window. */
import type { FrameCommand, FrameReport } from '../../../shared/media/frame-messages';
import type { FrameCodec } from '../../../shared/media/frames';

/** Which frames a transform gets, and whose they are. */
export interface TransformOptions {
  direction: 'send' | 'receive';
  connectionId: string;
  /** The peer that the connection was authenticated for. */
  peerId: string;
  track: number;
  codec: FrameCodec;
}

export type ToWorker = FrameCommand;

export type FromWorker =
  { type: 'ready' } | Extract<FrameReport, { type: 'send-key-spent' | 'key-missing' | 'key-used' }>;
