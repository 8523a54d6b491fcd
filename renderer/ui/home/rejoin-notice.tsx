import { DoorOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';
import { useActions, useSelected } from '../context';
import { useClock } from '../time';

/** Whoever left a meeting that may go on finds the way back here, until they go elsewhere. */
export function RejoinNotice() {
  const { t } = useTranslation();
  const clock = useClock();
  const { goBack, leave } = useActions();
  const rejoin = useSelected(({ meeting }) => (meeting.phase === 'none' ? meeting.rejoin : undefined));
  if (rejoin === undefined) return null;
  return (
    <NoticeBox
      tone="plain"
      icon={DoorOpen}
      title={t('way-back:left')}
      testId="rejoin-notice"
      onDismiss={leave}
    >
      <p>{t('way-back:leftText', { when: clock.day(rejoin.expiresAt) })}</p>
      <div className="answers">
        <Button kind="line" data-testid="rejoin" onClick={goBack}>
          {t('way-back:rejoin')}
        </Button>
      </div>
    </NoticeBox>
  );
}
