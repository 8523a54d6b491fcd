import { Copy, Video } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactView } from '../../state/contract';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { NoticeHere } from '../components/notice-here';
import { useActions, useSelected } from '../context';
import { isolated } from '../text';

/** A meeting with a contact in two clicks. Nobody is rung: the person sends the link. */
export function CallContact({ contact }: { contact: ContactView }) {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  const name = isolated(contact.name);
  return (
    <>
      <Button
        kind="line"
        icon={Video}
        aria-label={t('calling:callNamed', { name })}
        data-testid="contact-call"
        onClick={() => {
          setIsAsked(true);
        }}
      >
        {t('calling:call')}
      </Button>
      {isAsked && (
        <CallDialog
          contact={contact.id}
          name={name}
          onClose={() => {
            setIsAsked(false);
          }}
        />
      )}
    </>
  );
}

function CallDialog({ contact, name, onClose }: { contact: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { callContact, enter } = useActions();
  const ownName = useSelected(({ app }) => app?.settings.name ?? '');
  const firewallAsks = useSelected(({ app }) => app?.firewallAsks === true);
  return (
    <Dialog
      title={t('calling:callNamed', { name })}
      width="narrow"
      testId="call"
      onClose={onClose}
      footer={
        <>
          <Button data-testid="call-cancel" onClick={onClose}>
            {t('calling:cancel')}
          </Button>
          <Button
            kind="main"
            icon={Copy}
            className="push"
            data-testid="call-start"
            onClick={() => {
              callContact(contact, () => {
                // Whoever has to say a name, or to be told something, stays in the preview, which is there by now.
                if (ownName !== '' && !firewallAsks) enter({ name: ownName });
              });
            }}
          >
            {t('calling:copy')}
          </Button>
        </>
      }
    >
      <NoticeHere />
      <p>{t('calling:text', { name })}</p>
    </Dialog>
  );
}
