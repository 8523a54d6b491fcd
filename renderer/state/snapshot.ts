/** What the screens are drawn from. Pure types: of what happens, the screens know nothing else. */
import type { AppView, ErrorCode, FileView, LockView, MeetingView } from './contract';
import type { Chat } from './chat';
import type { Notice } from './notice';
import type { BackgroundFailure } from '../call/devices/devices';
import type { ShareState, SharedSource } from '../call/screen/screen-share';
import type { ShareMode } from '../call/encoding/screen-encoding';
import type { OwnRecordingState } from './own-recording';
import type { Seeing } from './seeing';
import type { SharePicker } from './sharing';
import type { ShownPath } from './shown-path';
import type { TurnTests } from './turn-tests';
import type { VolunteerTests } from './volunteer-test-view';
import type { Verification } from './verification';

export type { ShareMode, ShareState, SharedSource };

export type Screen = { name: 'home' } | { name: 'settings' } | { name: 'connection' };

/** One capture device: discriminated so that no screen has to guess from nulls. */
export type DeviceState =
  | { state: 'off' }
  | { state: 'starting' }
  | { state: 'on'; label: string }
  /** A microphone that its headset or the system has muted. */
  | { state: 'silenced'; label: string }
  | { state: 'failed'; reason: 'none-found' | 'busy' | 'denied' | 'unknown' | BackgroundFailure };

export interface DeviceChoice {
  id: string;
  label: string;
}

export interface LocalMedia {
  camera: DeviceState;
  microphone: DeviceState;
  /** The own picture, for the mirror and the own tile; null while the camera is off. */
  picture: MediaStream | null;
  /** Strong noise suppression was asked for and does not work: others hear the microphone as the browser gives it. */
  noiseFails: boolean;
  /** What the background takes of a processor, 0 to 1 and more; null: nothing. */
  backgroundCost: number | null;
  /** A picture of the own was chosen since the window opened. */
  hasOwnPicture: boolean;
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

/** Which invitation is shown, and what was wrong with the answer that was given last. */
export interface ByHandDialogState {
  /** Null until main has made it. */
  id: string | null;
  problem: ErrorCode | null;
}

export interface Snapshot {
  /** Null until main has answered for the first time. While locked there is nothing else. */
  lock: LockView | null;
  /** Null until main has answered, and while the vault is locked. */
  app: AppView | null;
  meeting: MeetingView;
  /** That are offered in it, in the order in which they were. */
  files: readonly FileView[];
  /** The window was to be closed: the person is asked whether to leave. */
  leaveIsAsked: boolean;
  chat: Chat;
  /** A file that is to be offered is being chosen or read. */
  isReadingFile: boolean;
  /** Shown while the meeting's phase is none. */
  screen: Screen;
  media: LocalMedia;
  /** Nothing can be sealed on this computer right now, so no sound or picture is sent or shown. */
  sealingIsBroken: boolean;
  /** The others' sound and picture by peer id. */
  streams: ReadonlyMap<string, MediaStream>;
  /** The pictures of the others' screens, by peer id; whether one is shared stands in the meeting. */
  screens: ReadonlyMap<string, MediaStream>;
  /** The own screen that is shared. */
  share: ShareState;
  /** The dialog where it is chosen; null while it is closed. */
  sharePicker: SharePicker | null;
  /** What becomes of the own recording; who records stands in the meeting. */
  recording: OwnRecordingState;
  /** By what path each link goes, by peer id; nobody else is in it. Kept up to date while it is watched. */
  paths: ReadonlyMap<string, ShownPath>;
  /** What testing the own go-betweens has brought so far, by their address. */
  turnTests: TurnTests;
  /** The same of volunteers' servers. */
  volunteerTests: VolunteerTests;
  speaking: SpeakingNow;
  /** How this person sees and hears the others. */
  seeing: Seeing;
  machineLimit: MachineLimitNow;
  /** Peer ids of those from whom much sound is lost on the way. */
  weak: ReadonlySet<string>;
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
