import { MicOff, ShieldQuestionMark, UserRoundX, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { useActions } from '../context';
import type { InsidePhase } from '../phases';
import { Avatar } from './avatar';
import { StandingBadge } from './badge';
import { IconButton } from './button';
import { Icon } from './icon';
import { KnockList } from './knock-card';
import { Name } from './name';
import { RemoveDialog } from './remove-dialog';

export function PeoplePanel({ meeting, onClose }: { meeting: InsidePhase; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <aside className="panel" aria-label={t('people.title')}>
      <header>
        <h2>{t('people.title')}</h2>
        <IconButton className="push" icon={X} label={t('common.close')} onClick={onClose} />
      </header>
      <div className="panel-body" tabIndex={0} role="group" aria-label={t('people.title')}>
        <KnockList knocks={meeting.knocks} />
        <h3 className="over-line">{t('people.inMeeting', { count: meeting.peers.length + 1 })}</h3>
        <ul className="list">
          <li>
            <Avatar name={meeting.self.name} />
            <div className="grow">
              <b className="row tight">
                <Name of={meeting.self.name} />
                <span className="quiet plain">{t('people.you')}</span>
              </b>
              <span className="sub">{t(meeting.role === 'host' ? 'people.host' : 'people.guest')}</span>
            </div>
            {!meeting.self.microphone && <Muted />}
          </li>
          {meeting.peers.map((peer) => (
            <Member key={peer.peerId} peer={peer} canRemove={meeting.role === 'host'} />
          ))}
        </ul>
      </div>
    </aside>
  );
}

function Member({ peer, canRemove }: { peer: PeerView; canRemove: boolean }) {
  const { t } = useTranslation();
  const [isRemoving, setIsRemoving] = useState(false);
  const { openSafetyNumber } = useActions();
  const isOpening = peer.link === 'opening';
  return (
    <li>
      <Avatar name={peer.name} />
      <div className="grow">
        <b className="row">
          <Name of={peer.name} />
        </b>
        <span className="row small quiet">
          <StandingBadge standing="new" />
          {isOpening && t('people.connecting')}
          {peer.link === 'interrupted' && t('people.interrupted')}
        </span>
      </div>
      {!peer.microphone && !isOpening && <Muted />}
      {!isOpening && (
        <IconButton
          icon={ShieldQuestionMark}
          label={t('people.compare')}
          onClick={() => {
            openSafetyNumber(peer.peerId);
          }}
        />
      )}
      {canRemove && !isOpening && (
        <IconButton
          icon={UserRoundX}
          label={t('remove.button')}
          data-testid="remove"
          onClick={() => {
            setIsRemoving(true);
          }}
        />
      )}
      {isRemoving && (
        <RemoveDialog
          peer={peer}
          onClose={() => {
            setIsRemoving(false);
          }}
        />
      )}
    </li>
  );
}

function Muted() {
  const { t } = useTranslation();
  return (
    <span className="muted-mark" role="img" aria-label={t('meeting.muted')}>
      <Icon of={MicOff} />
    </span>
  );
}
