import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_NAME_BYTES, type ContactView } from '../../state/contract';
import { useActions } from '../context';
import { bytesOf, isolated } from '../text';
import { Button } from '../components/button';
import { Field } from '../components/field';

export function RenameContact({ contact, onDone }: { contact: ContactView; onDone: () => void }) {
  const { t } = useTranslation();
  const { renameContact } = useActions();
  const [name, setName] = useState(contact.name);
  const wanted = name.trim();
  const isTooLong = bytesOf(wanted) > MAX_NAME_BYTES;
  return (
    <form
      className="grow"
      onSubmit={(event) => {
        event.preventDefault();
        if (isTooLong || wanted === '') return;
        if (wanted === contact.name) onDone();
        else renameContact(contact.id, wanted, onDone);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <Field
        label={t('verification:contacts.newName', { name: isolated(contact.calledThemselves) })}
        problem={isTooLong ? t('errors:name-too-long.what') : undefined}
        value={name}
        autoFocus
        spellCheck={false}
        dir="auto"
        data-testid="contact-name-input"
        onChange={(event) => {
          setName(event.target.value);
        }}
        after={
          <>
            <Button type="submit" disabled={isTooLong || wanted === ''} data-testid="contact-name-save">
              {t('verification:contacts.save')}
            </Button>
            <Button kind="bare" data-testid="contact-name-cancel" onClick={onDone}>
              {t('verification:contacts.cancel')}
            </Button>
          </>
        }
      />
    </form>
  );
}
