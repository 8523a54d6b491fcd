import { MonitorUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { Icon } from '../components/icon';

/** On the tile of whoever shares a screen. */
export function ShareSign({ share }: Pick<PeerView, 'share'>) {
  const { t } = useTranslation();
  if (share === null) return null;
  return (
    <span className="sign" title={t('sharing:sign')} data-testid="tile-shares">
      <Icon of={MonitorUp} size="small" />
      <span className="words">{t('sharing:sign')}</span>
    </span>
  );
}
