/** Which part of a picture a viewer shows, and how large. Pure; lengths in pixels of the page. */
import type { Box } from '../meeting/arrange';

/** fit: all of it. Otherwise pixels of the page for each of the picture's, and where its corner lies. */
export type Zoom = { state: 'fit' } | { state: 'zoomed'; scale: number; x: number; y: number };

export const FIT: Zoom = { state: 'fit' };

/** One step of a key, or of a notch of the wheel. */
export const STEP = 1.25;
const LARGEST = 8;
const NEARLY = 1.001;

export interface Shown {
  box: Box;
  picture: Box;
  /** The scale at which each of the picture's pixels is one of the screen's. */
  actual: number;
}

/** @returns 0 before both were measured. */
export function fitScale({ box, picture }: Shown): number {
  if (picture.width <= 0 || picture.height <= 0) return 0;
  return Math.min(box.width / picture.width, box.height / picture.height);
}

export function scaleOf(zoom: Zoom, shown: Shown): number {
  return zoom.state === 'fit' ? fitScale(shown) : zoom.scale;
}

/** @param factor more than 1: larger. @param at stays where it is; the middle if it is left out. */
export function zoomedBy(zoom: Zoom, shown: Shown, factor: number, at?: { x: number; y: number }): Zoom {
  return zoomedTo(zoom, shown, scaleOf(zoom, shown) * factor, at);
}

/** To this scale, and never smaller than all of it; but a picture that is small may be as small as it is. */
export function zoomedTo(zoom: Zoom, shown: Shown, wanted: number, at?: { x: number; y: number }): Zoom {
  const least = fitScale(shown);
  if (least <= 0) return FIT;
  const scale = Math.min(wanted, Math.max(LARGEST, least));
  // A little more than all of it is all of it.
  const isSmall = scale <= shown.actual * NEARLY && shown.actual * NEARLY < least;
  if (scale <= least * NEARLY && !isSmall) return FIT;
  const { box } = shown;
  const fixed = at ?? { x: box.width / 2, y: box.height / 2 };
  const from = placeOf(zoom, shown);
  const to = isSmall ? shown.actual : scale;
  const grows = to / from.scale;
  const x = fixed.x - (fixed.x - from.x) * grows;
  const y = fixed.y - (fixed.y - from.y) * grows;
  return kept({ state: 'zoomed', scale: to, x, y }, shown);
}

/** @param dx, dy how far the picture is moved. */
export function panned(zoom: Zoom, shown: Shown, dx: number, dy: number): Zoom {
  return zoom.state === 'fit' ? zoom : kept({ ...zoom, x: zoom.x + dx, y: zoom.y + dy }, shown);
}

/** After the box or the picture has got another size. */
export function refitted(zoom: Zoom, shown: Shown): Zoom {
  if (zoom.state === 'fit') return zoom;
  const isActual = Math.abs(zoom.scale / shown.actual - 1) < NEARLY - 1;
  return zoom.scale <= fitScale(shown) * NEARLY && !(isActual && shown.actual * NEARLY < fitScale(shown))
    ? FIT
    : kept(zoom, shown);
}

/** Where the picture's corner lies and how large it is drawn. */
export function placeOf(zoom: Zoom, shown: Shown): { scale: number; x: number; y: number } {
  if (zoom.state === 'zoomed') return zoom;
  const scale = fitScale(shown);
  const { box, picture } = shown;
  return {
    scale,
    x: (box.width - picture.width * scale) / 2,
    y: (box.height - picture.height * scale) / 2,
  };
}

/** What is seen of the picture, as shares of its width and height from 0 to 1. */
export function seenPart(zoom: Zoom, shown: Shown): { x: number; y: number; width: number; height: number } {
  const { scale, x, y } = placeOf(zoom, shown);
  const { box, picture } = shown;
  const share = (from: number, length: number, whole: number): [number, number] => {
    if (whole <= 0) return [0, 1];
    const start = Math.max(0, -from / whole);
    return [start, Math.min(1, (length - from) / whole) - start];
  };
  const [left, width] = share(x, box.width, picture.width * scale);
  const [top, height] = share(y, box.height, picture.height * scale);
  return { x: left, y: top, width, height };
}

/** Its edges stay outside the box; what is smaller than the box stands in its middle. */
function kept(zoom: Extract<Zoom, { state: 'zoomed' }>, { box, picture }: Shown): Zoom {
  const along = (at: number, length: number, whole: number): number =>
    whole <= length ? (length - whole) / 2 : Math.min(0, Math.max(length - whole, at));
  return {
    ...zoom,
    x: along(zoom.x, box.width, picture.width * zoom.scale),
    y: along(zoom.y, box.height, picture.height * zoom.scale),
  };
}
