import { CircleCheck, CirclePause, Ellipsis, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { useClock } from '../time';
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
  const summary = summariseTransports(app);
  const look = looks[summary.kind];
  return (
    <span className="status-line" data-testid="status-line" data-state={summary.kind}>
      <span className={`badge ${look.tone}`}>
        <Icon of={look.icon} size="small" />
        {t(`connection:status.${summary.kind}`)}
      </span>
      <span>
        {summary.kind === 'rest'
          ? t('connection:status.restText', { time: clock.time(summary.lastExchangeAt) })
          : t(`connection:status.${summary.kind}Text`)}
      </span>
    </span>
  );
}
