import { CircleCheck, CirclePause, Ellipsis, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RelayStatus } from '../../state/contract';
import { summarise, type RelaySummary } from '../relay-summary';
import { useClock } from '../time';
import { Icon } from './icon';

const looks: Record<RelaySummary['kind'], { icon: LucideIcon; tone: 'ok' | 'warn' | 'plain' }> = {
  ready: { icon: CircleCheck, tone: 'ok' },
  trying: { icon: Ellipsis, tone: 'plain' },
  none: { icon: TriangleAlert, tone: 'warn' },
  off: { icon: TriangleAlert, tone: 'warn' },
  idle: { icon: CirclePause, tone: 'plain' },
  rest: { icon: CirclePause, tone: 'plain' },
};

/** Whether others can find this computer, in one line. */
export function StatusLine({ relays }: { relays: readonly RelayStatus[] }) {
  const { t } = useTranslation();
  const clock = useClock();
  const summary = summarise(relays);
  const look = looks[summary.kind];
  return (
    <span className="status-line" data-testid="status-line" data-state={summary.kind}>
      <span className={`badge ${look.tone}`}>
        <Icon of={look.icon} size="small" />
        {t(`status.${summary.kind}`)}
      </span>
      <span>{textOf(summary)}</span>
    </span>
  );

  function textOf(of: RelaySummary): string {
    if (of.kind === 'ready') return t('status.readyText', { works: of.works, count: of.enabled });
    if (of.kind === 'rest') return t('status.restText', { time: clock.time(of.lastAnswerAt) });
    return t(`status.${of.kind}Text`);
  }
}
