import { useTranslation } from 'react-i18next';
import { useClock } from '../time';
import { StandingBadge, StandingShape } from '../components/badge';
import { Button } from '../components/button';
import { Name } from '../components/name';
import type { KnockRowProps } from './knock-card';
import { KnockOutcomeWord } from './knock-outcome';
import { nameOf } from './knock-name';

/** One line of many: who asks, what is known of them, and the decision. */
export function KnockLine({ row: { knock, outcome }, isSettled, onAdmit, onDeny, menu }: KnockRowProps) {
  const { t } = useTranslation();
  const clock = useClock();
  return (
    <li className="knock-line" data-testid="knock-card" data-trust={knock.trust} data-outcome={outcome}>
      <b className="knock-who" tabIndex={-1} data-knock-name={knock.knockId}>
        <Name of={nameOf(knock, t)} />
      </b>
      <div className="row tight knock-answers">
        {outcome === 'waiting' ? (
          <>
            <Button kind="line" data-testid="knock-admit" aria-disabled={!isSettled} onClick={onAdmit}>
              {t('door:knock.admit')}
            </Button>
            <Button kind="bare" data-testid="knock-deny" aria-disabled={!isSettled} onClick={onDeny}>
              {t('door:knock.deny')}
            </Button>
          </>
        ) : (
          <KnockOutcomeWord outcome={outcome} />
        )}
        {menu}
      </div>
      <span className="row small quiet knock-facts">
        {knock.trust === 'changed' ? (
          <span className="badge standing-changed">
            <StandingShape standing="changed" />
            {t('alerts:standing.changed')}
          </span>
        ) : (
          <StandingBadge standing={knock.trust} />
        )}
        <span>{clock.time(knock.since)}</span>
      </span>
    </li>
  );
}
