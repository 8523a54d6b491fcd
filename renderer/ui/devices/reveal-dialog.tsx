import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../components/confirm-dialog';
import { useSettled } from '../settled';

interface RevealDialogProps {
  reveals: 'face' | 'room';
  onConfirm: () => void;
  onClose: () => void;
}

/** A key on the focused list, or a slip of the hand, shows nobody what was hidden. */
export function RevealDialog({ reveals, onConfirm, onClose }: RevealDialogProps) {
  const { t } = useTranslation();
  const isSettled = useSettled(reveals);
  return (
    <ConfirmDialog
      testId="reveal"
      title={t(`background:reveal.${reveals}.title`)}
      stay={t('background:reveal.stay')}
      confirm={t(`background:reveal.${reveals}.confirm`)}
      isIdle={!isSettled}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t(`background:reveal.${reveals}.text`)}</p>
    </ConfirmDialog>
  );
}
