/** Between the window and the frame worker. Keys and reports are main's; the rest stays in the window. */
import type { FrameCommand, FrameReport } from '../../../shared/media/frame-messages';
import type { FrameCodec } from '../../../shared/media/frames';
import type { Plan } from '../once/plan';

/** Which frames a transform gets, and whose they are. */
export interface TransformOptions {
  /** fan: what passes is replaced by pictures that were encoded and sealed once for all. */
  direction: 'send' | 'fan' | 'receive';
  connectionId: string;
  /** The peer that the connection was authenticated for. */
  peerId: string;
  track: number;
  codec: FrameCodec;
}

/** For pictures that are encoded once for all. */
export type PictureCommand =
  | { type: 'camera'; camera: ReadableStream<VideoFrame> | null }
  | { type: 'beat'; dummies: WritableStream<VideoFrame> }
  | { type: 'plan'; plan: Plan };

export type ToWorker = FrameCommand | PictureCommand;

export type FromWorker =
  | { type: 'ready' }
  /** The encoder does not go on. */
  | { type: 'pictures-failed' }
  | Extract<FrameReport, { type: 'send-key-spent' | 'key-missing' | 'key-used' }>;
