import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingView } from '../../state/contract';

/** Tells screen readers at once when recording begins and ends; that it is to begin is told by the dialog. */
export function RecordingAnnouncer({ recording }: { recording: RecordingView }) {
  const { t } = useTranslation();
  const running = [recording.mine, ...recording.others].filter(({ state }) => state === 'running').length;
  const [last, setLast] = useState({ running, news: '' as '' | 'begun' | 'ended' });
  if (running !== last.running) setLast({ running, news: running > last.running ? 'begun' : 'ended' });
  return (
    <p className="unseen" aria-live="assertive" data-testid="news-recording">
      {last.news !== '' && t(`recording:news.${last.news}`)}
    </p>
  );
}
