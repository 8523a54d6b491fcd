/** How a person wants to be seen. */
import type { BackgroundChoice } from '../devices/background-choice';

export type Look =
  | { type: 'blur' }
  | { type: 'color'; color: string }
  | { type: 'picture'; picture: ImageBitmap }
  /** An outline in one colour, and nothing else. */
  | { type: 'hidden' };

/** Of whoever is hidden, and of what is behind them. */
export const HIDDEN = { person: '#8d97ab', room: '#20242e' } as const;

/** Where no picture was chosen yet, or any more, its place is one colour: never the room. */
export function lookOf({ background, backgroundColor }: BackgroundChoice, picture: ImageBitmap | null): Look {
  switch (background) {
    case 'blur':
      return { type: 'blur' };
    case 'picture':
      if (picture) return { type: 'picture', picture };
      return { type: 'color', color: backgroundColor };
    case 'color':
      return { type: 'color', color: backgroundColor };
    default:
      return { type: 'hidden' };
  }
}
