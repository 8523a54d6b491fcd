/** How the own picture is encoded for one viewer: one pure decision from what is asked, captured and afforded. */
import { lowerView, type ViewHeight } from '../../../shared/wire/view-height';

export interface PictureNeed {
  /** How tall the viewer shows it. */
  view: ViewHeight;
  /** The captured picture's height in pixels; null while nothing is captured. */
  captureHeight: number | null;
  /** Viewers that have not paused the picture, this one included. */
  receivers: number;
  savesBandwidth: boolean;
}

export type PictureEncoding =
  /** Nothing is encoded and nothing is sent. */
  | { state: 'paused' }
  | {
      state: 'running';
      /** At least 1: the captured picture's height through the sent one's. */
      scaleDownBy: number;
      framesPerSecond: number;
      /** Bits per second. */
      maxBitrate: number;
    };

export type Shown = Exclude<ViewHeight, 0>;

/** VP8 at these heights looks well with these rates, 16:9. */
const rates: Record<Shown, { framesPerSecond: number; kilobits: number }> = {
  90: { framesPerSecond: 10, kilobits: 60 },
  180: { framesPerSecond: 15, kilobits: 150 },
  270: { framesPerSecond: 20, kilobits: 280 },
  360: { framesPerSecond: 24, kilobits: 500 },
  540: { framesPerSecond: 30, kilobits: 900 },
  720: { framesPerSecond: 30, kilobits: 1500 },
  1080: { framesPerSecond: 30, kilobits: 2500 },
};

/** For all viewers together: what a usual home can send, and a usual computer encode. */
const UPLINK_KILOBITS = 4000;
const tallest: readonly { upTo: number; height: Shown }[] = [
  { upTo: 1, height: 1080 },
  { upTo: 2, height: 720 },
  { upTo: 4, height: 540 },
  { upTo: 7, height: 360 },
  { upTo: 11, height: 270 },
  { upTo: Infinity, height: 180 },
];
/** The setting's share of everything. */
const SPARING = { kilobits: 800, height: 360, framesPerSecond: 15 } as const;

/** How tall a picture a sender affords so many viewers. */
export function tallestFor(receivers: number): ViewHeight {
  return tallest.find(({ upTo }) => receivers <= upTo)?.height ?? 180;
}

/** How tall the picture is sent to this viewer; 0: not at all. */
export function heightFor({ view, savesBandwidth, receivers }: PictureNeed): ViewHeight {
  const allowed = tallestFor(Math.max(1, receivers));
  return lowerView(view, lowerView(allowed, savesBandwidth ? SPARING.height : allowed));
}

/** Of a picture so tall, to each of so many viewers. maxBitrate: bits per second. */
export function rateOf(
  height: Shown,
  { receivers, savesBandwidth }: Pick<PictureNeed, 'receivers' | 'savesBandwidth'>,
): { framesPerSecond: number; maxBitrate: number } {
  const { framesPerSecond, kilobits } = rates[height];
  const share = (savesBandwidth ? SPARING.kilobits : UPLINK_KILOBITS) / Math.max(1, receivers);
  return {
    framesPerSecond: savesBandwidth ? Math.min(framesPerSecond, SPARING.framesPerSecond) : framesPerSecond,
    maxBitrate: Math.round(Math.min(kilobits, share) * 1000),
  };
}

export function pictureEncoding(need: PictureNeed): PictureEncoding {
  const height = heightFor(need);
  if (height === 0) return { state: 'paused' };
  return {
    state: 'running',
    scaleDownBy: Math.max(1, (need.captureHeight ?? height) / height),
    ...rateOf(height, need),
  };
}
