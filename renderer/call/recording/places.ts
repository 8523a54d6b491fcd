/** Where everybody stands in the picture that is recorded, in its pixels. Pure. */

export const WIDTH = 1280;
export const HEIGHT = 720;
const GAP = 8;
/** Of the small ones beside a large one. */
const RAIL = 208;
const RAIL_PLACES = 5;

export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** All at one size: as many columns as make them largest. */
export function gridPlaces(count: number): Place[] {
  if (count === 0) return [];
  const columns = Array.from({ length: count }, (_, index) => index + 1).reduce((best, one) =>
    widthWith(one, count) >= widthWith(best, count) ? one : best,
  );
  const rows = Math.ceil(count / columns);
  const width = Math.floor((WIDTH - GAP * (columns + 1)) / columns);
  const height = Math.floor((HEIGHT - GAP * (rows + 1)) / rows);
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const before = (WIDTH - inRow * width - (inRow - 1) * GAP) / 2;
    const x = Math.round(before + (index % columns) * (width + GAP));
    return { x, y: GAP + row * (height + GAP), width, height };
  });
}

/** The first one large, beside it as many of the others as there are places. */
export function speakerPlaces(count: number): Place[] {
  if (count <= 1) return gridPlaces(count);
  const height = Math.floor((HEIGHT - GAP * (RAIL_PLACES + 1)) / RAIL_PLACES);
  const large = { x: GAP, y: GAP, width: WIDTH - RAIL - 3 * GAP, height: HEIGHT - 2 * GAP };
  const small = Array.from({ length: Math.min(count - 1, RAIL_PLACES) }, (_, index) => ({
    ...{ x: WIDTH - RAIL - GAP, y: GAP + index * (height + GAP) },
    ...{ width: RAIL, height },
  }));
  return [large, ...small];
}

/** How wide a picture of 16 to 9 is with so many columns. */
function widthWith(columns: number, count: number): number {
  const rows = Math.ceil(count / columns);
  return Math.min(WIDTH / columns, ((HEIGHT / rows) * 16) / 9);
}
