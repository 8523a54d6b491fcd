import type { LucideIcon } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { stepAlong } from '../direction';
import { Icon } from './icon';

interface TabsProps<T extends string> {
  label: string;
  tabs: readonly { id: T; icon: LucideIcon; title: string }[];
  chosen: T;
  onChoose: (id: T) => void;
  /** Id of the element that shows what was chosen. */
  panelId: string;
  testId: string;
}

/** Arrows move and choose at once, as in the system's own tabs. */
export function Tabs<T extends string>({ label, tabs, chosen, onChoose, panelId, testId }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const now = tabs.findIndex(({ id }) => id === chosen);
    const last = tabs.length - 1;
    const step = stepAlong(event.currentTarget, event.key);
    const next = { Home: 0, End: last }[event.key] ?? now + step;
    const tab = tabs.at(next % tabs.length);
    if (tab === undefined || (step === 0 && next === now)) return;
    event.preventDefault();
    onChoose(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(tab)]?.focus();
  };
  return (
    <div ref={list} className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ id, icon, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${panelId}-${id}`}
          aria-selected={id === chosen}
          aria-controls={panelId}
          tabIndex={id === chosen ? 0 : -1}
          data-testid={`${testId}-${id}`}
          onClick={() => {
            onChoose(id);
          }}
        >
          <Icon of={icon} size="small" />
          {title}
        </button>
      ))}
    </div>
  );
}
