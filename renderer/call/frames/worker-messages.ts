/** Between the window and the frame worker. Keys and reports are main's; the rest stays in the window. */
import type { FrameCommand, FrameReport } from '../../../shared/media/frame-messages';
import type { FrameCodec, OpenDrop, SealDrop } from '../../../shared/media/frames';

/** Which frames a transform gets, and whose they are. */
export interface TransformOptions {
  direction: 'send' | 'receive';
  connectionId: string;
  /** The peer that the link was authenticated for. */
  peerId: string;
  track: number;
  codec: FrameCodec;
}

/** All numbers count from the transform's start. */
export interface FrameCounters extends TransformOptions {
  /** ended: the browser takes no more frames from this transform. */
  state: 'running' | 'ended';
  /** Frames sealed or opened, and their bytes before sealing or after opening. */
  frames: number;
  bytes: number;
  dropped: Partial<Record<SealDrop | OpenDrop, number>>;
}

export type ToWorker =
  | FrameCommand
  /** Its numbers are not wanted any more. */
  | { type: 'release-link'; connectionId: string }
  /** Tell the counters every second, or stop. */
  | { type: 'watch-counters'; on: boolean };

export type FromWorker =
  | { type: 'ready' }
  | Extract<FrameReport, { type: 'send-key-spent' | 'key-missing' | 'key-used' }>
  | { type: 'counters'; counters: FrameCounters[] };
