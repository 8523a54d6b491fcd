/** All that the window may ask, each part by its own file. */
import type { AppView, RequestArgument, Settings } from '../../../shared/ipc';
import type { Clipboards } from '../../clipboard/clipboards';
import type { Contacts } from '../../contacts/contacts';
import type { MeetingRunner } from '../../meeting/runner';
import type { KeptInvites } from '../../own-meetings/kept-invites';
import type { OwnMeetings } from '../../own-meetings/own-meetings';
import type { PrivateMode } from '../../private-mode/private-mode';
import type { Recorder } from '../../recording/recorder';
import type { OwnBuild } from '../../releases/own-build';
import type { Releases } from '../../releases/releases';
import type { ScreenSharing } from '../../sharing/screen-sharing';
import type { Locking } from '../../vault/locking';
import type { Stretch } from '../../vault/stretch';
import type { Vault } from '../../vault/vault';
import type { Volunteers } from '../../volunteers/volunteers';
import type { Desktop } from '../../window/desktop';
import type { Handlers } from '../server';
import { connectionHandlers } from './connection';
import { contactsHandlers } from './contacts';
import { desktopHandlers } from './desktop';
import { filesHandlers } from './files';
import { invitesHandlers } from './invites';
import { meetingHandlers } from './meeting';
import { moderationHandlers } from './moderation';
import { ownMeetingsHandlers } from './own-meetings';
import { recordingHandlers } from './recording';
import { releasesHandlers } from './releases';
import { sharingHandlers } from './sharing';
import { speakingUpHandlers } from './speaking-up';
import { vaultHandlers } from './vault';
import { verificationHandlers } from './verification';
import { volunteersHandlers } from './volunteers';

/** The archive is not read while the first screen is drawn. */
const BUILD_READ_MS = 500;
/** Whoever enters a meeting waits so long for it at most; then others are told of no build. */
const BUILD_KNOWN_MS = 2000;

export interface AppParts {
  vault: Vault;
  stretch: Stretch;
  locking: Locking;
  runner: MeetingRunner;
  contacts: Contacts;
  ownMeetings: OwnMeetings;
  kept: KeptInvites;
  volunteers: Volunteers;
  privateMode: PrivateMode;
  build: OwnBuild;
  releases: Releases;
  recorder: Recorder;
  sharing: ScreenSharing;
  clipboards: Clipboards;
  desktop: Desktop;
  view: () => AppView;
  isBusy: () => boolean;
  /** Whether the system's firewall is about to ask this person. */
  firewallAsks: () => boolean;
  changed: () => void;
  /** The window has its first view. */
  shown: () => void;
  identityReplaced: () => void;
  saveSettings: (change: RequestArgument<'settings:save'>) => Promise<Settings>;
  /** Relays to name in a new link. */
  relaysForLink: () => string[];
  /** A link as the address of the page that the person set. Throws VigilError bad-request where none is. */
  onPage: (link: string) => string;
}

export function allHandlers(parts: AppParts): Handlers {
  const { vault, stretch, locking, runner, contacts, ownMeetings, kept, privateMode, build } = parts;
  const { clipboards, desktop, sharing, view, isBusy, changed, saveSettings, relaysForLink, onPage } = parts;
  const { passing } = clipboards;
  return {
    'app:get': () => {
      parts.shown();
      // After what the window waits for.
      setTimeout(() => void build.find(), BUILD_READ_MS).unref();
      return view();
    },
    'app:dismiss-vault-notice': () => {
      vault.dismissNotice();
      changed();
    },
    'settings:save': saveSettings,
    ...desktopHandlers(desktop),
    ...vaultHandlers({ vault, locking, stretch, isBusy, changed, replaced: parts.identityReplaced }),
    ...contactsHandlers(contacts),
    ...connectionHandlers({ app: view, runner, privateMode, isBusy }),
    ...volunteersHandlers(parts.volunteers),
    ...ownMeetingsHandlers({
      ...{ meetings: ownMeetings, kept, runner, contacts, relaysForLink, onPage, changed },
      clickable: (link) => (vault.settings.invitePage === '' ? link : onPage(link)),
      copyLink: (link) => passing.copy(link),
    }),
    ...meetingHandlers({
      ...{ runner, privateMode, ownMeetings, kept },
      stays: () => {
        desktop.stays();
      },
      shared: (share) => {
        sharing.shared(share);
      },
      buildKnown: () => build.knownIn(BUILD_KNOWN_MS),
      usualName: () => vault.settings.name,
      saveUsualName: (name) => saveSettings({ name }),
      firewallHasAsked: async () => {
        if (parts.firewallAsks()) await saveSettings({ firewallExplained: true });
      },
    }),
    ...sharingHandlers(sharing),
    ...moderationHandlers(runner),
    ...verificationHandlers(runner, clipboards),
    ...speakingUpHandlers(runner, clipboards, () => !privateMode.isOff),
    ...filesHandlers(runner),
    ...releasesHandlers(parts.releases, runner),
    ...recordingHandlers({ runner, recorder: parts.recorder, stretch }),
    ...invitesHandlers(runner, passing, onPage),
  };
}
