import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { mayContinueElsewhere } from '../admission';
import type { InsidePhase } from '../phases';
import { IconButton } from '../components/button';
import { DoorSettings, LockSwitch } from './admission-settings';
import { HandsList } from '../speaking-up/hands-list';
import { SilenceRoom } from '../speaking-up/silence-room';
import { HostAway } from './host-away';
import { ReleaseOffer } from '../updates/release-offer';
import { RunsList } from '../updates/runs-list';
import { KnockList } from './knock-list';
import type { KnockChoices } from './use-knock-rows';
import { Member, SelfMember } from './participant';

interface PeoplePanelProps {
  meeting: InsidePhase;
  knocks: KnockChoices;
  onClose: () => void;
  onContinue: () => void;
  onReplaceLink: () => void;
}

/** The panel of people: knocks on top, then members, then the door. */
export function PeoplePanel({ meeting, knocks, onClose, onContinue, onReplaceLink }: PeoplePanelProps) {
  const { t } = useTranslation();
  return (
    <aside
      className="panel"
      aria-label={t('meeting:people.title')}
      data-testid="people-panel"
      onKeyDown={({ key, target }) => {
        // A menu within closes by itself first, and what is typed in stays.
        const isElsewhere = target instanceof Element && target.closest('[popover], input, dialog') !== null;
        if (key === 'Escape' && !isElsewhere) onClose();
      }}
    >
      <header>
        <h2>{t('meeting:people.title')}</h2>
        <IconButton className="push" icon={X} label={t('common:close')} onClick={onClose} />
      </header>
      <div className="panel-body" tabIndex={0} role="group" aria-label={t('meeting:people.title')}>
        <KnockList choices={knocks} />
        <HandsList meeting={meeting} />
        <h3 className="over-line">{t('meeting:people.inMeeting', { count: meeting.peers.length + 1 })}</h3>
        <ul className="list">
          <SelfMember meeting={meeting} />
          {meeting.peers.map((peer) => (
            <Member key={peer.peerId} peer={peer} meeting={meeting} />
          ))}
        </ul>
        <ReleaseOffer meeting={meeting} />
        <RunsList peers={meeting.peers} />
        {mayContinueElsewhere(meeting) && <HostAway meeting={meeting} onContinue={onContinue} />}
        {meeting.rights !== 'none' && <SilenceRoom meeting={meeting} />}
        <DoorSettings meeting={meeting} onReplaceLink={onReplaceLink} />
      </div>
      {meeting.rights !== 'none' && (
        <footer>
          <LockSwitch locked={meeting.locked} />
        </footer>
      )}
    </aside>
  );
}
