import { CircleCheck, CirclePause, Ellipsis, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { useClock } from '../time';
import { useTransportNames } from './transport-names';
import { summariseTransports, type TransportsSummary } from './transports-summary';
import { Icon } from '../components/icon';

const looks: Record<TransportsSummary['kind'], { icon: LucideIcon; tone: 'ok' | 'warn' | 'plain' }> = {
  ready: { icon: CircleCheck, tone: 'ok' },
  'one-left': { icon: TriangleAlert, tone: 'warn' },
  trying: { icon: Ellipsis, tone: 'plain' },
  none: { icon: TriangleAlert, tone: 'warn' },
  off: { icon: TriangleAlert, tone: 'warn' },
  'no-proxy': { icon: TriangleAlert, tone: 'warn' },
  idle: { icon: CirclePause, tone: 'plain' },
  rest: { icon: CirclePause, tone: 'plain' },
};

/** Whether others can find this computer, in one line. */
export function StatusLine({ app }: { app: Pick<AppView, 'transports' | 'privateMode'> }) {
  const { t } = useTranslation();
  const clock = useClock();
  const namesOf = useTransportNames();
  const summary = summariseTransports(app);
  const look = looks[summary.kind];
  return (
    <span className="status-line" data-testid="status-line" data-state={summary.kind}>
      <span className={`badge ${look.tone}`}>
        <Icon of={look.icon} size="small" />
        {t(`connection:status.${summary.kind}`)}
      </span>
      <span>{textOf(summary)}</span>
    </span>
  );

  function textOf(of: TransportsSummary): string {
    switch (of.kind) {
      case 'ready':
      case 'one-left':
        return t(`connection:status.${of.kind}Text`, { ways: namesOf(of.works) });
      case 'rest':
        return t('connection:status.restText', { time: clock.time(of.lastExchangeAt) });
      default:
        return t(`connection:status.${of.kind}Text`);
    }
  }
}
