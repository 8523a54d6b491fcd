/** Which shortcut somebody pressed. */
import { shortcutNames, type ShortcutName, type Shortcuts } from '../../state/contract';
import { combinationOf, writes, type Press } from './key-press';

/** Talking has two ends: push-to-talk.ts. */
export type PressedShortcut = Exclude<ShortcutName, 'talk'>;

/** Null if it is none, or a character for the field that has the focus. */
export function pressedShortcut(
  press: Press,
  keys: Shortcuts,
  { isMac, isWriting }: { isMac: boolean; isWriting: boolean },
): PressedShortcut | null {
  const combination = combinationOf(press, isMac);
  if (combination === null || (isWriting && writes(combination))) return null;
  const name = shortcutNames.find((one) => keys[one] === combination);
  return name === undefined || name === 'talk' ? null : name;
}
