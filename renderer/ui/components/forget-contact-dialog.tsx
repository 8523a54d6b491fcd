import { useTranslation } from 'react-i18next';
import type { ContactView } from '../../state/contract';
import { useActions } from '../context';
import { isolated } from '../text';
import { Button } from './button';
import { Dialog } from './dialog';

/** Who was verified would have to be compared anew, so it is asked once. */
export function ForgetContactDialog({ contact, onClose }: { contact: ContactView; onClose: () => void }) {
  const { t } = useTranslation();
  const { forgetContact } = useActions();
  const name = isolated(contact.name);
  return (
    <Dialog
      width="narrow"
      title={t('contacts.forgetTitle', { name })}
      testId="forget-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} data-testid="forget-cancel">
            {t('contacts.forgetStay')}
          </Button>
          <Button
            kind="danger"
            className="push"
            data-testid="forget-confirm"
            onClick={() => {
              forgetContact(contact.id);
              onClose();
            }}
          >
            {t('contacts.forgetConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('contacts.forgetText', { name })}</p>
    </Dialog>
  );
}
