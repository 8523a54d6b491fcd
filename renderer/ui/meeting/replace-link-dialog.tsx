import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { ConfirmDialog } from '../components/confirm-dialog';

/** Asks before the invite link is replaced, since the old one cannot be brought back. */
export function ReplaceLinkDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { replaceLink } = useActions();
  return (
    <ConfirmDialog
      isHarmless
      testId="replace-link"
      title={t('replace.title')}
      stay={t('replace.stay')}
      confirm={t('replace.confirm')}
      onConfirm={() => {
        replaceLink();
        onClose();
      }}
      onClose={onClose}
    >
      <p>{t('replace.text')}</p>
      <p>{t('replace.send')}</p>
    </ConfirmDialog>
  );
}
