import { ArrowLeftRight, Ellipsis, Network, Split, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import type { ShownPath } from '../../state/shown-path';
import { isolated } from '../text';
import { Icon } from '../components/icon';
import { Person } from '../components/person';

type Shown = ShownPath['kind'] | 'none' | 'opening' | 'unknown' | 'held';

const looks: Record<Shown, { icon: LucideIcon; tone: 'ok' | 'warn' | 'plain' }> = {
  'same-network': { icon: Network, tone: 'ok' },
  direct: { icon: ArrowLeftRight, tone: 'ok' },
  relayed: { icon: Split, tone: 'ok' },
  none: { icon: TriangleAlert, tone: 'warn' },
  opening: { icon: Ellipsis, tone: 'plain' },
  unknown: { icon: ArrowLeftRight, tone: 'plain' },
  held: { icon: TriangleAlert, tone: 'warn' },
};

interface YourLinksProps {
  peers: readonly PeerView[];
  paths: ReadonlyMap<string, ShownPath>;
}

/** By what path the link to each participant runs. */
export function YourLinks({ peers, paths }: YourLinksProps) {
  const { t } = useTranslation();
  if (peers.length === 0) return <p className="quiet small">{t('connection:links.none')}</p>;
  return (
    <ul className="list">
      {peers.map((peer) => (
        <LinkRow key={peer.peerId} peer={peer} path={paths.get(peer.peerId)} />
      ))}
    </ul>
  );
}

function LinkRow({ peer, path }: { peer: PeerView; path: ShownPath | undefined }) {
  const { t } = useTranslation();
  const shown = shownOf(peer, path);
  const runs = path !== undefined && shown === path.kind;
  const turnHost = runs ? path.turnHost : undefined;
  return (
    <li data-testid="link-row" data-path={shown}>
      <Person name={peer.name} standing={peer.trust} />
      <div className="transport-state">
        <span className={`badge ${looks[shown].tone}`}>
          <Icon of={looks[shown].icon} size="small" />
          {shown === 'relayed' && turnHost !== undefined
            ? t('connection:links.path.relayedBy', { relay: isolated(turnHost) })
            : t(`connection:links.path.${shown}`)}
        </span>
        {runs && <span className="sub digits">{detail(path)}</span>}
      </div>
    </li>
  );

  function detail({ protocol, rttMs }: ShownPath): string {
    const name = t(`connection:links.protocol.${protocol}`);
    return rttMs === null
      ? name
      : t('connection:links.detail', { protocol: isolated(name), ms: Math.round(rttMs) });
  }
}

/** Main knows whether a link stands; what the window measured counts only while it does. */
function shownOf({ link, trust }: PeerView, path: ShownPath | undefined): Shown {
  if (trust === 'changed') return 'held';
  if (link === 'opening') return 'opening';
  if (link === 'interrupted') return 'none';
  return path?.kind ?? 'unknown';
}
