/** Keys of the meeting. Each can be found in the list that the ? key opens. */
import { useEffect, useEffectEvent } from 'react';

export const shortcuts = {
  mute: { letter: 'd', shift: false },
  camera: { letter: 'e', shift: false },
  hand: { letter: 'h', shift: true },
  chat: { letter: 'm', shift: true },
  people: { letter: 'p', shift: true },
  safety: { letter: 'v', shift: true },
  layout: { letter: 'l', shift: true },
  soundOnly: { letter: 's', shift: true },
  copyInvite: { letter: 'k', shift: true },
  leave: { letter: 'q', shift: true },
} as const;
export type ShortcutName = keyof typeof shortcuts;

/** Keys that are no letter. */
export type OwnKey = 'help' | 'fullScreen';

export const isMac = /mac/i.test(navigator.userAgent);

// Somebody who reads a number aloud still wants to mute at once.
const worksOverDialogs: ReadonlySet<ShortcutName | OwnKey> = new Set(['mute', 'camera', 'fullScreen']);

/** @param only what is listened for; without it, all of them. */
export function useShortcuts(
  perform: (name: ShortcutName | OwnKey) => void,
  only?: ReadonlySet<ShortcutName | OwnKey>,
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const name = nameOf(event);
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

function nameOf(event: KeyboardEvent): ShortcutName | OwnKey | null {
  if (event.key === 'F11') return 'fullScreen';
  if (event.key === '?' && !isWriting(event.target)) return 'help';
  const held = isMac ? event.metaKey : event.ctrlKey;
  if (!held || event.altKey) return null;
  const letter = letterOf(event);
  const names = Object.keys(shortcuts) as ShortcutName[];
  return (
    names.find((name) => shortcuts[name].letter === letter && shortcuts[name].shift === event.shiftKey) ??
    null
  );
}

/** The letter on the key, or, on layouts without Latin letters, the letter at its place. */
function letterOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  return /^[a-z]$/.test(key) ? key : event.code.replace(/^Key/, '').toLowerCase();
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
