import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { ConfirmDialog } from '../components/confirm-dialog';

interface StartOverDialogProps {
  /** Why the vault is not open: nobody knows its passphrase, or it cannot be read. */
  why: 'forgotten' | 'unreadable';
  onClose: () => void;
}

/** A new identity instead of the one in a vault that stays shut. */
export function StartOverDialog({ why, onClose }: StartOverDialogProps) {
  const { t } = useTranslation();
  const { startOver } = useActions();
  return (
    <ConfirmDialog
      isAlarm
      testId="start-over"
      title={t('identity:locked.overTitle')}
      stay={t('identity:secret.cancel')}
      confirm={t('identity:vault.startOver')}
      onConfirm={() => {
        startOver();
        onClose();
      }}
      onClose={onClose}
    >
      <p>{t(why === 'forgotten' ? 'identity:locked.overText' : 'identity:vault.overText')}</p>
    </ConfirmDialog>
  );
}
