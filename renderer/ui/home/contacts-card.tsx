import { useTranslation } from 'react-i18next';
import type { ContactView } from '../../state/contract';
import { Button } from '../components/button';
import { useActions } from '../context';
import { NothingYet } from './nothing-yet';
import { useOpenSettings } from '../settings-section';
import { CallContact } from './call-contact';
import { useClock, useNow } from '../time';
import { Person } from '../components/person';

/** Contacts shown: as many as fit beside the rest; all of them are in the settings. */
const SHOWN = 3;

export function ContactsCard({ contacts }: { contacts: readonly ContactView[] }) {
  const { t } = useTranslation();
  const openSettings = useOpenSettings();
  const { newMeeting } = useActions();
  const clock = useClock();
  const now = useNow(60_000);
  const latest = contacts.toSorted((a, b) => b.lastMetAt - a.lastMetAt).slice(0, SHOWN);
  return (
    <section
      className="card contacts-card"
      aria-label={t('verification:contacts.title')}
      data-testid="contacts-card"
    >
      <div className="row">
        <h2>{t('verification:contacts.title')}</h2>
        {contacts.length > 0 && (
          <button
            type="button"
            className="text-link push"
            data-testid="contacts-all"
            onClick={() => {
              openSettings('contacts');
            }}
          >
            {t('verification:contacts.all', { count: contacts.length })}
          </button>
        )}
      </div>
      {contacts.length === 0 ? (
        <NothingYet
          title={t('verification:contacts.empty')}
          text={t('welcome:noContacts')}
          testId="contacts-empty"
        >
          <Button kind="line" data-testid="contacts-start" onClick={newMeeting}>
            {t('welcome:startMeeting')}
          </Button>
          <Button
            kind="bare"
            data-testid="contacts-import"
            onClick={() => {
              openSettings('contacts');
            }}
          >
            {t('verification:contacts.import')}
          </Button>
        </NothingYet>
      ) : (
        <ul className="list" aria-label={t('verification:contacts.list')}>
          {latest.map((contact) => (
            <li key={contact.id} data-testid="contact-row">
              <Person
                name={contact.name}
                standing={contact.verified ? 'verified' : 'met'}
                facts={
                  <span className="cut">
                    {t('verification:contacts.met', { ago: clock.ago(contact.lastMetAt, now) })}
                  </span>
                }
              />
              <CallContact contact={contact} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
