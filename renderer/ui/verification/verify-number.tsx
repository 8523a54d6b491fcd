import { ClipboardCheck, Copy } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparing } from '../../state/verification';
import { useActions } from '../context';
import { nameInText } from '../text';
import { Button } from '../components/button';
import { DigitGroups } from './digit-groups';
import { NoticeBox } from '../components/notice-box';
import { Answers } from './verify-answers';

/** The safety number, large, calm and in groups, since people compare it. */
export function VerifyNumber({ comparing }: { comparing: Comparing }) {
  const { t } = useTranslation();
  const { compareCopiedNumber, copySafetyNumber } = useActions();
  return (
    <>
      <DigitGroups
        groups={comparing.groups}
        label={t('verification:verify.number.label')}
        testId="safety-group"
      />
      <p>{t('verification:verify.number.how')}</p>
      <p className="small quiet">{t('verification:verify.number.voice')}</p>
      <div className="row wrap">
        <Button icon={Copy} data-testid="safety-copy" onClick={copySafetyNumber}>
          {t('verification:verify.number.copy')}
        </Button>
        <Button icon={ClipboardCheck} data-testid="safety-compare-copied" onClick={compareCopiedNumber}>
          {t('verification:verify.number.compareCopied')}
        </Button>
      </div>
      <div role="status" className="notice-here">
        <CopiedVerdict comparing={comparing} />
      </div>
    </>
  );
}

/** It decides nothing: which way the copied number came, only the person knows. */
function CopiedVerdict({ comparing: { copied, name: shown } }: { comparing: Comparing }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  // In a small window it would appear behind the answers, and be answered unread.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [copied]);
  if (copied === 'not-compared') return null;
  const name = nameInText(t, shown);
  const isMatch = copied === 'match';
  return (
    <div ref={place} className="above-answers">
      <NoticeBox
        title={t(`verification:verify.copied.${copied}.title`)}
        tone={copied === 'no-match' ? 'warn' : 'plain'}
        {...(copied === 'no-match' ? {} : { icon: isMatch ? ClipboardCheck : Copy })}
        testId={`safety-copied-${copied}`}
      >
        <p>{t(`verification:verify.copied.${copied}.text`, { name })}</p>
      </NoticeBox>
    </div>
  );
}

export function NumberAnswers() {
  const { sayNumber } = useActions();
  return <Answers onAnswer={sayNumber} testId="verify-number" />;
}
