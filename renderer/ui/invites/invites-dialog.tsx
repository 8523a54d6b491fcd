import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_NAME_BYTES, type OwnMeetingView } from '../../state/contract';
import { useActions } from '../context';
import { bytesOf } from '../text';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { ExpectedContacts } from './expected-contacts';
import { Field } from '../components/field';
import { InviteLinkRow } from './invite-link-row';
import { NoticeHere } from '../components/notice-here';

/** Everything that leads into one meeting of one's own. */
export function InvitesDialog({ meeting, onClose }: { meeting: OwnMeetingView; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('invites:title')} testId="invites" onClose={onClose}>
      <NoticeHere />
      <div className="stack wide">
        <section className="stack tight" aria-label={t('invites:general')}>
          <h2>{t('invites:general')}</h2>
          <p className="small quiet">{t(meeting.open ? 'invites:generalOpenText' : 'invites:generalText')}</p>
          <ul className="list invites">
            <InviteLinkRow meeting={meeting} link={null} />
          </ul>
        </section>
        <section className="stack tight" aria-label={t('invites:personal')}>
          <h2>{t('invites:personal')}</h2>
          <p className="small quiet">
            {t(meeting.open ? 'invites:personalOpenText' : 'invites:personalText')}
          </p>
          {meeting.personal.length > 0 && (
            <ul className="list invites">
              {meeting.personal.map((link) => (
                <InviteLinkRow key={link.id} meeting={meeting} link={link} />
              ))}
            </ul>
          )}
          <MakeLink meeting={meeting.id} />
        </section>
        {!meeting.open && <ExpectedContacts isRunning={meeting.isRunning} />}
      </div>
    </Dialog>
  );
}

function MakeLink({ meeting }: { meeting: string }) {
  const { t } = useTranslation();
  const { invitePerson } = useActions();
  const [label, setLabel] = useState('');
  const isTooLong = bytesOf(label.trim()) > MAX_NAME_BYTES;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isTooLong) return;
        // What was typed stays if it could not be made.
        invitePerson(meeting, label, () => {
          setLabel((now) => (now === label ? '' : now));
        });
      }}
    >
      <Field
        label={t('invites:for')}
        value={label}
        dir="auto"
        spellCheck={false}
        data-testid="invites-for"
        problem={isTooLong ? t('errors:name-too-long.what') : undefined}
        after={
          <Button type="submit" data-testid="invites-make">
            {t('invites:make')}
          </Button>
        }
        onChange={(event) => {
          setLabel(event.target.value);
        }}
      />
    </form>
  );
}
