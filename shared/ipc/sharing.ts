/** What the window may ask about sharing a screen: what there is, and that one of it may be captured now. */
import { z } from 'zod';
import { none } from './shapes';

/** As the system's own identifiers are: kind, number, and whether it is this program's. */
const MAX_SOURCE_ID = 64;

export interface ScreenSource {
  id: string;
  source: 'window' | 'screen';
  /** Of a window its title, for this person alone; cut after MAX_SOURCE_NAME. Screens are counted instead. */
  name: string;
  /** An image in a usual format, at most THUMBNAIL wide and tall; null where there is none. */
  thumbnail: Uint8Array | null;
}

export type ScreenSources = (
  | { way: 'list'; sources: ScreenSource[] }
  /** The system asks by itself which one: on Wayland, and on newer macOS. */
  | { way: 'system' }
) & {
  /** Whether the system keeps Vigil's own window out of a screen that is shared. */
  hidesVigil: boolean;
};

/** UTF-16 code units. */
export const MAX_SOURCE_NAME = 120;
/** Of each kind. */
export const MAX_SOURCES = 60;
/** Pixels. */
export const THUMBNAIL = { width: 320, height: 180 } as const;

export const sharingRequests = {
  /** Looks anew. What is chosen must be among the answer. */
  'sharing:sources': none,
  /** The next capture that the window asks for is this one; null: the system asks which. */
  'sharing:choose': z.object({ id: z.string().min(1).max(MAX_SOURCE_ID).nullable() }),
  /** Nothing is to be captured, whatever was chosen. */
  'sharing:close': none,
} as const;
export interface SharingAnswers {
  'sharing:sources': ScreenSources;
}
