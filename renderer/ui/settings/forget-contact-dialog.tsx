import { useTranslation } from 'react-i18next';
import type { ContactView } from '../../state/contract';
import { useActions } from '../context';
import { isolated } from '../text';
import { ConfirmDialog } from '../components/confirm-dialog';

/** Asks before a contact is forgotten, who would have to be verified anew. */
export function ForgetContactDialog({ contact, onClose }: { contact: ContactView; onClose: () => void }) {
  const { t } = useTranslation();
  const { forgetContact } = useActions();
  const name = isolated(contact.name);
  return (
    <ConfirmDialog
      testId="forget"
      title={t('verification:contacts.forgetTitle', { name })}
      stay={t('verification:contacts.forgetStay')}
      confirm={t('verification:contacts.forgetConfirm')}
      onConfirm={() => {
        forgetContact(contact.id);
        onClose();
      }}
      onClose={onClose}
    >
      <p>{t('verification:contacts.forgetText', { name })}</p>
    </ConfirmDialog>
  );
}
