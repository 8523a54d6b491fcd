/** Where each tile goes in the speaker view: columns of large ones, and the rail beside them. */
import type { CSSProperties } from 'react';
import { arrange, type Box } from '../meeting/arrange';
import type { SpeakerOrder } from './speaker-order';

export interface TilePlace {
  className: string;
  style?: CSSProperties;
}

/** Whoever is in no map stands where the styles say. */
export interface SpeakerPlaces {
  /** Of whatever holds the tiles. */
  all: TilePlace;
  of: ReadonlyMap<string, TilePlace>;
  self: TilePlace;
}

/** The styles have the same widths: seeing.css. */
const RAIL_WIDTH = 208;
const NARROW_RAIL_WIDTH = 148;
const NARROW_BELOW = 1000;
const GAP = 12;

/** Where the large pictures go. @param box of everything; @param windowWidth in pixels, as all here. */
export function largeArea(box: Box, windowWidth: number): Box {
  const rail = windowWidth <= NARROW_BELOW ? NARROW_RAIL_WIDTH : RAIL_WIDTH;
  return { width: Math.max(0, box.width - rail - GAP), height: box.height };
}

/** @param area null before it was measured. @param showsSelf the own tile stands last. */
export function speakerPlaces(order: SpeakerOrder, area: Box | null, showsSelf: boolean): SpeakerPlaces {
  const { columns, rows } = arrange(Math.max(1, order.large.length), area);
  const beside = order.rail.length + (showsSelf ? 1 : 0);
  const large = order.large.map((peerId, index): [string, TilePlace] => [
    peerId,
    {
      className: 'large',
      style: { '--column': (index % columns) + 1, '--row': Math.floor(index / columns) },
    },
  ]);
  const rail = order.rail.map((peerId, index): [string, TilePlace] => [peerId, inRail(index)]);
  return {
    all: {
      className: beside === 0 ? 'speaker no-rail' : 'speaker',
      style: { '--columns': columns, '--rows': rows, '--beside': Math.max(1, beside) },
    },
    of: new Map([...large, ...rail]),
    self: inRail(order.rail.length),
  };
}

function inRail(index: number): TilePlace {
  return { className: 'rail', style: { '--row': index + 1 } };
}
