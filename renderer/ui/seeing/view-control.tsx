import { Headphones, LayoutGrid, LayoutPanelLeft } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelected } from '../context';
import { Control } from '../meeting/control';
import { useLayout } from './use-layout';
import { ViewChoices } from './view-choices';

/** The button of the bar that says how one looks on, and opens the choice. The popover is native: Esc closes it. */
export function ViewControl({ isGroup }: { isGroup: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const layout = useLayout();
  const soundOnly = useSelected(({ seeing }) => seeing.soundOnly);
  const label = t(soundOnly ? 'seeing:view.soundOnly' : 'seeing:view.title');
  return (
    <>
      <Control
        icon={soundOnly ? Headphones : layout === 'grid' ? LayoutGrid : LayoutPanelLeft}
        label={label}
        aria-label={soundOnly ? t('seeing:view.isSoundOnly') : label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-chosen={soundOnly}
        popoverTarget={id}
        data-testid="control-view"
      />
      {/* Always there, so that what enters it is read aloud, also after the shortcut. */}
      <span className="unseen" role="status">
        {soundOnly && t('seeing:view.soundOnlyOn')}
      </span>
      <div
        ref={box}
        id={id}
        className="view-choices"
        role="dialog"
        aria-label={t('seeing:view.title')}
        popover="auto"
        data-testid="view-choices"
        onToggle={({ newState }) => {
          setIsOpen(newState === 'open');
          if (newState === 'open') box.current?.querySelector<HTMLElement>('input:checked, input')?.focus();
        }}
      >
        <ViewChoices isGroup={isGroup} />
      </div>
    </>
  );
}
