import type { LucideIcon } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { IconButton } from './button';
import { Icon } from './icon';

export interface MenuItem {
  id: string;
  icon: LucideIcon;
  title: string;
  text?: string;
  onChoose: () => void;
}

interface MenuProps {
  label: string;
  icon: LucideIcon;
  items: readonly MenuItem[];
  testId: string;
}

/** A button with a short list of actions. The popover is native: Esc and a click beside it close it. */
export function Menu({ label, icon, items, testId }: MenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        icon={icon}
        label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        popoverTarget={id}
        data-testid={testId}
      />
      <div
        ref={list}
        id={id}
        className="menu"
        role="menu"
        aria-label={label}
        popover="auto"
        onToggle={(event) => {
          const opens = event.newState === 'open';
          setIsOpen(opens);
          if (opens) itemsIn(list.current)[0]?.focus();
        }}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            data-testid={`${testId}-${item.id}`}
            onClick={() => {
              list.current?.hidePopover();
              item.onChoose();
            }}
          >
            <Icon of={item.icon} />
            <span className="grow">
              {item.title}
              {item.text !== undefined && <span className="sub">{item.text}</span>}
            </span>
          </button>
        ))}
      </div>
    </>
  );

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Tab') {
      list.current?.hidePopover();
      return;
    }
    const all = itemsIn(list.current);
    const now = all.findIndex((item) => item === document.activeElement);
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all.at(next % all.length)?.focus();
  }
}

function itemsIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
