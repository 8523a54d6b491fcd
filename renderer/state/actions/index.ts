/** Everything that screens can do, put together. */
import type { Background, VigilBridge } from '../../../shared/ipc';
import { readCodeImage } from '../../qr/qr-image';
import type { OwnPicture } from '../../call/background/own-picture';
import type { Devices } from '../../call/devices/devices';
import type { ScreenShare } from '../../call/screen/screen-share';
import { createByHandActions, type ByHandActions } from './by-hand';
import { createConnectionActions, type ConnectionActions } from './connection';
import { createContactActions, type ContactActions } from './contact';
import { createDeviceActions, type DeviceActions } from './device';
import { createFileActions, type FileActions } from './files';
import { createMeetingActions, type MeetingActions } from './meeting';
import { createModerationActions, type ModerationActions } from './moderation';
import { createOwnMeetingActions, type OwnMeetingActions } from './own-meeting';
import { createPrivateModeActions, type PrivateModeActions } from './private-mode';
import { createReleaseActions, type ReleaseActions } from './releases';
import { createRecordingActions, type RecordingActions } from './recording';
import { runRequests } from './run-request';
import { createSeeingActions, type SeeingActions } from './seeing';
import { createSettingsActions, type SettingsActions } from './settings';
import type { KnownDevices } from '../chosen-devices';
import type { AlertWords } from '../contract';
import type { RecordingFollower } from '../follow-recording';
import type { Screen } from '../snapshot';
import type { Store } from '../store';
import { createSharingActions, type SharingActions } from './sharing';
import { createSpeakingUpActions, type SpeakingUpActions } from './speaking-up';
import { createTurnActions, type TurnActions } from '../turn-tests';
import { createVolunteerActions, type VolunteerActions } from '../volunteer-tests';
import { createVaultActions, type VaultActions } from './vault';
import { createVerificationActions, type VerificationActions } from './verification';

export interface Actions
  extends
    MeetingActions,
    DeviceActions,
    ModerationActions,
    SpeakingUpActions,
    FileActions,
    ReleaseActions,
    SeeingActions,
    SharingActions,
    RecordingActions,
    VerificationActions,
    ContactActions,
    OwnMeetingActions,
    VaultActions,
    ConnectionActions,
    TurnActions,
    VolunteerActions,
    ByHandActions,
    PrivateModeActions,
    SettingsActions {
  /** What others see of the own camera: at once, and kept. */
  chooseBackground: (background: Background) => void;
  go: (screen: Screen) => void;
  /** In the language of the screens. */
  tellWords: (words: AlertWords) => void;
  /** The system starts Vigil at login. */
  startAtLogin: (on: boolean) => void;
  dismissVaultNotice: () => void;
  /** Puts the identity file that cannot be opened aside, and keeps this run's identity. */
  startOver: () => void;
  dismissNotice: () => void;
}

export function createActions(
  bridge: VigilBridge,
  store: Store,
  devices: Devices,
  screen: ScreenShare,
  ownPicture: OwnPicture,
  known: KnownDevices,
  follower: RecordingFollower,
): Actions {
  const { request } = bridge;
  const ask = runRequests(store);
  const settings = createSettingsActions(bridge, ask, store.settings, (asked) => {
    if (asked.cameraId !== undefined) void devices.restart('video');
    const chosen = [asked.name, asked.relays, asked.dhtNodes].some((kept) => kept !== undefined);
    if (chosen) store.set({ notice: { kind: 'done', what: 'saved' } });
  });
  return {
    ...createMeetingActions(bridge, ask, store, devices),
    ...createDeviceActions(store, devices, ownPicture),
    ...createModerationActions(bridge, ask, (what) => {
      // A link that is shown at this moment would be the old one.
      store.set({ notice: { kind: 'done', what }, revealedInvite: null });
    }),
    ...createSpeakingUpActions(bridge, ask, store),
    ...createFileActions(bridge, ask, store),
    ...createReleaseActions(bridge, ask),
    ...createSeeingActions(store),
    ...createSharingActions(bridge, store, screen),
    ...createRecordingActions(bridge, store, { follower, devices, screen }),
    ...createVerificationActions(bridge, ask, store, readCodeImage),
    ...createByHandActions(bridge, ask, store, readCodeImage),
    ...createContactActions(bridge, ask, (notice) => {
      store.set({ notice });
    }),
    ...createOwnMeetingActions(bridge, ask, (notice) => {
      store.set({ notice });
    }),
    ...createConnectionActions(bridge, ask, store),
    ...settings,
    chooseBackground: (background) => {
      known.choose(background);
      void devices.follow();
      void settings.trySettings({ background }).then((code) => {
        if (code === null) known.kept(background);
        else store.set({ notice: { kind: 'error', code } });
        void devices.follow();
      });
    },
    ...createTurnActions(bridge, (key, test) => {
      store.set({ turnTests: new Map(store.get().turnTests).set(key, test) });
    }),
    ...createVolunteerActions(bridge, ask, (id, test) => {
      store.set({ volunteerTests: new Map(store.get().volunteerTests).set(id, test) });
    }),
    ...createPrivateModeActions(bridge),
    ...createVaultActions(bridge, (what) => {
      store.set({ notice: { kind: 'done', what } });
    }),
    go: (screen) => {
      store.set({ screen });
    },
    tellWords: (words) => {
      void request['alerts:words'](words);
    },
    startAtLogin: (on) => {
      ask(request['login:start']({ on }));
    },
    dismissVaultNotice: () => {
      ask(request['app:dismiss-vault-notice'](undefined));
    },
    startOver: () => {
      ask(request['vault:start-over'](undefined));
    },
    dismissNotice: () => {
      store.set({ notice: { kind: 'none' } });
    },
  };
}
