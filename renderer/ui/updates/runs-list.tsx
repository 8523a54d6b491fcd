/** What each app says that it is: version and build. It proves nothing, and says so. */
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { Icon } from '../components/icon';
import { Name } from '../components/name';
import { inFours } from './release-news';

export function RunsList({ peers }: { peers: readonly PeerView[] }) {
  const { t } = useTranslation();
  const known = peers.filter(({ runs }) => runs !== null);
  if (known.length === 0) return null;
  return (
    <details className="runs" data-testid="runs">
      <summary>{t('updates:runs.title')}</summary>
      <p className="small quiet">{t('updates:runs.text')}</p>
      <ul>
        {known.map((peer) => (
          <li key={peer.peerId} data-testid="runs-of" data-standing={peer.runs?.standing}>
            <b className="cut">
              <Name of={peer.name} />
            </b>
            <Runs runs={peer.runs} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Runs({ runs }: Pick<PeerView, 'runs'>) {
  const { t } = useTranslation();
  if (!runs) return null;
  const { version, build, standing } = runs;
  return (
    <span className="small quiet">
      <span>{version === '' ? t('updates:runs.none') : t('updates:runs.line', { version })}</span>
      <span className="digits">
        {standing === 'not-released'
          ? t('updates:runs.notReleased')
          : t('updates:runs.build', { build: inFours(build) })}
      </span>
      {standing === 'unnamed' && <span className="warn-text">{t('updates:runs.unnamed')}</span>}
    </span>
  );
}

/** Said beside the name too: of that version a release is known, and it names another build. */
export function UnnamedLine({ runs }: Pick<PeerView, 'runs'>) {
  const { t } = useTranslation();
  if (runs?.standing !== 'unnamed') return null;
  return (
    <span className="twin" data-testid="unnamed-build">
      <Icon of={TriangleAlert} size="small" />
      <span>{t('updates:runs.unnamed')}</span>
    </span>
  );
}
