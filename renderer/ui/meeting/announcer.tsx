import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnockView, PeerView } from '../../state/contract';
import { nameInText } from '../text';

type Known = ReadonlyMap<string, string>;

/** Tells screen readers who knocks, who comes and who goes, without taking the focus. */
export function Announcer({ peers, knocks }: { peers: readonly PeerView[]; knocks: readonly KnockView[] }) {
  const { t } = useTranslation();
  const [news, setNews] = useState('');
  const before = useRef<{ peers: Known; knocks: Known }>({ peers: new Map(), knocks: new Map() });

  useEffect(() => {
    const now = {
      peers: new Map(peers.filter((peer) => peer.link !== 'opening').map((peer) => [peer.peerId, peer.name])),
      knocks: new Map(knocks.map((knock) => [knock.knockId, knock.name])),
    };
    const lines = [
      ...added(before.current.knocks, now.knocks).map((name) =>
        t('door:knock.title', { name: nameInText(t, name) }),
      ),
      ...added(before.current.peers, now.peers).map((name) =>
        t('meeting:joined', { name: nameInText(t, name) }),
      ),
      ...added(now.peers, before.current.peers).map((name) =>
        t('meeting:left', { name: nameInText(t, name) }),
      ),
    ];
    before.current = now;
    if (lines.length > 0) setNews(lines.join('. '));
  }, [peers, knocks, t]);

  return (
    <p className="unseen" aria-live="polite">
      {news}
    </p>
  );
}

function added(before: Known, now: Known): string[] {
  return [...now].filter(([id]) => !before.has(id)).map(([, name]) => name);
}
