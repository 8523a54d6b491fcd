import { useTranslation } from 'react-i18next';
import { useActions, useSelected } from '../context';
import { isolated } from '../text';
import { Button } from '../components/button';
import { Person } from '../components/person';

/** Contacts who come into the running meeting without being asked about. */
export function ExpectedContacts({ isRunning }: { isRunning: boolean }) {
  const { t } = useTranslation();
  const contacts = useSelected(({ app }) => app?.contacts) ?? [];
  const { expectContact } = useActions();
  return (
    <section className="stack tight" aria-label={t('invites:contacts')} data-testid="expected">
      <h2>{t('invites:contacts')}</h2>
      <p className="small quiet">{t(explanation(isRunning, contacts.length))}</p>
      {isRunning && contacts.length > 0 && (
        <ul className="list">
          {contacts.map((contact) => (
            <li key={contact.id} data-testid="expected-contact">
              <Person name={contact.name} standing={contact.verified ? 'verified' : 'met'} />
              {contact.isExpected ? (
                <span className="small">{t('invites:expected')}</span>
              ) : (
                <Button
                  aria-label={t('invites:expect', { name: isolated(contact.name) })}
                  data-testid="expect"
                  onClick={() => {
                    expectContact(contact.id);
                  }}
                >
                  {t('invites:expectShort')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function explanation(
  isRunning: boolean,
  contacts: number,
): 'invites:contactsText' | 'invites:onlyRunning' | 'invites:noContacts' {
  if (contacts === 0) return 'invites:noContacts';
  return isRunning ? 'invites:contactsText' : 'invites:onlyRunning';
}
