import { MicOff } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { QuietView } from '../../state/contract';
import { useActions } from '../context';
import { CrowdDialog } from '../meeting/crowd-dialog';

/** Many were silenced at once. */
export function SilencesDialog({ asked }: { asked: NonNullable<QuietView['asked']> }) {
  const { t } = useTranslation();
  const { answerSilences } = useActions();
  return (
    <CrowdDialog
      icon={MicOff}
      title={t('speaking:asked.title')}
      lead={t(asked.me ? 'speaking:asked.leadMe' : 'speaking:asked.lead')}
      names={asked.names}
      what={t(asked.me ? 'speaking:asked.whatMe' : 'speaking:asked.what')}
      safe={<Trans i18nKey="speaking:asked.safe" components={{ b: <b /> }} />}
      todo={t('speaking:asked.todo')}
      yes={t('speaking:asked.yes')}
      no={t('speaking:asked.no')}
      testId="ask-silences"
      onAnswer={answerSilences}
    />
  );
}
