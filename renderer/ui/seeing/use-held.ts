import { useState, type FocusEvent, type PointerEvent } from 'react';

interface Held {
  isHeld: boolean;
  onMenu: (isOpen: boolean) => void;
  /** For whatever holds the tiles. */
  handlers: {
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerLeave: () => void;
    onFocus: (event: FocusEvent<HTMLElement>) => void;
    onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
}

/** True while the pointer is over the rail, the keyboard's focus on a tile, or the menu of one open. */
export function useHeld(): Held {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const [menu, setMenu] = useState(false);
  return {
    isHeld: pointer || focus || menu,
    onMenu: setMenu,
    handlers: {
      onPointerMove: ({ currentTarget, clientX }) => {
        const rail = currentTarget.querySelector('.tile.rail')?.getBoundingClientRect();
        setPointer(rail !== undefined && clientX >= rail.left && clientX <= rail.right);
      },
      onPointerLeave: () => {
        setPointer(false);
      },
      // A click leaves the focus behind as well, and nobody looks for it there.
      onFocus: ({ target }) => {
        setFocus(target.matches(':focus-visible'));
      },
      onBlur: ({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setFocus(false);
      },
    },
  };
}
