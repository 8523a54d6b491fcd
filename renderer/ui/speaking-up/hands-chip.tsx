import { Hand } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDigits } from '../digits';
import { Icon } from '../components/icon';

/** How many hands are up, wherever their tiles are. */
export function HandsChip({ count, onOpen }: { count: number; onOpen: () => void }) {
  const { t } = useTranslation();
  const digits = useDigits();
  const label = t('speaking:hand.count', { count });
  return (
    <button
      type="button"
      className="chip hands-chip"
      aria-label={label}
      title={label}
      data-testid="hands-chip"
      onClick={onOpen}
    >
      <Icon of={Hand} size="small" />
      <b className="digits">{digits(count)}</b>
    </button>
  );
}
