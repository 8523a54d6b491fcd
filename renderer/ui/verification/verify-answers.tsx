import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';

interface AnswersProps {
  onAnswer: (same: boolean) => void;
  testId: string;
}

/** What two people found when they compared. Either answer can be the mistake: neither button stands out. */
export function Answers({ onAnswer, testId }: AnswersProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        kind="line"
        className="push"
        data-testid={`${testId}-differ`}
        onClick={() => {
          onAnswer(false);
        }}
      >
        {t('verification:verify.differ')}
      </Button>
      <Button
        kind="line"
        data-testid={`${testId}-same`}
        onClick={() => {
          onAnswer(true);
        }}
      >
        {t('verification:verify.same')}
      </Button>
    </>
  );
}

export function LaterButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button kind="bare" data-testid="verify-later" onClick={onClick}>
      {t('verification:verify.later')}
    </Button>
  );
}
