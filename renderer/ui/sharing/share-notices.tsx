import { MonitorOff, MonitorUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';
import { useActions, useSelected } from '../context';
import type { InsidePhase } from '../phases';
import { sharesWords } from './share-words';
import { useWatched } from './use-watched';

/** Why the own screen is not shared any more, where that was not this person's wish. */
export function ShareEndedNotice() {
  const { t } = useTranslation();
  const share = useSelected(({ share }) => share);
  const [read, setRead] = useState<typeof share | null>(null);
  if (share.state !== 'off' || share.end === 'stopped' || share === read) return null;
  return (
    <NoticeBox
      icon={MonitorOff}
      title={t(`sharing:end.${share.end}`)}
      testId={`share-ended-${share.end}`}
      onDismiss={() => {
        setRead(share);
      }}
    >
      <p>{t(`sharing:end.${share.end}Text`)}</p>
    </NoticeBox>
  );
}

/** Somebody shares a screen that is not shown here. */
export function ShareOfferedNotice({ meeting: { peers } }: { meeting: InsidePhase }) {
  const { t } = useTranslation();
  const { watch } = useActions();
  const { sharers, watched } = useWatched(peers);
  const newest = sharers.at(-1);
  if (watched !== null || newest === undefined) return null;
  return (
    <NoticeBox tone="plain" icon={MonitorUp} title={sharesWords(t, newest)} testId="share-offered">
      <div className="answers">
        <Button
          kind="line"
          data-testid="share-show"
          onClick={() => {
            watch({ peerId: newest.peerId });
          }}
        >
          {t('sharing:theirs.show')}
        </Button>
      </div>
    </NoticeBox>
  );
}
