/**
 * What is encoded once for all viewers, and what of it each gets: one pure decision. The tall rung is for those whose tile
 * and line are worth it, the low one for small tiles and slow lines. A line between the two gets fewer pictures of the
 * tall one: upper layers are left out, which costs no other viewer anything.
 */
import type { ViewHeight } from '../../../shared/wire/view-height';
import { heightFor, rateOf, type Shown } from '../encoding/picture-encoding';

export interface Viewer {
  connectionId: string;
  /** How tall the viewer shows it. */
  view: ViewHeight;
  /** Bits per second that the browser allows on this connection; null before it knows. */
  allowed: number | null;
}

/** One encoding. */
export interface Rung {
  height: Shown;
  framesPerSecond: number;
  /** Bits per second, of all layers. */
  bitrate: number;
}

/** All three: every picture. Two: every second one. One: every fourth. */
export type Layers = 1 | 2 | 3;

export interface Plan {
  /** Two at most, the taller one first. */
  rungs: Rung[];
  /** Viewers that are not here get nothing. */
  places: { connectionId: string; rung: number; layers: Layers }[];
}

export interface PlanNeed {
  viewers: readonly Viewer[];
  captureHeight: number | null;
  savesBandwidth: boolean;
}

/** VP8's shares of the bits that one layer takes, and two (libvpx, three temporal layers). */
const ONE_LAYER = 0.4;
/** A line that is not full is not measured beyond one and a half times what goes over it: these must be reachable. */
const TWO_LAYERS = 0.55;
const THREE_LAYERS = 0.85;
/** A second encoding is worth it only for pictures of half the height, a quarter of the work. */
const LOW_SHARE = 0.5;
const LEAST_BITS = 40_000;
/** What looks tolerable at a height, as a share of its usual rate. */
const TOLERABLE = 0.4;

const heights = [90, 180, 270, 360, 540, 720, 1080] as const satisfies Shown[];

interface Placed extends Viewer {
  height: Shown;
  /** Before it is known, a line is taken for as good as any. */
  line: number;
}

export function planPictures({ viewers, captureHeight, savesBandwidth }: PlanNeed): Plan {
  const shown = viewers.filter(({ view }) => view > 0);
  const need = { receivers: shown.length, savesBandwidth };
  const placed = shown.flatMap((viewer): Placed[] => {
    const height = heightFor({ ...need, view: viewer.view, captureHeight });
    return height === 0 ? [] : [{ ...viewer, height, line: viewer.allowed ?? Infinity }];
  });
  if (placed.length === 0) return { rungs: [], places: [] };
  const tall = rungFor(highest(placed), Math.max(...placed.map(({ line }) => line)), need);
  const isLow = ({ height, line }: Placed): boolean =>
    height <= tall.height * LOW_SHARE || line < tall.bitrate * ONE_LAYER;
  const low = placed.filter(isLow);
  if (low.length === 0 || low.length === placed.length)
    return { rungs: [tall], places: placed.map((viewer) => place(viewer, 0, tall)) };
  const lowest = Math.max(LEAST_BITS, Math.min(...low.map(({ line }) => line / ONE_LAYER)));
  const below = heights.filter((height) => height <= tall.height * LOW_SHARE).at(-1) ?? heights[0];
  const second = rungFor(highest(low) < below ? highest(low) : below, lowest, need);
  const places = placed.map((viewer) => (isLow(viewer) ? place(viewer, 1, second) : place(viewer, 0, tall)));
  return { rungs: [tall, second], places };
}

function highest(viewers: readonly Placed[]): Shown {
  return heights.filter((height) => viewers.some((viewer) => viewer.height === height)).at(-1) ?? heights[0];
}

/** Lower where the line does not carry that height. */
function rungFor(wanted: Shown, line: number, need: { receivers: number; savesBandwidth: boolean }): Rung {
  const fits = heights.filter(
    (height) => height <= wanted && rateOf(height, need).maxBitrate * TOLERABLE <= line,
  );
  const height = fits.at(-1) ?? heights[0];
  const { framesPerSecond, maxBitrate } = rateOf(height, need);
  return { height, framesPerSecond, bitrate: Math.max(LEAST_BITS, Math.round(Math.min(maxBitrate, line))) };
}

function place({ connectionId, line }: Placed, rung: number, { bitrate }: Rung): Plan['places'][number] {
  const layers = line >= bitrate * THREE_LAYERS ? 3 : line >= bitrate * TWO_LAYERS ? 2 : 1;
  return { connectionId, rung, layers };
}
