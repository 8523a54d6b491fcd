import { Check, Copy, Info, RefreshCw, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useSelected } from '../context';
import { StandingShape } from '../components/badge';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { DigitGroups } from './digit-groups';
import { Emblem } from '../components/emblem';
import { Icon } from '../components/icon';
import { NoticeHere } from '../components/notice-here';

/** What everybody reads to one another. Comparing opens all of it; a part of it can be forged. */
export function GroupCodeDialog({ groups, onClose }: { groups: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const code = groups.join(' ');
  const [firstCode] = useState(code);
  const isCompared = useSelected(({ comparedGroupCode }) => comparedGroupCode === code);
  const { copyGroupCode, sayGroupIsSame } = useActions();
  return (
    <Dialog
      title={t('group:title')}
      lead={t('group:lead')}
      emblem={<Emblem of={UsersRound} />}
      testId="group-code-dialog"
      closeTestId="group-code-close"
      onClose={onClose}
      footer={
        <>
          <Button
            kind={isCompared ? 'main' : 'bare'}
            className={isCompared ? 'push' : undefined}
            onClick={onClose}
          >
            {t(isCompared ? 'common:close' : 'verification:verify.later')}
          </Button>
          {!isCompared && (
            <Button
              kind="main"
              icon={Check}
              className="push"
              data-testid="group-code-same"
              onClick={() => {
                sayGroupIsSame(groups);
              }}
            >
              {t('group:yes')}
            </Button>
          )}
        </>
      }
    >
      <div role="status">
        {code !== firstCode && (
          <p className="notice warn" data-testid="group-code-changed">
            <Icon of={RefreshCw} />
            {t('group:changedNow')}
          </p>
        )}
      </div>
      <NoticeHere />
      <DigitGroups groups={groups} label={t('group:number')} testId="group-code-group" />
      <Button icon={Copy} className="start" data-testid="group-code-copy" onClick={copyGroupCode}>
        {t('group:copy')}
      </Button>
      <div role="status">
        {isCompared && (
          <div className="notice ok" data-testid="group-code-compared">
            <StandingShape standing="verified" size={20} />
            <p>
              <strong>{t('group:done')}</strong> {t('group:doneText')}
            </p>
          </div>
        )}
      </div>
      {!isCompared && (
        <>
          <p>{t('group:how')}</p>
          <p>
            <strong>{t('group:differ')}</strong> {t('group:voice')}
          </p>
          <p className="notice plain">
            <Icon of={Info} />
            {t('group:yesText')}
          </p>
        </>
      )}
    </Dialog>
  );
}
