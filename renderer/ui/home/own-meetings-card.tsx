import { Link2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnMeetingView } from '../../state/contract';
import { useActions } from '../context';
import { isolated, withoutDirectionMarks } from '../text';
import { useClock } from '../time';
import { Button, IconButton } from '../components/button';
import { ForgetMeetingDialog } from './forget-meeting-dialog';
import { InvitesDialog } from '../invites/invites-dialog';

/** Meetings shown: as many as fit; the rest comes on demand. */
const SHOWN = 3;

/** Meetings that this person made and that are not over yet. */
export function OwnMeetingsCard({ meetings }: { meetings: readonly OwnMeetingView[] }) {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  return (
    <section
      className="card own-meetings"
      aria-label={t('invites:ownMeetings.title')}
      data-testid="own-meetings"
    >
      <div className="row">
        <h2>{t('invites:ownMeetings.title')}</h2>
        {meetings.length > SHOWN && (
          <button
            type="button"
            className="text-link push"
            aria-expanded={showsAll}
            onClick={() => {
              setShowsAll(!showsAll);
            }}
          >
            {showsAll
              ? t('invites:ownMeetings.fewer')
              : t('invites:ownMeetings.all', { count: meetings.length })}
          </button>
        )}
      </div>
      <ul className="list">
        {meetings.slice(0, showsAll ? undefined : SHOWN).map((meeting) => (
          <OwnMeetingRow key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </section>
  );
}

function OwnMeetingRow({ meeting }: { meeting: OwnMeetingView }) {
  const { t } = useTranslation();
  const { openOwnMeeting } = useActions();
  const clock = useClock();
  const [dialog, setDialog] = useState<'none' | 'invites' | 'forget'>('none');
  const title =
    meeting.title.trim() === '' ? t('invites:ownMeetings.untitled') : withoutDirectionMarks(meeting.title);
  const close = () => {
    setDialog('none');
  };
  return (
    <li data-testid="own-meeting">
      <div className="grow">
        <b className="cut">
          <bdi>{title}</bdi>
        </b>
        <span className="small quiet">
          {t('invites:ownMeetings.until', { when: clock.day(meeting.expiresAt) })}
        </span>
      </div>
      <IconButton
        icon={Link2}
        label={t('invites:ownMeetings.linksNamed', { title: isolated(title) })}
        data-testid="own-meeting-invites"
        onClick={() => {
          setDialog('invites');
        }}
      />
      <IconButton
        icon={Trash2}
        label={t('invites:ownMeetings.forget')}
        data-testid="own-meeting-forget"
        onClick={() => {
          setDialog('forget');
        }}
      />
      <Button
        aria-label={t('invites:ownMeetings.openNamed', { title: isolated(title) })}
        data-testid="own-meeting-open"
        onClick={() => {
          openOwnMeeting(meeting.id);
        }}
      >
        {t('invites:ownMeetings.open')}
      </Button>
      {dialog === 'invites' && <InvitesDialog meeting={meeting} onClose={close} />}
      {dialog === 'forget' && (
        <ForgetMeetingDialog
          meeting={meeting.id}
          endsSeries={meeting.planned?.isLast === true}
          onClose={close}
        />
      )}
    </li>
  );
}
