import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { AlarmDialog } from '../components/alarm-dialog';
import { Announcer } from '../components/announcer';
import { ControlBar } from '../components/control-bar';
import { PassingDeviceProblem } from '../components/device-problem';
import { DevicesDialog } from '../components/devices-dialog';
import { LeaveDialog } from '../components/leave-dialog';
import { ListsNotice } from '../components/lists-notice';
import { MeetingHeader } from '../components/meeting-header';
import { PeoplePanel } from '../components/people-panel';
import { SafetyDialog } from '../components/safety-dialog';
import { ShortcutsDialog } from '../components/shortcuts-dialog';
import { Stage } from '../components/stage';
import { useActions, useSnapshot } from '../context';
import type { InsidePhase } from '../phases';
import { useShortcuts } from '../shortcuts';

/** At most one of these is open; what main asks for (alarm, safety number) comes on top. */
export type MeetingDialog = 'none' | 'devices' | 'shortcuts' | 'leave';

export function Meeting({ app, meeting }: { app: AppView; meeting: InsidePhase }) {
  const { t } = useTranslation();
  const { safetyNumber } = useSnapshot();
  const actions = useActions();
  const [peopleIsOpen, setPeopleIsOpen] = useState(false);
  const [dialog, setDialog] = useState<MeetingDialog>('none');
  const isHost = meeting.role === 'host';
  const provable = meeting.peers.find((peer) => peer.link !== 'opening');

  const compare = () => {
    if (provable !== undefined) actions.openSafetyNumber(provable.peerId);
  };
  const togglePeople = () => {
    setPeopleIsOpen(!peopleIsOpen);
  };
  const closeDialog = () => {
    setDialog('none');
  };

  useShortcuts((name) => {
    if (name === 'mute') actions.setMicrophone(!meeting.self.microphone);
    else if (name === 'camera') actions.setCamera(!meeting.self.camera);
    else if (name === 'people') togglePeople();
    else if (name === 'safety') compare();
    else if (name === 'copyInvite') {
      if (isHost) actions.copyInvite();
    } else setDialog(name === 'leave' ? 'leave' : 'shortcuts');
  });

  return (
    <div className="meeting" data-testid="meeting">
      <MeetingHeader
        meeting={meeting}
        onCompare={provable === undefined ? undefined : compare}
        onShortcuts={() => {
          setDialog('shortcuts');
        }}
      />
      <main aria-label={t('meeting.pictures')}>
        <Stage
          meeting={meeting}
          speakerId={app.settings.speakerId}
          relays={app.relays}
          knocksAreHere={!peopleIsOpen}
        />
        <ListsNotice meeting={meeting} />
        <PassingDeviceProblem />
      </main>
      {peopleIsOpen && (
        <PeoplePanel
          meeting={meeting}
          onClose={() => {
            setPeopleIsOpen(false);
          }}
        />
      )}
      <ControlBar
        meeting={meeting}
        peopleIsOpen={peopleIsOpen}
        onPeople={togglePeople}
        onCompare={provable === undefined ? undefined : compare}
        onDevices={() => {
          setDialog('devices');
        }}
      />
      <Announcer peers={meeting.peers} knocks={meeting.knocks} />
      {dialog === 'devices' && <DevicesDialog settings={app.settings} onClose={closeDialog} />}
      {dialog === 'shortcuts' && <ShortcutsDialog isHost={isHost} onClose={closeDialog} />}
      {dialog === 'leave' && <LeaveDialog role={meeting.role} onClose={closeDialog} />}
      {safetyNumber !== null && <SafetyDialog number={safetyNumber} />}
      <AlarmDialog alarm={meeting.alarm} />
    </div>
  );
}
