import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { sharersAmong } from '../../state/sharing';
import { useCalmNews } from '../speaking-up/use-calm-news';
import { sharesWords } from './share-words';

/** Tells screen readers who shares a screen. */
export function ShareAnnouncer({ peers }: { peers: readonly PeerView[] }) {
  const { t } = useTranslation();
  const said = useCalmNews(
    sharersAmong(peers).map((peer) => ({
      id: `${peer.peerId} ${peer.share?.source ?? ''}`,
      line: sharesWords(t, peer),
    })),
  );
  return (
    <p className="unseen" aria-live="polite" data-testid="news-share">
      {said.at(-1)?.line}
    </p>
  );
}
