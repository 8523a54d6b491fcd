import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { nameInText } from '../text';

type Known = ReadonlyMap<string, string>;

/** Tells screen readers who comes and who goes, without taking the focus. */
export function Announcer({ peers }: { peers: readonly PeerView[] }) {
  const { t } = useTranslation();
  const [news, setNews] = useState('');
  const before = useRef<Known>(new Map());

  useEffect(() => {
    const now = new Map(
      peers.filter((peer) => peer.link !== 'opening').map((peer) => [peer.peerId, peer.name]),
    );
    const lines = [
      ...added(before.current, now).map((name) => t('meeting:joined', { name: nameInText(t, name) })),
      ...added(now, before.current).map((name) => t('meeting:left', { name: nameInText(t, name) })),
    ];
    before.current = now;
    if (lines.length > 0) setNews(lines.join('. '));
  }, [peers, t]);

  return (
    <p className="unseen" aria-live="polite">
      {news}
    </p>
  );
}

function added(before: Known, now: Known): string[] {
  return [...now].filter(([id]) => !before.has(id)).map(([, name]) => name);
}
