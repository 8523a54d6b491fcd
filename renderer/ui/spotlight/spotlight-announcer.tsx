import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpotlightView } from '../../state/contract';
import { nameInText } from '../text';
import { useCalmNews } from '../speaking-up/use-calm-news';

/** Tells screen readers who is in the spotlight, and when nobody is any more; oneself is told by a notice. */
export function SpotlightAnnouncer({ spotlight }: { spotlight: SpotlightView | null }) {
  const { t } = useTranslation();
  const [last, setLast] = useState(spotlight);
  if (spotlight !== null && spotlight.id !== last?.id) setLast(spotlight);
  const said = useCalmNews(
    spotlight === null && last === null ? [] : [{ id: idOf(spotlight, last), line: line() }],
  );

  function line(): string {
    if (spotlight === null) return t('spotlight:news.end');
    if (spotlight.mine) return '';
    const name = nameInText(t, spotlight.name);
    return spotlight.by === ''
      ? t('spotlight:news.put', { name })
      : t('spotlight:news.putBy', { by: nameInText(t, spotlight.by), name });
  }
  return (
    <p className="unseen" aria-live="polite" data-testid="news-spotlight">
      {said.at(-1)?.line}
    </p>
  );
}

/** Its end is news of its own. */
function idOf(spotlight: SpotlightView | null, last: SpotlightView | null): string {
  return spotlight?.id ?? `end of ${last?.id ?? ''}`;
}
