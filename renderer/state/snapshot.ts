/** What the screens are drawn from, and what they may ask for. Pure types: the screens know nothing else. */
import type { CodeScanEvent } from '../qr/qr-scan';
import type { ConnectionActions } from './actions/connection';
import type { ByHandActions, ByHandDialogState } from './actions/by-hand';
import type { ContactActions } from './actions/contact';
import type { AppView, ErrorCode, LockView, MeetingView } from './contract';
import type { ShownPath } from './shown-path';
import type { ModerationActions } from './actions/moderation';
import type { Notice } from './notice';
import type { TurnActions, TurnTest, TurnTests } from './turn-tests';
import type { PrivateModeActions } from './actions/private-mode';
import type { SettingsActions } from './actions/settings';
import type { Verification } from './verification';
import type { OwnMeetingActions } from './actions/own-meeting';
import type { VerificationActions } from './actions/verification';
import type { VaultActions, VaultAnswer } from './actions/vault';

export type { ShownPath, TurnTest, VaultAnswer };

export type Screen = { name: 'home' } | { name: 'settings' } | { name: 'connection' };

/** One capture device: discriminated so that no screen has to guess from nulls. */
export type DeviceState =
  | { state: 'off' }
  | { state: 'starting' }
  | { state: 'on'; label: string }
  | { state: 'failed'; reason: 'none-found' | 'busy' | 'denied' | 'unknown' };

export interface DeviceChoice {
  id: string;
  label: string;
}

export interface LocalMedia {
  camera: DeviceState;
  microphone: DeviceState;
  /** The own picture, for the mirror and the own tile; null while the camera is off. */
  picture: MediaStream | null;
  choices: { cameras: DeviceChoice[]; microphones: DeviceChoice[]; speakers: DeviceChoice[] };
}

/** Who speaks, computed here from what is heard. */
export interface SpeakingNow {
  self: boolean;
  peers: ReadonlySet<string>;
  /** Of the others, the one who speaks most. */
  dominant: string | null;
}

/** What is left out because the computer is at its limit. */
export interface MachineLimitNow {
  state: 'none' | 'smaller' | 'fewer';
  /** Whose pictures are paused. */
  paused: ReadonlySet<string>;
}

export interface Snapshot {
  /** Null until main has answered for the first time. While locked there is nothing else. */
  lock: LockView | null;
  /** Null until main has answered, and while the vault is locked. */
  app: AppView | null;
  meeting: MeetingView;
  /** Shown while the meeting's phase is none. */
  screen: Screen;
  media: LocalMedia;
  /** Nothing can be sealed on this computer right now, so no sound or picture is sent or shown. */
  sealingIsBroken: boolean;
  /** The others' sound and picture by peer id. */
  streams: ReadonlyMap<string, MediaStream>;
  /** By what path each link goes, by peer id; nobody else is in it. Kept up to date while it is watched. */
  paths: ReadonlyMap<string, ShownPath>;
  /** What testing the own go-betweens has brought so far, by their address. */
  turnTests: TurnTests;
  speaking: SpeakingNow;
  machineLimit: MachineLimitNow;
  /** Verifying somebody; null while no such dialog is open. */
  verification: Verification | null;
  /** The group code that this person has said is the same for all; null before. */
  comparedGroupCode: string | null;
  /** The invite link in full, only after the user asked to see it. */
  revealedInvite: string | null;
  /** A report on the connection that the person reads; null while none is open. */
  report: string | null;
  /** The dialog where an invitation is passed by hand; null while it is closed. */
  handDialog: ByHandDialogState | null;
  notice: Notice;
  /** Shown under the field where a link is pasted. */
  linkError: ErrorCode | null;
}

export interface Actions
  extends
    ModerationActions,
    VerificationActions,
    ContactActions,
    OwnMeetingActions,
    VaultActions,
    ConnectionActions,
    TurnActions,
    ByHandActions,
    PrivateModeActions,
    SettingsActions {
  go: (screen: Screen) => void;
  newMeeting: () => void;
  openLink: (text: string) => void;
  clearLinkError: () => void;
  /** From the preview into the meeting: starts it (host) or asks to join (guest). */
  enter: (choice: {
    name: string;
    title?: string;
    open?: boolean;
    throwaway?: boolean;
    lendTurn?: boolean;
  }) => void;
  /** Out of the meeting, the knock, the preview or the ended page. */
  leave: () => void;
  setMicrophone: (on: boolean) => void;
  setCamera: (on: boolean) => void;
  retryDevices: () => void;
  playTestSound: () => void;
  copyInvite: () => void;
  revealInvite: () => void;
  hideInvite: () => void;
  dismissVaultNotice: () => void;
  /** Puts the identity file that cannot be opened aside, and keeps this run's identity. */
  startOver: () => void;
  dismissNotice: () => void;
}

/** Where somebody's picture is shown, in device pixels; null while it is not to be seen. */
export type PictureShown = (peerId: string, size: { width: number; height: number } | null) => void;

/** The microphone's level, 0 to 1, many times a second: kept out of the snapshot so that screens stay still. */
export type LevelSource = (listener: (level: number) => void) => () => void;

/** Looks for a code with the camera; the function returned ends it and lets the camera go. */
export type CodeScanner = (listener: (event: CodeScanEvent) => void) => () => void;
export type { CodeScanEvent };

export interface Vigil {
  subscribe: (listener: () => void) => () => void;
  getSnapshot: () => Snapshot;
  actions: Actions;
  microphoneLevel: LevelSource;
  pictureShown: PictureShown;
  scanCode: CodeScanner;
  /** While somebody looks at paths; the function returned ends it. */
  watchPaths: () => () => void;
}
