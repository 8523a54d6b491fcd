import { AudioLines } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon';

/** A wave beside the name. It can be read, and is not read out by itself: people speak all the time. */
export function SpeaksMark() {
  const { t } = useTranslation();
  return (
    <span className="speaks-mark" role="img" aria-label={t('meeting:speaks')} data-testid="tile-speaks">
      <Icon of={AudioLines} size="small" />
    </span>
  );
}
