import { Info, RefreshCw, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Dialog } from './dialog';
import { DigitGroups } from './digit-groups';
import { Icon } from './icon';

/** What everybody reads to one another. Comparing opens all of it; a part of it can be forged. */
export function GroupCodeDialog({ groups, onClose }: { groups: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const code = groups.join(' ');
  const [firstCode] = useState(code);
  return (
    <Dialog
      title={t('group.title')}
      lead={t('group.lead')}
      emblem={
        <span className="emblem">
          <Icon of={UsersRound} size="large" />
        </span>
      }
      testId="group-code-dialog"
      closeTestId="group-code-close"
      onClose={onClose}
      footer={
        <Button kind="main" className="push" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <div role="status">
        {code !== firstCode && (
          <p className="notice warn" data-testid="group-code-changed">
            <Icon of={RefreshCw} />
            {t('group.changedNow')}
          </p>
        )}
      </div>
      <DigitGroups groups={groups} label={t('group.number')} testId="group-code-group" />
      <p>{t('group.how')}</p>
      <p>
        <strong>{t('group.differ')}</strong> {t('group.voice')}
      </p>
      <p className="notice plain">
        <Icon of={Info} />
        {t('group.forgets')}
      </p>
    </Dialog>
  );
}
