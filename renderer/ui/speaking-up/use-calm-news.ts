import { useEffect, useState } from 'react';
import { CALM_MS, CalmNews, type NewsItem } from './calm-news';

/** What is to be said now. */
export function useCalmNews(items: readonly NewsItem[], calmMs = CALM_MS): readonly NewsItem[] {
  const [said, setSaid] = useState<readonly NewsItem[]>([]);
  const [calm] = useState(
    () =>
      new CalmNews(
        setSaid,
        (milliseconds, run) => {
          const timer = setTimeout(run, milliseconds);
          return () => {
            clearTimeout(timer);
          };
        },
        calmMs,
      ),
  );
  useEffect(() => {
    calm.follow(items);
  });
  useEffect(
    () => () => {
      calm.end();
    },
    [calm],
  );
  return said;
}
