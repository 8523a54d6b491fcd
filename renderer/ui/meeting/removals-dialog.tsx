import { UsersRound } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { Ask } from '../../state/contract';
import { useActions } from '../context';
import { CrowdDialog } from './crowd-dialog';

/** Several were removed at once. */
export function RemovalsDialog({ ask }: { ask: Extract<Ask, { kind: 'removals' }> }) {
  const { t } = useTranslation();
  const { answerAsk } = useActions();
  return (
    <CrowdDialog
      icon={UsersRound}
      title={t('group:asks.removals.title')}
      lead={t(ask.me ? 'group:asks.removals.leadMe' : 'group:asks.removals.lead')}
      names={ask.names}
      what={t(ask.me ? 'group:asks.removals.whatMe' : 'group:asks.removals.what')}
      safe={<Trans i18nKey="group:asks.removals.safe" components={{ b: <b /> }} />}
      todo={t(ask.me ? 'group:asks.removals.todoMe' : 'group:asks.removals.todo')}
      yes={t('group:asks.removals.yes')}
      no={t('group:asks.removals.no')}
      testId="ask-removals"
      onAnswer={(count) => {
        answerAsk('removals', count);
      }}
    />
  );
}
