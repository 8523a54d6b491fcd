import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { mayContinueElsewhere } from '../admission';
import type { InsidePhase } from '../phases';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { StandingEmblem } from '../components/emblem';
import { ThreeLines } from '../components/three-lines';

interface AlarmDialogProps {
  meeting: InsidePhase;
  onContinue: () => void;
}

/** A link that could not be proven and a host who cannot be trusted are among the few things that may interrupt. */
export function AlarmDialog({ meeting, onContinue }: AlarmDialogProps) {
  switch (meeting.alarm) {
    case 'none':
      return null;
    case 'fingerprint-mismatch':
      return <Alarm key="alarm" of="alarm" />;
    case 'host-contradiction':
      return (
        <Alarm
          key="contradiction"
          of="contradiction"
          onContinue={mayContinueElsewhere(meeting) ? onContinue : undefined}
        />
      );
  }
}

interface AlarmProps {
  /** Where its words are. */
  of: 'alarm' | 'contradiction';
  onContinue?: (() => void) | undefined;
}

function Alarm({ of: words, onContinue }: AlarmProps) {
  const { t } = useTranslation();
  const { leave } = useActions();
  const [isRead, setIsRead] = useState(false);
  if (isRead) return null;
  return (
    <Dialog
      role="alertdialog"
      width={onContinue ? 'usual' : 'narrow'}
      title={t(`group:${words}.title`)}
      lead={t(`group:${words}.lead`)}
      emblem={<StandingEmblem of="changed" tone="danger" />}
      testId="alarm"
      onClose={() => undefined}
      footer={
        <>
          <Button
            kind="bare"
            data-testid="alarm-stay"
            onClick={() => {
              setIsRead(true);
            }}
          >
            {t('group:alarm.stay')}
          </Button>
          {onContinue && (
            <Button
              kind="line"
              className="push"
              data-testid="alarm-continue"
              onClick={() => {
                setIsRead(true);
                onContinue();
              }}
            >
              {t('group:away.continue')}
            </Button>
          )}
          <Button
            kind="main"
            className={onContinue ? undefined : 'push'}
            data-testid="alarm-leave"
            onClick={leave}
          >
            {t('group:alarm.leave')}
          </Button>
        </>
      }
    >
      <ThreeLines
        what={t(`group:${words}.what`)}
        safe={<Trans i18nKey={`group:${words}.safe`} components={{ b: <b /> }} />}
        todo={t(`group:${words}.todo`)}
      />
    </Dialog>
  );
}
