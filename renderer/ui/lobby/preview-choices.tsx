import { TriangleAlert, Users } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon';
import { PopoverDialog } from '../components/popover-dialog';
import { SwitchRow } from '../components/switch-row';

interface Choice {
  on: boolean;
  onSwitch: (on: boolean) => void;
}

interface PreviewChoicesProps {
  throwaway: Choice;
  /** Of a new meeting: anyone with the link joins unasked. Null where a guest cannot know or choose it. */
  open: Choice | null;
  /** Of a new meeting of somebody who has a TURN server to lend. */
  lend: Choice | null;
}

/** What most people leave as it is: one line says how it stands, the switches are behind it. */
export function PreviewChoices({ throwaway, open, lend }: PreviewChoicesProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const identity = throwaway.on ? 'oneTime' : 'usual';
  const standing =
    open === null
      ? t(`preview:as.${identity}`)
      : t(open.on ? `preview:unasked.${identity}` : `preview:asked.${identity}`);
  const isWeaker = open?.on === true;
  return (
    <div className="preview-choices" data-warn={isWeaker} data-testid="preview-choices">
      <Icon of={isWeaker ? TriangleAlert : Users} />
      <span className="grow" data-testid="preview-standing">
        {lend?.on === true ? t('preview:andLent', { standing }) : standing}
      </span>
      <button
        type="button"
        className="text-link"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        popoverTarget={id}
        data-testid="preview-change"
      >
        {t('preview:change')}
      </button>
      <PopoverDialog
        id={id}
        label={t(open === null ? 'preview:whoYouAre' : 'preview:whoCanJoin')}
        className="preview-change"
        testId="preview-change-choice"
        onToggle={setIsOpen}
      >
        {open !== null && (
          <SwitchRow
            title={t('entering:preview.open')}
            text={t('entering:preview.openText')}
            {...open}
            testId="preview-open"
          />
        )}
        <SwitchRow
          title={t('entering:preview.throwaway')}
          text={t('entering:preview.throwawayText')}
          {...throwaway}
          testId="preview-throwaway"
        />
        {lend !== null && (
          <SwitchRow title={t('turn:lend')} text={t('turn:lendText')} {...lend} testId="preview-lend" />
        )}
      </PopoverDialog>
    </div>
  );
}
