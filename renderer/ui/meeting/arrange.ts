/** How many tiles go where, so that as many as are still legible are seen at once. */

export interface Arrangement {
  columns: number;
  rows: number;
  /** Tiles on one page; all of them, as long as they fit. */
  perPage: number;
}

export interface Box {
  width: number;
  height: number;
}

/** The smallest tile, in pixels: a face and a name can still be read. */
const LEAST: Box = { width: 140, height: 84 };
/** The gap between two tiles, in pixels; narrower in small windows. */
const GAP = 12;
const FACE_RATIO = 16 / 9;

function fit(count: number, box: Box): Arrangement & { tile: Box } {
  const choices = Array.from({ length: count }, (_, index) => {
    const columns = index + 1;
    const rows = Math.ceil(count / columns);
    const tile = {
      width: (box.width - GAP * (columns - 1)) / columns,
      height: (box.height - GAP * (rows - 1)) / rows,
    };
    return { columns, rows, perPage: count, tile };
  });
  const worth = ({ tile }: { tile: Box }): number => Math.min(tile.width, tile.height * FACE_RATIO);
  return choices.reduce((best, choice) => (worth(choice) > worth(best) ? choice : best));
}

/** @param count at least 1. @param box where they go; before it was measured, a square is assumed. */
export function arrange(count: number, box: Box | null): Arrangement {
  if (box === null || box.width <= 0 || box.height <= 0) {
    const columns = Math.ceil(Math.sqrt(count));
    return { columns, rows: Math.ceil(count / columns), perPage: count };
  }
  const { tile, ...whole } = fit(count, box);
  if (tile.width >= LEAST.width && tile.height >= LEAST.height) return whole;
  const columns = Math.max(1, Math.floor((box.width + GAP) / (LEAST.width + GAP)));
  const rows = Math.max(1, Math.floor((box.height + GAP) / (LEAST.height + GAP)));
  const perPage = Math.min(count, Math.max(2, columns * rows));
  const page = fit(perPage, box);
  return { columns: page.columns, rows: page.rows, perPage };
}
