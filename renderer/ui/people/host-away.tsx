/** The host is not here: nobody has to wait. In the people panel, and once as a quiet notice. */
import { DoorOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doorWithoutHost } from '../admission';
import type { InsidePhase } from '../phases';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';

/** The host's absence is told from here on: shorter ones heal by themselves. */
const TOLD_AFTER_MS = 3000;

interface HostAwayProps {
  meeting: InsidePhase;
  onContinue: () => void;
}

export function HostAway({ meeting, onContinue }: HostAwayProps) {
  const { t } = useTranslation();
  const text = useWords(meeting);
  return (
    <div className="notice host-away">
      <div className="grow stack">
        <p>{text}</p>
        <Button kind="line" data-testid="continue-elsewhere" onClick={onContinue}>
          {t('group:away.continue')}
        </Button>
      </div>
    </div>
  );
}

export function HostAwayNotice({ meeting, onContinue }: HostAwayProps) {
  const { t } = useTranslation();
  const isAway = !meeting.hostIsHere && meeting.peers.length > 0;
  const [step, setStep] = useState<'waiting' | 'told' | 'read'>('waiting');
  const text = useWords(meeting);
  useEffect(() => {
    if (!isAway) return;
    const timer = setTimeout(() => {
      setStep('told');
    }, TOLD_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setStep('waiting');
    };
  }, [isAway]);
  if (step !== 'told') return null;
  return (
    <NoticeBox
      tone="plain"
      icon={DoorOpen}
      title={t('group:away.title')}
      testId="host-away"
      onDismiss={() => {
        setStep('read');
      }}
    >
      <p>{text}</p>
      <div className="answers">
        <Button kind="line" data-testid="host-away-continue" onClick={onContinue}>
          {t('group:away.continue')}
        </Button>
      </div>
    </NoticeBox>
  );
}

function useWords(meeting: InsidePhase): string {
  const { t } = useTranslation();
  if (meeting.alarm === 'host-contradiction') return t('group:away.contradiction');
  return t('common:inARow', {
    first: t('group:away.goesOn'),
    second: t(`group:away.${doorWithoutHost(meeting)}`),
  });
}
