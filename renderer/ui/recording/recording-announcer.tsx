import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingView } from '../../state/contract';
import { nameInText } from '../text';
import { recordingNews, stagesOf, type RecordingNews } from './recording-news';

/** Tells screen readers at once who begins and ends; that one is to begin is told by its dialog, where it has one. */
export function RecordingAnnouncer({ recording }: { recording: RecordingView }) {
  const [followed, setFollowed] = useState(recording);
  const [said, setSaid] = useState({ news: [] as RecordingNews[], times: 0 });
  if (recording !== followed) {
    setFollowed(recording);
    const news = recordingNews(stagesOf(followed), stagesOf(recording));
    if (news.length > 0) setSaid(({ times }) => ({ news, times: times + 1 }));
  }
  return (
    <div className="unseen" aria-live="assertive" data-testid="news-recording">
      {/* The same words once more are other words. */}
      <div key={said.times}>
        {said.news.map((news, index) => (
          <p key={index}>
            <Words news={news} />
          </p>
        ))}
      </div>
    </div>
  );
}

function Words({ news: { what, name } }: { news: RecordingNews }) {
  const { t } = useTranslation();
  if (name === null) return t(what === 'ended' ? 'recording:news.ended' : 'recording:news.begun');
  const named = { name: nameInText(t, name) };
  if (what === 'about') return t('recording:ask.title', named);
  return t(what === 'ended' ? 'recording:news.endedBy' : 'recording:ask.titleRunning', named);
}
