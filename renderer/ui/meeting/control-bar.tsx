import {
  Hand,
  MessageSquare,
  Mic,
  MicOff,
  PhoneOff,
  ShieldQuestionMark,
  SlidersHorizontal,
  SmilePlus,
  UserPlus,
  Users,
  Video,
  VideoOff,
} from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useSelected } from '../context';
import { devicesOn } from '../devices/devices-on';
import type { InsidePhase } from '../phases';
import { Control } from './control';
import { ViewControl } from '../seeing/view-control';
import { ShareControl } from '../sharing/share-control';
import { ReactionPicker } from '../speaking-up/reaction-picker';

interface ControlBarProps {
  meeting: InsidePhase;
  peopleIsOpen: boolean;
  onPeople: () => void;
  chatIsOpen: boolean;
  onChat: () => void;
  /** What there is to compare: of two the safety number, of more the group code. */
  compares: 'safety' | 'group';
  onCompare: (() => void) | undefined;
  onDevices: () => void;
  onLeave: () => void;
}

export function ControlBar(props: ControlBarProps) {
  const { meeting, peopleIsOpen, onPeople, compares, onCompare, onDevices, onLeave } = props;
  const { chatIsOpen, onChat } = props;
  const { t } = useTranslation();
  const { setMicrophone, setCamera, copyInvite, raiseHand } = useActions();
  const { microphone, camera } = useSelected(devicesOn);
  const isSilenced = useSelected(({ media }) => media.microphone.state === 'silenced');
  const unread = useSelected(({ chat }) => chat.unread);
  const mayBeHeard = meeting.speakingUp.quiet.mine === null;
  const isHeard = microphone && !isSilenced && mayBeHeard;
  const handIsUp = meeting.speakingUp.hands.some(({ mine }) => mine);
  const knocking = meeting.knocks.length;
  const here = meeting.peers.length + 1;
  return (
    <footer>
      <div className="bar" role="group" aria-label={t('meeting:controls')}>
        <Control
          icon={isHeard ? Mic : MicOff}
          label={t(mayBeHeard ? 'meeting:control.mute' : 'speaking:control.silenced')}
          title={isSilenced ? t('entering:device.problem.silenced') : t('meeting:control.mute')}
          aria-pressed={!(microphone && !isSilenced)}
          data-off={!isHeard}
          shortcut="mute"
          data-testid="control-mic"
          onClick={() => {
            setMicrophone(!microphone);
          }}
        />
        <Control
          icon={camera ? Video : VideoOff}
          label={t('meeting:control.camera')}
          aria-pressed={camera}
          data-off={!camera}
          shortcut="camera"
          data-testid="control-camera"
          onClick={() => {
            setCamera(!camera);
          }}
        />
        <span className="sep" />
        <ShareControl />
        {meeting.rights !== 'none' && (
          <Control
            icon={UserPlus}
            label={t('meeting:control.invite')}
            aria-label={t('meeting:control.inviteHint')}
            title={t('meeting:control.inviteHint')}
            shortcut="copyInvite"
            data-testid="control-invite"
            onClick={copyInvite}
          />
        )}
        <Control
          icon={Hand}
          label={t('speaking:control.hand')}
          title={t(handIsUp ? 'speaking:control.handLower' : 'speaking:control.handRaise')}
          aria-pressed={handIsUp}
          data-chosen={handIsUp}
          shortcut="hand"
          data-testid="control-hand"
          onClick={() => {
            raiseHand(!handIsUp);
          }}
        />
        <ReactControl />
        <Control
          icon={MessageSquare}
          label={t('speaking:control.chat')}
          aria-label={
            unread > 0 ? t('speaking:control.chatUnread', { count: unread }) : t('speaking:control.chat')
          }
          aria-expanded={chatIsOpen}
          {...(unread > 0 ? { count: unread, tone: 'calling' } : {})}
          shortcut="chat"
          data-testid="control-chat"
          onClick={onChat}
        />
        <Control
          icon={Users}
          label={t('meeting:control.people')}
          aria-label={
            knocking > 0
              ? t('meeting:control.peopleKnocking', { count: knocking })
              : t('meeting:control.peopleCount', { count: here })
          }
          aria-expanded={peopleIsOpen}
          count={knocking > 0 ? knocking : here}
          tone={knocking > 0 ? 'calling' : 'plain'}
          shortcut="people"
          data-testid="control-people"
          onClick={onPeople}
        />
        <Control
          icon={ShieldQuestionMark}
          label={t(`meeting:control.${compares}`)}
          disabled={onCompare === undefined}
          shortcut="safety"
          data-testid="control-safety"
          onClick={onCompare}
        />
        <ViewControl isGroup={meeting.peers.length > 1} />
        <Control
          icon={SlidersHorizontal}
          label={t('meeting:control.devices')}
          data-testid="control-devices"
          onClick={onDevices}
        />
        <span className="sep" />
        <Control
          icon={PhoneOff}
          label={t('meeting:control.leave')}
          className="leave"
          shortcut="leave"
          data-testid="control-leave"
          onClick={onLeave}
        />
      </div>
    </footer>
  );
}

function ReactControl() {
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Control
        icon={SmilePlus}
        label={t('speaking:control.react')}
        aria-expanded={isOpen}
        popoverTarget={id}
        data-testid="control-react"
      />
      <ReactionPicker id={id} onToggle={setIsOpen} />
    </>
  );
}
