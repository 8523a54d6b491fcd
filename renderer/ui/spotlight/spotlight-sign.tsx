import { Spotlight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon';
import { useSelected } from '../context';

/** On the tile of whoever is in the spotlight. @param of a peer id; null: oneself. */
export function SpotlightSign({ of }: { of: string | null }) {
  const { t } = useTranslation();
  const isLit = useSelected(({ meeting }) => {
    const spotlight = meeting.phase === 'inside' ? meeting.spotlight : null;
    return spotlight !== null && (of === null ? spotlight.mine : spotlight.peerId === of);
  });
  if (!isLit) return null;
  return (
    <span className="sign" title={t('spotlight:sign')} data-testid="tile-spotlight">
      <Icon of={Spotlight} size="small" />
      <span className="words">{t('spotlight:sign')}</span>
    </span>
  );
}
