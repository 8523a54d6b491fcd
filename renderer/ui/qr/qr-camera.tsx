import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeScanEvent } from '../../state/view-model';
import { useCodeScanner } from '../context';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';
import { StillVideo } from '../components/video';

/** The camera is on only while this is on screen. */
export function CodeCamera({ onText, onEnd }: { onText: (text: string) => void; onEnd: () => void }) {
  const { t } = useTranslation();
  const scan = useCodeScanner();
  const [news, setNews] = useState<Exclude<CodeScanEvent, { type: 'text' }> | null>(null);
  const onEvent = useEffectEvent((event: CodeScanEvent) => {
    if (event.type !== 'text') {
      setNews(event);
      return;
    }
    onText(event.text);
    onEnd();
  });
  useEffect(
    () =>
      scan((event) => {
        onEvent(event);
      }),
    [scan],
  );
  return (
    <>
      {news?.type === 'failed' ? (
        <NoticeBox title={t(`entering:device.problem.camera.${news.reason}`)} testId="verify-camera-failed" />
      ) : (
        <div className="scan-picture night" role="img" aria-label={t('verification:verify.code.picture')}>
          {news !== null && <StillVideo stream={news.stream} className="mirrored" />}
        </div>
      )}
      <p role="status" className="small quiet">
        {news === null && t('verification:verify.code.starting')}
        {news?.type === 'picture' && t('verification:verify.code.looking')}
      </p>
      <Button className="start" data-testid="verify-scan-stop" onClick={onEnd}>
        {t('verification:verify.code.stop')}
      </Button>
    </>
  );
}
