import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { useActions } from '../context';
import { useTransportNames } from './transport-names';
import { summariseTransports, type TransportsSummary } from './transports-summary';
import { Button } from '../components/button';

/** What is true right now, in one line; what follows from it in the next. */
export function useConnectionWords(app: AppView): {
  head: string;
  lead: string;
  kind: TransportsSummary['kind'];
} {
  const { t } = useTranslation();
  const namesOf = useTransportNames();
  const summary = summariseTransports(app);
  const { kind } = summary;
  switch (summary.kind) {
    case 'ready':
      return {
        kind,
        head: t('connection:head.ready', { count: summary.works.length }),
        lead: t('connection:lead.ready'),
      };
    case 'one-left':
      return {
        kind,
        head: t('connection:head.one-left'),
        lead: t('connection:lead.one-left', { ways: namesOf(summary.works) }),
      };
    case 'idle':
    case 'rest':
      return {
        kind,
        head: t('connection:head.resting', { count: summary.ready }),
        lead: t('connection:lead.idle'),
      };
    default:
      return {
        kind,
        head: t(`connection:head.${summary.kind}`),
        lead: t(`connection:lead.${summary.kind}`),
      };
  }
}

export function ReportButton() {
  const { t } = useTranslation();
  const { openReport } = useActions();
  return (
    <Button icon={Download} data-testid="report-open" onClick={openReport}>
      {t('connection:report.button')}
    </Button>
  );
}
