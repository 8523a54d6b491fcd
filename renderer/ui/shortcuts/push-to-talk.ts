/** A key that is held while one is muted: heard for as long as it is held. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { isMac } from './is-mac';
import { combinationOf, isModifier, keyOf, writes } from './key-press';
import { useKeys } from './use-keys';
import { WRITING } from './use-shortcuts';

/** What Space presses, if somebody has gone to it by the keyboard. */
const PRESSED = 'button, a, input, summary, [role=menuitem], [role=tab]';

export interface TalkKey {
  isMuted: boolean;
  onTalk: (on: boolean) => void;
}

export function usePushToTalk({ isMuted, onTalk }: TalkKey): void {
  const { talk } = useKeys();
  const isHeld = useRef(false);
  /** What has the focus by a click; Space presses what has it by the keyboard. */
  const clicked = useRef<EventTarget | null>(null);
  const begin = useEffectEvent((event: KeyboardEvent) => {
    if (combinationOf(event, isMac) !== talk) return;
    if (writes(talk) && isForThePage(event.target, clicked.current)) return;
    // Held on, it neither scrolls nor presses the button that was clicked last.
    if (isHeld.current) event.preventDefault();
    if (event.repeat || isHeld.current || !isMuted) return;
    event.preventDefault();
    isHeld.current = true;
    onTalk(true);
  });
  const end = useEffectEvent((event: Event) => {
    if (!isHeld.current) return;
    if (event instanceof KeyboardEvent) {
      // Where ⌘ is held, no other key is told to be let go.
      const isOfTalk = keyOf(event) === talk.split('+').at(-1) || (talk.includes('+') && isModifier(event));
      if (!isOfTalk) return;
      event.preventDefault();
    }
    isHeld.current = false;
    onTalk(false);
  });
  useEffect(() => {
    const onDown = (event: KeyboardEvent): void => {
      begin(event);
    };
    // Later it does not tell: any key makes the focus visible.
    const onFocus = ({ target }: FocusEvent): void => {
      clicked.current = target instanceof Element && target.matches(':focus-visible') ? null : target;
    };
    const onEnd = (event: Event): void => {
      end(event);
    };
    window.addEventListener('keydown', onDown);
    window.addEventListener('focusin', onFocus);
    // A key that is let go over another window is told to nobody here.
    const ends = ['keyup', 'blur', 'pagehide'];
    for (const name of ends) window.addEventListener(name, onEnd);
    return () => {
      window.removeEventListener('keydown', onDown);
      window.removeEventListener('focusin', onFocus);
      for (const name of ends) window.removeEventListener(name, onEnd);
    };
  }, []);
}

function isForThePage(target: EventTarget | null, clicked: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.matches(WRITING) || (target.matches(PRESSED) && target !== clicked);
}
