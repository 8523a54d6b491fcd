import { Check, X } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { isFirstClick } from '../settled';

interface AnswersProps {
  onAnswer: (same: boolean) => void;
  testId: string;
  /** Where it is not "They match" and "They don't match". */
  words?: { same: string; differ: string };
  /** False for a moment after the answers have come: nothing is answered then. */
  isSettled?: boolean;
}

/** What people found when they compared. Either answer can be the mistake: neither button stands out. */
export function Answers({ onAnswer, testId, words, isSettled = true }: AnswersProps) {
  const { t } = useTranslation();
  const answer = (same: boolean) => (event: MouseEvent) => {
    if (isSettled && isFirstClick(event)) onAnswer(same);
  };
  return (
    <div className="equal">
      <Button
        kind="line"
        icon={X}
        data-testid={`${testId}-differ`}
        aria-disabled={!isSettled}
        onClick={answer(false)}
      >
        {words?.differ ?? t('verification:verify.differ')}
      </Button>
      <Button
        kind="line"
        icon={Check}
        data-testid={`${testId}-same`}
        aria-disabled={!isSettled}
        onClick={answer(true)}
      >
        {words?.same ?? t('verification:verify.same')}
      </Button>
    </div>
  );
}

/** Where nothing is answered here. */
export function LaterButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button kind="line" className="all" data-testid="verify-later" onClick={onClick}>
      {t('verification:verify.later')}
    </Button>
  );
}
