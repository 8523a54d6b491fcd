/** Arrow keys go from one tile to the next as they are seen, whatever their order in the page. */
import type { KeyboardEvent } from 'react';

export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

const directions: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The place of the nearest one that lies in this direction; -1 if none does, or the key has no direction. */
export function nearestIn(key: string, from: Rect, others: readonly Rect[]): number {
  const direction = directions[key];
  if (!direction) return -1;
  const [x, y] = direction;
  let best = { index: -1, far: Infinity };
  for (const [index, other] of others.entries()) {
    const dx = middle(other.left, other.width) - middle(from.left, from.width);
    const dy = middle(other.top, other.height) - middle(from.top, from.height);
    const along = dx * x + dy * y;
    // What lies aside counts twice: the row is followed rather than the corner.
    const far = along + 2 * Math.abs(dx * y + dy * x);
    if (along > 1 && far < best.far) best = { index, far };
  }
  return best.index;
}

/** For whatever holds the tiles; keys within a tile are its own. */
export function moveBetweenTiles(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || !event.target.matches('.tile')) return;
  const { target } = event;
  const others = [...event.currentTarget.querySelectorAll<HTMLElement>('.tile[tabindex]')].filter(
    (tile) => tile !== target && tile.checkVisibility(),
  );
  const rects = others.map((tile) => tile.getBoundingClientRect());
  const next = others[nearestIn(event.key, target.getBoundingClientRect(), rects)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function middle(start: number, length: number): number {
  return start + length / 2;
}
