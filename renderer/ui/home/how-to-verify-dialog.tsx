import { useTranslation } from 'react-i18next';
import { Dialog, OnlyAnswer } from '../components/dialog';

const steps = ['open', 'read', 'answer', 'voice'] as const;

/** How two people make sure of each other, told before they do. */
export function HowToVerifyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('welcome:verify.title')}
      width="narrow"
      testId="how-to-verify"
      onClose={onClose}
      footer={
        <OnlyAnswer testId="how-to-verify-close" onAnswer={onClose}>
          {t('common:close')}
        </OnlyAnswer>
      }
    >
      <ol className="how-to">
        {steps.map((step) => (
          <li key={step}>{t(`welcome:verify.${step}`)}</li>
        ))}
      </ol>
    </Dialog>
  );
}
