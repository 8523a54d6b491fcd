/**
 * How tall a viewer shows a picture, in device pixels of the picture: one of a few steps, so that a window that is
 * dragged does not chatter, and little is told of a screen (docs/protocol.md, Messages).
 */
import { z } from 'zod';

/** 0: the picture is not shown at all. The last one stands for everything taller as well. */
export const VIEW_HEIGHTS = [0, 90, 180, 270, 360, 540, 720, 1080] as const;
export type ViewHeight = (typeof VIEW_HEIGHTS)[number];

/** What counts as long as a viewer has said nothing. */
export const FULL_VIEW: ViewHeight = 1080;

/** A picture may be stretched so much before the next step is asked for. */
const STRETCH = 1.15;

export const viewHeightSchema = z.literal(VIEW_HEIGHTS);

/** The step for a picture that is shown `height` device pixels tall; 0 only for what is not shown. */
export function viewHeightFor(height: number): ViewHeight {
  if (!(height > 0)) return 0;
  return VIEW_HEIGHTS.find((step) => step > 0 && step * STRETCH >= height) ?? FULL_VIEW;
}

export function lowerView(one: ViewHeight, other: ViewHeight): ViewHeight {
  return one < other ? one : other;
}
