import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView, PeerView } from '../../state/contract';
import { AlarmDialog } from './alarm-dialog';
import { Announcer } from './announcer';
import { ChatPanel } from '../chat/chat-panel';
import { emptyDraft } from '../chat/draft';
import { FileAnnouncer } from '../files/file-announcer';
import { ByHandDialog } from '../invites/by-hand-dialog';
import { ControlBar } from './control-bar';
import { KeyChangedDialog } from '../verification/key-changed-dialog';
import { MeetingDialogs, type MeetingDialog } from './meeting-dialogs';
import { MeetingHeader } from './meeting-header';
import { MeetingNotices } from './meeting-notices';
import { KnockAnnouncer } from '../people/knock-announcer';
import { PeoplePanel } from '../people/people-panel';
import { useKnockRows } from '../people/use-knock-rows';
import { CountdownDialog } from '../recording/countdown-dialog';
import { RecordingAnnouncer } from '../recording/recording-announcer';
import { isRecording, RecordingBar } from '../recording/recording-bar';
import { RemovalsDialog } from './removals-dialog';
import { ShareAnnouncer } from '../sharing/share-announcer';
import { ShareDialog } from '../sharing/share-dialog';
import { SharingBar } from '../sharing/sharing-bar';
import { SilencesDialog } from '../speaking-up/silences-dialog';
import { SpeechAnnouncer } from '../speaking-up/speech-announcer';
import { SpotlightAnnouncer } from '../spotlight/spotlight-announcer';
import { Stage } from './stage';
import { VerifyDialog } from '../verification/verify-dialog';
import { useActions, useSelected } from '../context';
import { devicesOn } from '../devices/devices-on';
import { hasGroupCode } from '../../state/verification';
import type { InsidePhase } from '../phases';
import { useLayout } from '../seeing/use-layout';
import { SmallWindowContext, useSmallWindow } from '../small-window/use-small-window';
import { leaveFullScreen, toggleFullScreen } from '../seeing/full-screen';
import { usePushToTalk } from '../shortcuts/push-to-talk';
import { useShortcuts } from '../shortcuts/use-shortcuts';

