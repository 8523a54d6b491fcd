/** How a shared screen is encoded for one viewer: all its pixels are asked for, and bounds are set for the rest. */
import type { PictureEncoding } from './picture-encoding';

/** text: sharp, few frames. motion: smooth, for a film. When there is too little of line or processor, the browser takes
 *  frames from text, and pixels from motion. */
export type ShareMode = 'text' | 'motion';

export interface ScreenNeed {
  mode: ShareMode;
  /** By the viewer. */
  isShown: boolean;
  /** Viewers who show it, this one included. */
  receivers: number;
  savesBandwidth: boolean;
}

const rates: Record<ShareMode, { framesPerSecond: number; kilobits: number }> = {
  text: { framesPerSecond: 5, kilobits: 2000 },
  motion: { framesPerSecond: 30, kilobits: 3500 },
};
/** For all viewers together, beside the camera's share. */
const UPLINK_KILOBITS = 6000;
const SPARING_UPLINK_KILOBITS = 1200;
/** Below this even still text does not become sharp within a second or two. */
const LEAST_KILOBITS = 150;

export function screenEncoding({ mode, isShown, receivers, savesBandwidth }: ScreenNeed): PictureEncoding {
  if (!isShown) return { state: 'paused' };
  const { framesPerSecond, kilobits } = rates[mode];
  const share = (savesBandwidth ? SPARING_UPLINK_KILOBITS : UPLINK_KILOBITS) / Math.max(1, receivers);
  return {
    state: 'running',
    scaleDownBy: 1,
    framesPerSecond,
    maxBitrate: Math.round(Math.max(LEAST_KILOBITS, Math.min(kilobits, share)) * 1000),
  };
}
