import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon';
import type { KnockOutcome } from './knock-rows';

/** What became of somebody who asked to join. */
export function KnockOutcomeWord({ outcome }: { outcome: Exclude<KnockOutcome, 'waiting'> }) {
  const { t } = useTranslation();
  const isIn = outcome === 'joined' || outcome === 'let-in';
  return (
    <span className={isIn ? 'badge ok' : 'badge'} data-testid="knock-outcome">
      {isIn && <Icon of={Check} size="small" />}
      {t(`alerts:outcome.${outcome}`)}
    </span>
  );
}
