/** Space, held while one is muted: heard for as long as it is held. */
import { useEffect, useEffectEvent, useRef } from 'react';

/** Where Space is a letter, or presses what somebody has gone to by the keyboard. */
const WRITING = 'input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable]';
const PRESSED = 'button, a, input, summary, [role=menuitem], [role=tab]';

export interface TalkKey {
  isMuted: boolean;
  onTalk: (on: boolean) => void;
}

export function usePushToTalk({ isMuted, onTalk }: TalkKey): void {
  const isHeld = useRef(false);
  /** What has the focus by a click; Space presses what has it by the keyboard. */
  const clicked = useRef<EventTarget | null>(null);
  const begin = useEffectEvent((event: KeyboardEvent) => {
    if (!isSpace(event) || isForThePage(event.target, clicked.current)) return;
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
      if (event.code !== 'Space') return;
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

function isSpace({ code, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return code === 'Space' && !ctrlKey && !altKey && !metaKey && !shiftKey;
}

function isForThePage(target: EventTarget | null, clicked: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.matches(WRITING) || (target.matches(PRESSED) && target !== clicked);
}
