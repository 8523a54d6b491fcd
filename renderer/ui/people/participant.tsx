import {
  Ellipsis,
  Mic,
  MicOff,
  ShieldQuestionMark,
  UserRoundMinus,
  UserRoundPlus,
  UserRoundX,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { useActions } from '../context';
import type { InsidePhase } from '../phases';
import { isolated } from '../text';
import { Avatar } from '../components/avatar';
import { Icon } from '../components/icon';
import { Menu, type MenuItem } from '../components/menu';
import { Name } from '../components/name';
import { PathWord } from './path-label';
import { Person } from '../components/person';
import { UnnamedLine } from '../updates/runs-list';
import { RemoveDialog } from './remove-dialog';
import { ContactNameLine, TwinLine } from './trust-lines';

export function SelfMember({ meeting }: { meeting: InsidePhase }) {
  const { t } = useTranslation();
  const { self, rights } = meeting;
  return (
    <li>
      <Avatar name={self.name} />
      <div className="grow">
        <b className="row tight">
          <Name of={self.name} />
          <span className="quiet plain">{t('meeting:people.you')}</span>
        </b>
        {rights !== 'none' && <span className="sub">{t(`meeting:people.${rights}`)}</span>}
      </div>
      {!self.microphone && <Muted />}
    </li>
  );
}

/** Somebody in the meeting, with what may be done about this person. */
export function Member({ peer, meeting }: { peer: PeerView; meeting: InsidePhase }) {
  const { t } = useTranslation();
  const [isRemoving, setIsRemoving] = useState(false);
  const isSilenced = meeting.speakingUp.quiet.silenced.includes(peer.peerId);
  const items = useMenuItems(peer, meeting.rights, isSilenced, () => {
    setIsRemoving(true);
  });
  const isOpening = peer.link === 'opening';
  return (
    <li data-testid={`member-${peer.peerId}`} data-role={peer.role} data-trust={peer.trust}>
      <Person
        name={peer.name}
        standing={peer.trust}
        facts={
          <>
            {peer.role !== 'member' && <span>{t(`meeting:people.${peer.role}`)}</span>}
            {isOpening && <span>{t('meeting:people.connecting')}</span>}
            {peer.link === 'interrupted' && <span className="cut">{t('meeting:people.interrupted')}</span>}
            {isSilenced && <span data-testid="member-silenced">{t('speaking:silence.mark')}</span>}
            {peer.link === 'open' && <PathWord peerId={peer.peerId} />}
          </>
        }
      >
        <ContactNameLine contactName={peer.contactName} />
        <TwinLine sharesNameWith={peer.sharesNameWith} />
        <UnnamedLine runs={peer.runs} />
      </Person>
      {!peer.microphone && !isOpening && <Muted />}
      {items.length > 0 && (
        <Menu
          icon={Ellipsis}
          label={t('meeting:people.more', { name: isolated(peer.name) })}
          items={items}
          testId="member-menu"
        />
      )}
      {isRemoving && (
        <RemoveDialog
          peer={peer}
          turnsLobbyOn={meeting.open && !meeting.lobby}
          onClose={() => {
            setIsRemoving(false);
          }}
        />
      )}
    </li>
  );
}

function useMenuItems(
  peer: PeerView,
  rights: InsidePhase['rights'],
  isSilenced: boolean,
  onRemove: () => void,
): MenuItem[] {
  const { t } = useTranslation();
  const { openVerification, setCoHost, silence } = useActions();
  const { peerId, role } = peer;
  const items: MenuItem[] = [];
  if (peer.link !== 'opening' && peer.trust !== 'changed') {
    items.push({
      id: 'compare',
      icon: ShieldQuestionMark,
      title: t('meeting:people.compare'),
      onChoose: () => {
        openVerification(peerId);
      },
    });
  }
  if (rights === 'host' && role !== 'host') {
    const isCoHost = role === 'co-host';
    items.push({
      id: 'co-host',
      icon: isCoHost ? UserRoundMinus : UserRoundPlus,
      title: t(isCoHost ? 'meeting:people.dropCoHost' : 'meeting:people.makeCoHost'),
      text: t(isCoHost ? 'meeting:people.dropCoHostText' : 'meeting:people.makeCoHostText'),
      onChoose: () => {
        setCoHost(peerId, !isCoHost);
      },
    });
  }
  if (rights !== 'none' && (isSilenced || peer.removable))
    items.push({
      id: 'silence',
      icon: isSilenced ? Mic : MicOff,
      title: t(isSilenced ? 'speaking:silence.speak' : 'speaking:silence.one'),
      ...(isSilenced ? {} : { text: t('speaking:silence.oneText') }),
      onChoose: () => {
        silence(peerId, !isSilenced);
      },
    });
  if (peer.removable)
    items.push({ id: 'remove', icon: UserRoundX, title: t('door:remove.button'), onChoose: onRemove });
  return items;
}

function Muted() {
  const { t } = useTranslation();
  return (
    <span className="muted-mark" role="img" aria-label={t('meeting:muted')}>
      <Icon of={MicOff} />
    </span>
  );
}
