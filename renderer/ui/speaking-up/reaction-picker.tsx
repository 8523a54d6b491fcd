import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { reactions } from '../../state/contract';
import { useActions } from '../context';
import { stepAlong } from '../direction';
import { reactionPictures } from './reaction-pictures';

/** The six reactions over their button. The popover is native: Esc and a click beside it close it. */
export function ReactionPicker({ id, onToggle }: { id: string; onToggle: (isOpen: boolean) => void }) {
  const { t } = useTranslation();
  const { react } = useActions();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const all = [...(list.current?.querySelectorAll('button') ?? [])];
    const now = all.findIndex((one) => one === document.activeElement);
    const step = stepAlong(event.currentTarget, event.key);
    const next = { Home: 0, End: -1 }[event.key] ?? now + step;
    if (step === 0 && next === now) return;
    event.preventDefault();
    all.at(next % all.length)?.focus();
  }

  return (
    <div
      ref={list}
      id={id}
      className="reaction-picker"
      role="group"
      aria-label={t('speaking:reaction.choose')}
      popover="auto"
      onToggle={({ newState }) => {
        onToggle(newState === 'open');
        if (newState === 'open') list.current?.querySelector('button')?.focus();
      }}
      onKeyDown={onKeyDown}
    >
      {reactions.map((reaction) => (
        <button
          key={reaction}
          type="button"
          aria-label={t(`speaking:reaction.${reaction}`)}
          title={t(`speaking:reaction.${reaction}`)}
          data-testid={`react-${reaction}`}
          onClick={() => {
            react(reaction);
            list.current?.hidePopover();
          }}
        >
          {/* Not while somebody joins: there is enough to do then. */}
          <img loading="lazy" src={reactionPictures[reaction]} alt="" draggable={false} />
        </button>
      ))}
    </div>
  );
}
