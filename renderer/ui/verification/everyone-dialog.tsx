import { Copy, Info, Lock, RefreshCw, UsersRound } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useSelected } from '../context';
import type { InsidePhase } from '../phases';
import { StandingShape } from '../components/badge';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Emblem } from '../components/emblem';
import { Icon } from '../components/icon';
import { NoticeBox } from '../components/notice-box';
import { NoticeHere } from '../components/notice-here';
import { SwitchRow } from '../components/switch-row';
import { DigitGroups } from './digit-groups';
import { Answers } from './verify-answers';

interface EveryoneDialogProps {
  groups: readonly string[];
  meeting: InsidePhase;
  aside: ReactNode;
  onClose: () => void;
}

/**
 * What everybody reads to one another. Comparing opens all of it; a part of it can be forged. When it changes, the one
 * that was begun stays, grey, until this person begins again: nobody reads half of one and half of another.
 */
export function EveryoneDialog({ groups, meeting, aside, onClose }: EveryoneDialogProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(groups);
  const [differs, setDiffers] = useState(false);
  const code = shown.join(' ');
  const isStale = code !== groups.join(' ');
  const isCompared = useSelected(({ comparedGroupCode }) => comparedGroupCode === code) && !isStale;
  const { copyGroupCode, sayGroupIsSame, setLock } = useActions();
  return (
    <Dialog
      width="list"
      title={t('verify-list:everyone')}
      lead={t('verify-list:everyoneText')}
      emblem={<Emblem of={UsersRound} />}
      testId="group-code-dialog"
      closeTestId="group-code-close"
      aside={aside}
      closesBeside={false}
      onClose={onClose}
      footer={
        isStale || isCompared ? undefined : (
          <Answers
            testId="group-code"
            words={{ same: t('verify-list:matchesForAll'), differ: t('verify-list:doesNotMatch') }}
            onAnswer={(same) => {
              setDiffers(!same);
              if (same) sayGroupIsSame(shown);
            }}
          />
        )
      }
    >
      {meeting.rights !== 'none' && (
        <SwitchRow
          icon={Lock}
          title={t('verify-list:lock')}
          text={t('door:lockText')}
          on={meeting.locked}
          onSwitch={setLock}
          testId="verify-lock"
        />
      )}
      <div role="status" className="notice-here">
        {isStale && (
          <NoticeBox title={t('verify-list:changed')} icon={RefreshCw} testId="group-code-changed">
            <div className="answers">
              <Button
                kind="line"
                data-testid="group-code-again"
                onClick={() => {
                  setShown(groups);
                  setDiffers(false);
                }}
              >
                {t('verify-list:again')}
              </Button>
            </div>
          </NoticeBox>
        )}
        {differs && !isStale && (
          <NoticeBox title={t('verify-list:differ')} testId="group-code-differs">
            <p>{t('verify-list:differText')}</p>
          </NoticeBox>
        )}
      </div>
      <NoticeHere />
      <div className="group-number" data-stale={isStale}>
        <DigitGroups groups={shown} label={t('group:number')} testId="group-code-group" />
      </div>
      <Button
        icon={Copy}
        className="start"
        disabled={isStale}
        data-testid="group-code-copy"
        onClick={copyGroupCode}
      >
        {t('group:copy')}
      </Button>
      <div role="status" className="notice-here">
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
          <p className="notice plain">
            <Icon of={Info} />
            {t('group:yesText')}
          </p>
          <p className="small quiet">{t('group:voice')}</p>
        </>
      )}
    </Dialog>
  );
}