export function Meeting({ app, meeting }: { app: AppView; meeting: InsidePhase }) {
  const { t } = useTranslation();
  const { verification, comparedGroupCode, handDialog, leaveIsAsked, sharePicker } = useSelected(
    ({ verification, comparedGroupCode, handDialog, leaveIsAsked, sharePicker }) => ({
      sharePicker,
      verification,
      comparedGroupCode,
      handDialog,
      leaveIsAsked,
    }),
  );
  const own = useSelected(devicesOn);
  const actions = useActions();
  const layout = useLayout();
  const soundOnly = useSelected(({ seeing }) => seeing.soundOnly);
  const chatIsOpen = useSelected(({ chat }) => chat.isOpen);
  const [draft, setDraft] = useState(emptyDraft);
  const [peopleIsOpen, setPeopleIsOpen] = useState(false);
  const [dialog, setDialog] = useState<MeetingDialog>('none');
  const [lastOpenedCode, setLastOpenedCode] = useState<string | null>(null);
  const provable = meeting.peers.find((peer) => peer.link !== 'opening' && peer.trust !== 'changed');
  const keyChanged = meeting.peers.find((peer) => peer.trust === 'changed');
  const groupCode = hasGroupCode(meeting) ? meeting.groupCode : null;
  // Whoever has it open is told of each change.
  const openCode = verification?.step === 'everyone' && groupCode !== null ? groupCode.join(' ') : null;
  if (openCode !== null && openCode !== lastOpenedCode) setLastOpenedCode(openCode);
  const removals = meeting.asks.find((ask) => ask.kind === 'removals');
  const recorder = meeting.recording.others.find(({ answer }) => answer === 'asked');
  // A host who is not alone has a choice; to anybody else the red button means what it says.
  const isLeading = meeting.rights === 'host' && meeting.peers.length > 0;
  const canCompare = groupCode !== null || provable !== undefined;

  // Nothing comes back by itself that closed because its matter was gone.
  if (dialog === 'continue' && meeting.peers.length === 0) setDialog('none');

  const openDialog = (name: MeetingDialog) => () => {
    setDialog(name);
  };
  const compare = () => {
    if (groupCode !== null) actions.verifyEveryone();
    else if (provable !== undefined) actions.openVerification(provable.peerId);
  };
  const isAlone = meeting.peers.length === 0;
  const knockPlace = peopleIsOpen ? 'panel' : isAlone ? 'beside' : 'over';
  const knocks = useKnockRows(meeting.knocks, meeting.peers, knockPlace);
  const handIsUp = meeting.speakingUp.hands.some(({ mine }) => mine);
  // Of the two panels one is open: together they would leave no room for the pictures.
  const showPeople = (isOpen: boolean) => {
    if (isOpen) actions.showChat(false);
    setPeopleIsOpen(isOpen);
  };
  const togglePeople = () => {
    showPeople(!peopleIsOpen);
  };
  const toggleChat = () => {
    if (!chatIsOpen) setPeopleIsOpen(false);
    actions.showChat(!chatIsOpen);
  };
  const writeTo = ({ peerId, name }: PeerView) => {
    setDraft((draft) => ({ ...draft, to: { peerId, name } }));
    setPeopleIsOpen(false);
    actions.showChat(true);
  };
  const closeDialog = () => {
    if (leaveIsAsked) actions.stay();
    setDialog('none');
  };

  const leave = isLeading ? openDialog('leave') : actions.leave;
  const smallWindow = useSmallWindow({
    isMuted: !own.microphone,
    onMicrophone: () => {
      actions.setMicrophone(!own.microphone);
    },
    onLeave: isLeading ? actions.askToLeave : actions.leave,
  });
  usePushToTalk({ isMuted: !own.microphone, onTalk: actions.setMicrophone });
  useEffect(() => leaveFullScreen, []);
  useShortcuts((name) => {
    if (name === 'mute') actions.setMicrophone(!own.microphone);
    else if (name === 'camera') actions.setCamera(!own.camera);
    else if (name === 'hand') actions.raiseHand(!handIsUp);
    else if (name === 'chat') toggleChat();
    else if (name === 'people') togglePeople();
    else if (name === 'safety') compare();
    else if (name === 'layout') actions.chooseLayout(layout === 'grid' ? 'speaker' : 'grid');
    else if (name === 'soundOnly') actions.hearOnly(!soundOnly);
    else if (name === 'fullScreen') toggleFullScreen();
    else if (name === 'smallWindow') smallWindow?.toggle();
    else if (name === 'copyInvite') actions.copyInvite();
    else setDialog(name === 'leave' ? 'leave' : 'shortcuts');
  });

  return (
    <div className="meeting" data-testid="meeting">
      <MeetingHeader
        meeting={meeting}
        groupCode={
          groupCode && {
            groups: groupCode,
            lastOpened: lastOpenedCode,
            isCompared: comparedGroupCode === groupCode.join(' '),
            onOpen: actions.verifyEveryone,
          }
        }
        onPeople={() => {
          showPeople(true);
        }}
        onShortcuts={openDialog('shortcuts')}
        onPrivacy={openDialog('privacy')}
        onConnection={openDialog('connection')}
        onRecord={isRecording(meeting.recording) ? actions.stopRecording : openDialog('record')}
      />
      <div className="meeting-bars">
        <RecordingBar meeting={meeting} />
        <SharingBar />
      </div>
      <main aria-label={t('meeting:pictures')}>
        <Stage meeting={meeting} app={app} knocks={peopleIsOpen ? null : knocks} onWrite={writeTo} />
        <MeetingNotices meeting={meeting} onContinue={openDialog('continue')} />
      </main>
      {peopleIsOpen && (
        <PeoplePanel
          meeting={meeting}
          knocks={knocks}
          onClose={() => {
            setPeopleIsOpen(false);
          }}
          onContinue={openDialog('continue')}
          onReplaceLink={openDialog('replace-link')}
        />
      )}
      {chatIsOpen && (
        <ChatPanel
          meeting={meeting}
          draft={draft}
          onDraft={setDraft}
          onClose={() => {
            actions.showChat(false);
          }}
        />
      )}
      <SmallWindowContext value={smallWindow}>
        <ControlBar
          meeting={meeting}
          peopleIsOpen={peopleIsOpen}
          onPeople={togglePeople}
          chatIsOpen={chatIsOpen}
          onChat={toggleChat}
          compares={groupCode === null ? 'safety' : 'group'}
          onCompare={canCompare ? compare : undefined}
          onDevices={openDialog('devices')}
          onLeave={leave}
        />
      </SmallWindowContext>
      <Announcer peers={meeting.peers} />
      <KnockAnnouncer knocks={meeting.knocks} />
      <SpeechAnnouncer meeting={meeting} />
      <ShareAnnouncer peers={meeting.peers} />
      <RecordingAnnouncer recording={meeting.recording} />
      <FileAnnouncer />
      <SpotlightAnnouncer spotlight={meeting.spotlight} />
      <MeetingDialogs
        open={leaveIsAsked ? 'leave' : dialog}
        meeting={meeting}
        app={app}
        onClose={closeDialog}
      />
      {sharePicker !== null && <ShareDialog picker={sharePicker} />}
      {handDialog !== null && <ByHandDialog dialog={handDialog} meeting={meeting} />}
      {verification !== null && (
        <VerifyDialog
          verification={verification}
          meeting={meeting}
          onReplaceLink={openDialog('replace-link')}
        />
      )}
      {keyChanged && <KeyChangedDialog key={keyChanged.peerId} peer={keyChanged} />}
      {recorder && (
        <CountdownDialog key={`${recorder.peerId} ${String(recorder.number)}`} recorder={recorder} />
      )}
      {removals && <RemovalsDialog ask={removals} />}
      {!removals && meeting.speakingUp.quiet.asked && (
        <SilencesDialog asked={meeting.speakingUp.quiet.asked} />
      )}
      <AlarmDialog meeting={meeting} onContinue={openDialog('continue')} />
    </div>
  );
}
