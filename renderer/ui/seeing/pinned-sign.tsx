import { Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon';

export function PinnedSign() {
  const { t } = useTranslation();
  return (
    <span className="sign" title={t('seeing:word.pinned')} data-testid="tile-pinned">
      <Icon of={Pin} size="small" />
      <span className="words">{t('seeing:word.pinned')}</span>
    </span>
  );
}
