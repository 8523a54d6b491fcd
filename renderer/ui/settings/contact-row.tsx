import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactView } from '../../state/contract';
import { nameInText, withoutDirectionMarks } from '../text';
import { useClock, useNow } from '../time';
import { Avatar } from '../components/avatar';
import { IconButton } from '../components/button';
import { ForgetContactDialog } from './forget-contact-dialog';
import { PersonLines } from '../components/person';
import { RenameContact } from './rename-contact';

type Doing = 'nothing' | 'renaming' | 'forgetting';

export function ContactRow({ contact }: { contact: ContactView }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing>('nothing');
  const name = nameInText(t, contact.name);
  const stop = () => {
    setDoing('nothing');
  };
  return (
    <li data-testid="contact" data-verified={contact.verified !== null}>
      <Avatar name={contact.name} />
      {doing === 'renaming' ? (
        <RenameContact contact={contact} onDone={stop} />
      ) : (
        <>
          <ContactFacts contact={contact} />
          <code className="fingerprint ltr small quiet">{contact.fingerprint}</code>
          <IconButton
            icon={Pencil}
            label={t('verification:contacts.rename', { name })}
            data-testid="contact-rename"
            onClick={() => {
              setDoing('renaming');
            }}
          />
          <IconButton
            icon={Trash2}
            label={t('verification:contacts.forget', { name })}
            data-testid="contact-forget"
            onClick={() => {
              setDoing('forgetting');
            }}
          />
        </>
      )}
      {doing === 'forgetting' && <ForgetContactDialog contact={contact} onClose={stop} />}
    </li>
  );
}

function ContactFacts({ contact }: { contact: ContactView }) {
  const { t } = useTranslation();
  const clock = useClock();
  const now = useNow(60_000);
  const { verified, lastMetAt, calledThemselves } = contact;
  const isCalledOtherwise =
    withoutDirectionMarks(calledThemselves).trim() !== withoutDirectionMarks(contact.name).trim();
  return (
    <PersonLines
      name={contact.name}
      standing={verified ? 'verified' : 'met'}
      facts={
        <>
          {verified && (
            <span>{t(`verification:contacts.by.${verified.by}`, { when: clock.date(verified.at) })}</span>
          )}
          <span>{t('verification:contacts.met', { ago: clock.ago(lastMetAt, now) })}</span>
        </>
      }
    >
      {isCalledOtherwise && (
        <span className="sub wraps">
          {t('verification:contacts.callThemselves', { name: nameInText(t, calledThemselves) })}
        </span>
      )}
    </PersonLines>
  );
}
