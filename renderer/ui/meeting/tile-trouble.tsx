/** What stands on a tile while there is no connection to somebody. */
import { LoaderCircle, Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { Icon } from '../components/icon';
import { usePathsTried } from '../connection/use-paths-tried';
import { nameInText } from '../text';

export function Wait({ title, text }: { title: string; text?: string }) {
  return (
    <div className="wait">
      <Icon of={LoaderCircle} size="large" className="spin" />
      <b role="status">{title}</b>
      {text !== undefined && <span className="small">{text}</span>}
    </div>
  );
}

/** The truth instead of a wait without end; Vigil goes on trying all the same. */
export function NoPath({ peer: { name, reached, trust } }: { peer: PeerView }) {
  const { t } = useTranslation();
  const { state, places } = usePathsTried(trust);
  const isRelayed = state !== 'all';
  return (
    <div className="wait" data-testid="tile-no-path">
      <Icon of={Unplug} size="large" />
      <b role="status">
        {t(isRelayed ? 'turn:path.noneRelayed' : 'turn:path.none', { name: nameInText(t, name) })}
      </b>
      {reached && <span className="small">{t('turn:path.noneCarried')}</span>}
      <span className="small">
        {isRelayed ? t(`turn:path.noneHelpBy.${state}`, { places }) : t('turn:path.noneHelp')}
      </span>
    </div>
  );
}
