import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useActions } from '../context';
import type { InsidePhase } from '../phases';
import { StandingShape } from './badge';
import { Button } from './button';
import { Dialog } from './dialog';
import { ThreeLines } from './three-lines';

/** A link that could not be proven is one of the few things that may interrupt. */
export function AlarmDialog({ alarm }: { alarm: InsidePhase['alarm'] }) {
  return alarm === 'none' ? null : <FingerprintMismatch />;
}

function FingerprintMismatch() {
  const { t } = useTranslation();
  const { leave } = useActions();
  const [isRead, setIsRead] = useState(false);
  if (isRead) return null;
  return (
    <Dialog
      role="alertdialog"
      width="narrow"
      title={t('alarm.title')}
      lead={t('alarm.lead')}
      emblem={
        <span className="emblem danger">
          <StandingShape standing="changed" size={32} />
        </span>
      }
      testId="alarm"
      onClose={() => undefined}
      footer={
        <>
          <Button
            kind="bare"
            onClick={() => {
              setIsRead(true);
            }}
          >
            {t('alarm.stay')}
          </Button>
          <Button kind="main" className="push" onClick={leave}>
            {t('alarm.leave')}
          </Button>
        </>
      }
    >
      <ThreeLines
        what={t('alarm.what')}
        safe={<Trans i18nKey="alarm.safe" components={{ b: <b /> }} />}
        todo={t('alarm.todo')}
      />
    </Dialog>
  );
}
