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
import { SOON_MS, type PlannedMeeting, type Upcoming } from './upcoming';
import type { KeptInviteView } from '../../state/contract';

const DAY_MS = 86_400_000;

/** Meetings that are still to come, the next one first. */
export function UpcomingCard({ meetings }: { meetings: readonly Upcoming[] }) {
  const { t } = useTranslation();
  return (
    <section className="card own-meetings" aria-label={t('planning:upcoming')} data-testid="upcoming">
      <h2>{t('planning:upcoming')}</h2>
      <ul className="list">
        {meetings.map((one) =>
          'own' in one ? (
            <UpcomingRow key={one.own.id} meeting={one.own} />
          ) : (
            <KeptRow key={one.kept.id} invite={one.kept} />
          ),
        )}
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
  const line = lineOf();
  const close = (): void => {
    setDialog('none');
  };
  return (
    <li data-testid="upcoming-meeting">
      <Leaf at={planned.startsAt} />
      <div className="grow">
        <b className="cut">
          <bdi>{title}</bdi>
        </b>
        <span className="small quiet">{line}</span>
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
      {dialog === 'forget' && (
        <ForgetMeetingDialog meeting={meeting.id} endsSeries={planned.isLast} onClose={close} />
      )}
    </li>
  );

  function lineOf(): string {
    const until = planned.startsAt - now;
    const when = times.line(planned, now);
    const left = times.until(planned.startsAt, now);
    if (!planned.weekly)
      return until > 0 ? t('planning:comes', { when, left }) : t('planning:started', { when });
    if (until <= 0) return t('weekly:started', { when });
    return t(planned.isLast && until >= DAY_MS ? 'weekly:newLink' : 'weekly:comes', { when, left });
  }
}

/** Of somebody else's meeting: its link was offered in the one before, and kept. */
function KeptRow({ invite }: { invite: KeptInviteView }) {
  const { t } = useTranslation();
  const { askToJoinKept, forgetInvite } = useActions();
  const now = useNow(30_000);
  const times = useMeetingTimes();
  const given = withoutDirectionMarks(invite.title).trim();
  const title = given === '' ? t('common:untitled') : given;
  const when = times.line(invite, now);
  return (
    <li data-testid="upcoming-kept">
      <Leaf at={invite.startsAt} />
      <div className="grow">
        <b className="cut">
          <bdi>{title}</bdi>
        </b>
        <span className="small quiet">
          {invite.startsAt > now
            ? t('planning:comes', { when, left: times.until(invite.startsAt, now) })
            : t('planning:started', { when })}
        </span>
      </div>
      <IconButton
        icon={Trash2}
        label={t('weekly:forgetNamed', { title: isolated(title) })}
        data-testid="kept-forget"
        onClick={() => {
          forgetInvite(invite.id);
        }}
      />
      <Button
        kind="line"
        aria-label={t('weekly:askNamed', { title: isolated(title) })}
        data-testid="kept-ask"
        onClick={() => {
          askToJoinKept(invite.id);
        }}
      >
        {t('weekly:ask')}
      </Button>
    </li>
  );
}

/** Of a calendar; the words beside it say the same. */
function Leaf({ at }: { at: number }) {
  const now = useNow(30_000);
  const { month, day } = useMeetingTimes().leaf(at);
  return (
    <span className="leaf" data-soon={at - now < SOON_MS} aria-hidden="true">
      {month}
      <b>{day}</b>
    </span>
  );
}
