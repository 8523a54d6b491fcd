import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { Button } from './button';
import { Dialog } from './dialog';

/** A replaced link cannot be brought back, so it is asked once. */
export function ReplaceLinkDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { replaceLink } = useActions();
  return (
    <Dialog
      width="narrow"
      title={t('replace.title')}
      testId="replace-link-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('replace.stay')}</Button>
          <Button
            kind="main"
            className="push"
            data-testid="replace-link-confirm"
            onClick={() => {
              replaceLink();
              onClose();
            }}
          >
            {t('replace.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('replace.text')}</p>
      <p>{t('replace.send')}</p>
    </Dialog>
  );
}
