import { useTranslation } from 'react-i18next';
import type { HandAnswerView } from '../../state/contract';
import { HandText } from './hand-text';
import { NoticeBox } from './notice-box';

/** Whoever was invited by hand sends an answer back the same way. */
export function KnockByHand({ answer }: { answer: HandAnswerView }) {
  const { t } = useTranslation();
  switch (answer.state) {
    case 'none':
      return null;
    case 'ready':
      return (
        <section className="by-hand answer" data-testid="hand-answer" data-state="ready">
          <HandText id={null} text={answer.text} label={t('byHand.ownAnswer')} />
          <div className="stack">
            <h2>{t('byHand.sendBack')}</h2>
            <p>{t('byHand.sendBackText')}</p>
            <p className="small quiet">{t('byHand.answerSecret')}</p>
          </div>
        </section>
      );
    case 'failed':
      return (
        <div role="alert">
          <NoticeBox title={t(`byHand.failed.${answer.why}.what`)} testId="hand-answer-failed">
            <p>{t(`byHand.failed.${answer.why}.ask`)}</p>
          </NoticeBox>
        </div>
      );
    default:
      return (
        <p role="status" data-testid="hand-answer" data-state={answer.state}>
          {t(answer.state === 'preparing' ? 'byHand.preparingAnswer' : 'byHand.standing')}
        </p>
      );
  }
}
