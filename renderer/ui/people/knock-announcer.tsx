import { useTranslation } from 'react-i18next';
import type { KnockView } from '../../state/contract';
import { useCalmNews } from '../speaking-up/use-calm-news';
import { isolated } from '../text';
import { nameOf } from './knock-name';

const CALM_MS = 10_000;

/** Tells screen readers who asks to join, and of several within seconds how many wait. */
export function KnockAnnouncer({ knocks }: { knocks: readonly KnockView[] }) {
  const { t } = useTranslation();
  const news = useCalmNews(
    knocks.map((knock) => ({
      id: knock.knockId,
      line: t('alerts:system.waitingNamed', {
        name: isolated(nameOf(knock, t)),
        standing: t(`alerts:standing.${knock.trust}`),
      }),
    })),
    CALM_MS,
  );
  return (
    <p className="unseen" aria-live="polite" data-testid="news-knocks">
      {news.length > 1 ? t('alerts:knocks.news', { count: knocks.length }) : news[0]?.line}
    </p>
  );
}
