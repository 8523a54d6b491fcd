import { useTranslation } from 'react-i18next';
import type { HandAnswerView } from '../../state/contract';
import { HandFailed } from '../invites/hand-failed';

/** How far the way by hand is, besides the answer itself. */
export function KnockByHand({ answer }: { answer: HandAnswerView }) {
  const { t } = useTranslation();
  switch (answer.state) {
    case 'none':
    case 'ready':
      return null;
    case 'failed':
      return <HandFailed why={answer.why} advice="ask" testId="hand-answer-failed" />;
    default:
      return (
        <p role="status" data-testid="hand-answer" data-state={answer.state}>
          {t(answer.state === 'preparing' ? 'by-hand:preparingAnswer' : 'by-hand:standing')}
        </p>
      );
  }
}

/** What to do with the answer, in place of the steps that come after it. */
export function SendBack() {
  const { t } = useTranslation();
  return (
    <section className="stack" data-testid="hand-answer" data-state="ready">
      <h2>{t('by-hand:sendBack')}</h2>
      <p>{t('by-hand:sendBackText')}</p>
      <p className="small quiet">{t('by-hand:answerSecret')}</p>
    </section>
  );
}
