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
      title={t('door:replaceLink.title')}
      stay={t('door:replaceLink.stay')}
      confirm={t('door:replaceLink.confirm')}
      onConfirm={() => {
        replaceLink();
        onClose();
      }}
      onClose={onClose}
    >
      <p>{t('door:replaceLink.text')}</p>
      <p>{t('door:replaceLink.send')}</p>
    </ConfirmDialog>
  );
}
