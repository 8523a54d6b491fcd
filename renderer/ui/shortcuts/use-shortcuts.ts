/** The keys of the meeting, wherever in its window they are pressed. */
import { useEffect, useEffectEvent } from 'react';
import type { ShortcutName } from '../../state/contract';
import { isMac } from './is-mac';
import { pressedShortcut, type PressedShortcut } from './pressed-shortcut';
import { useKeys } from './use-keys';

// Somebody who reads a number aloud still wants to mute at once.
const worksOverDialogs: ReadonlySet<ShortcutName> = new Set(['mute', 'camera', 'fullScreen']);

/** Where letters are written. */
export const WRITING =
  'input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable]';

/** @param only what is listened for; without it, all of them. */
export function useShortcuts(
  perform: (name: PressedShortcut) => void,
  only?: ReadonlySet<PressedShortcut>,
): void {
  const keys = useKeys();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isWriting = event.target instanceof Element && event.target.matches(WRITING);
    const name = pressedShortcut(event, keys, { isMac, isWriting });
    if (name === null || event.repeat || only?.has(name) === false) return;
    const dialogIsOpen = document.querySelector('dialog[open]') !== null;
    if (dialogIsOpen && !worksOverDialogs.has(name)) return;
    event.preventDefault();
    perform(name);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      onKey(event);
    };
    window.addEventListener('keydown', listener);
    return () => {
      window.removeEventListener('keydown', listener);
    };
  }, []);
}
