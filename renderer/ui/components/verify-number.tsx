import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { Button } from './button';
import { DigitGroups } from './digit-groups';
import { Answers } from './verify-answers';

/** Compared by people, so large, calm and in groups. */
export function VerifyNumber({ groups }: { groups: readonly string[] }) {
  const { t } = useTranslation();
  const { copySafetyNumber } = useActions();
  return (
    <>
      <DigitGroups groups={groups} label={t('verify.number.label')} testId="safety-group" />
      <p>{t('verify.number.how')}</p>
      <div className="row">
        <p className="small quiet grow">{t('verify.number.voice')}</p>
        <Button icon={Copy} data-testid="safety-copy" onClick={copySafetyNumber}>
          {t('verify.number.copy')}
        </Button>
      </div>
    </>
  );
}

export function NumberAnswers() {
  const { sayNumber } = useActions();
  return <Answers onAnswer={sayNumber} testId="verify-number" />;
}
