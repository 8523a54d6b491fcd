import { Link2, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { isolated, withoutDirectionMarks } from '../text';
import { useNow } from '../time';
import { Button, IconButton } from '../components/button';
import { ForgetMeetingDialog } from '../home/forget-meeting-dialog';
import { InvitesDialog } from '../invites/invites-dialog';
import { PlannedDialog } from './planned-dialog';
import { useMeetingTimes } from './times';
import { SOON_MS, type PlannedMeeting } from './upcoming';

/** Meetings that are still to come, the next one first. */
export function UpcomingCard({ meetings }: { meetings: readonly PlannedMeeting[] }) {
  const { t } = useTranslation();
  return (
    <section className="card own-meetings" aria-label={t('planning:upcoming')} data-testid="upcoming">
      <h2>{t('planning:upcoming')}</h2>
      <ul className="list">
        {meetings.map((meeting) => (
          <UpcomingRow key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </section>
  );
}

function UpcomingRow({ meeting }: { meeting: PlannedMeeting }) {
  const { t } = useTranslation();
  const { openOwnMeeting } = useActions();
  const now = useNow(30_000);
  const times = useMeetingTimes();
  const [dialog, setDialog] = useState<'none' | 'invitation' | 'invites' | 'forget'>('none');
  const { planned } = meeting;
  const given = withoutDirectionMarks(meeting.title).trim();
  const title = given === '' ? t('common:untitled') : given;
  const leaf = times.leaf(planned.startsAt);
  const left = planned.startsAt - now;
  const line = times.line(planned, now);
  const close = (): void => {
    setDialog('none');
  };
  return (
    <li data-testid="upcoming-meeting">
      <span className="leaf" data-soon={left < SOON_MS} aria-hidden="true">
        {leaf.month}
        <b>{leaf.day}</b>
      </span>
      <div className="grow">
        <b className="cut">
          <bdi>{title}</bdi>
        </b>
        <span className="small quiet">
          {left > 0
            ? t('planning:comes', { when: line, left: times.until(planned.startsAt, now) })
            : t('planning:started', { when: line })}
        </span>
      </div>
      <IconButton
        icon={Send}
        label={t('planning:invitationTo', { title: isolated(title) })}
        data-testid="upcoming-invitation"
        onClick={() => {
          setDialog('invitation');
        }}
      />
      <IconButton
        icon={Link2}
        label={t('invites:ownMeetings.linksNamed', { title: isolated(title) })}
        data-testid="upcoming-invites"
        onClick={() => {
          setDialog('invites');
        }}
      />
      <IconButton
        icon={Trash2}
        label={t('planning:forgetNamed', { title: isolated(title) })}
        data-testid="upcoming-forget"
        onClick={() => {
          setDialog('forget');
        }}
      />
      <Button
        kind="line"
        aria-label={t('planning:openNamed', { title: isolated(title) })}
        data-testid="upcoming-open"
        onClick={() => {
          openOwnMeeting(meeting.id);
        }}
      >
        {t('planning:open')}
      </Button>
      {dialog === 'invitation' && <PlannedDialog meeting={meeting} isNew={false} onClose={close} />}
      {dialog === 'invites' && <InvitesDialog meeting={meeting} onClose={close} />}
      {dialog === 'forget' && <ForgetMeetingDialog meeting={meeting.id} onClose={close} />}
    </li>
  );
}
