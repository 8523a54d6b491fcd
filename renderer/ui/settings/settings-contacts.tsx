import { Download, Upload, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContactView } from '../../state/contract';
import { useActions } from '../context';
import { Button } from '../components/button';
import { ContactRow } from './contact-row';
import { Icon } from '../components/icon';
import { Setting, SettingsPart } from './settings-part';

export function SettingsContacts({ contacts }: { contacts: readonly ContactView[] }) {
  const { t, i18n } = useTranslation();
  const { exportContacts, importContacts } = useActions();
  const byName = contacts.toSorted((a, b) => a.name.localeCompare(b.name, i18n.language));
  return (
    <SettingsPart section="contacts">
      {contacts.length === 0 ? (
        <div className="set" data-testid="contacts-none">
          <Icon of={UsersRound} size="large" />
          <div className="grow">
            <h3>{t('verification:contacts.empty')}</h3>
            <p>{t('verification:contacts.emptyText')}</p>
          </div>
        </div>
      ) : (
        <ul className="contacts" aria-label={t('verification:contacts.list')}>
          {byName.map((contact) => (
            <ContactRow key={contact.id} contact={contact} />
          ))}
        </ul>
      )}
      <Setting title={t('verification:contacts.file')} text={t('verification:contacts.fileText')}>
        <div className="row">
          <Button
            icon={Upload}
            disabled={contacts.length === 0}
            data-testid="contacts-export"
            onClick={exportContacts}
          >
            {t('verification:contacts.export')}
          </Button>
          <Button icon={Download} data-testid="contacts-import" onClick={importContacts}>
            {t('verification:contacts.import')}
          </Button>
        </div>
      </Setting>
    </SettingsPart>
  );
}
