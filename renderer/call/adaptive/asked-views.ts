/** How tall each picture is asked for: what is really shown, less what the computer cannot bear. */
import { tallestFor } from '../encoding/picture-encoding';
import { lowerView, viewHeightFor, type ViewHeight } from '../../../shared/wire/view-height';

/** Where a picture is shown, in device pixels; null where it is not. */
export type ShownSize = { width: number; height: number } | null;

/** How much is left out because the computer is at its limit. */
export type Restraint = { state: 'none' } | { state: 'smaller' } | { state: 'fewer'; pictures: number };

/** Small, and still a face. */
const SMALLER: ViewHeight = 180;
/** Pictures fill their tile, whatever its shape. */
const PICTURE_RATIO = 16 / 9;

export function viewOf(size: ShownSize): ViewHeight {
  if (size === null || size.width <= 0 || size.height <= 0) return 0;
  return viewHeightFor(Math.max(size.height, size.width / PICTURE_RATIO));
}

/**
 * In the speaker view: one height for all, whichever is large, or the pictures' traffic would tell the network who
 * speaks. As tall as the large one is shown, and no taller than senders afford so many viewers: so many pictures come.
 */
export function alikeView(area: ShownSize, pictures: number): ViewHeight {
  return lowerView(viewOf(area), tallestFor(Math.max(1, pictures)));
}

/**
 * Whose pictures stay when only so many can: those who spoke last, then those who come first on the stage. Chosen
 * when the restraint changes and not when somebody speaks, or the pictures' traffic would tell the network who does.
 */
export function keptPictures(
  shown: readonly string[],
  pictures: number,
  spokeAt: (peerId: string) => number,
): Set<string> {
  const latestFirst = [...shown].sort((one, other) => spokeAt(other) - spokeAt(one));
  return new Set(latestFirst.slice(0, pictures));
}

export function askedView(view: ViewHeight, restraint: Restraint, isKept: boolean): ViewHeight {
  switch (restraint.state) {
    case 'none':
      return view;
    case 'smaller':
      return lowerView(view, SMALLER);
    case 'fewer':
      return isKept ? lowerView(view, SMALLER) : 0;
  }
}
