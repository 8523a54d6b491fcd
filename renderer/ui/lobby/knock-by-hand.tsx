import { useTranslation } from 'react-i18next';
import type { HandAnswerView } from '../../state/contract';
import { NoticeBox } from '../components/notice-box';

/** How far the way by hand is, besides the answer itself. */
export function KnockByHand({ answer }: { answer: HandAnswerView }) {
  const { t } = useTranslation();
  switch (answer.state) {
    case 'none':
    case 'ready':
      return null;
    case 'failed':
      return (
        <div role="alert">
          <NoticeBox title={t(`by-hand:failed.${answer.why}.what`)} testId="hand-answer-failed">
            <p>{t(`by-hand:failed.${answer.why}.ask`)}</p>
          </NoticeBox>
        </div>
      );
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
