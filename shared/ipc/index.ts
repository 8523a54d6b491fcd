/**
 * The whole contract between main and the window. Main parses every request and report with these schemas and answers
 * requests with `{ ok: true, value } | { ok: false, code }`; the window, which is handed snapshots and never keys,
 * takes main at its word.
 */
import './no-generated-code';
import type { z } from 'zod';
import type { ErrorCode } from '../errors';
import { frameReportSchema, type FrameCommand, type FrameReport } from '../media/frame-messages';
import { alertRequests, type Tone } from './alerts';
import { appRequests, type AppAnswers, type AppView } from './app-view';
import { handRequests, type HandAnswers } from './by-hand';
import { connectionRequests, type ConnectionAnswers } from './connection';
import { contactRequests, type ContactAnswers } from './contacts';
import type { ConnectionCommand, ConnectionReport } from './connection-commands';
import { fileRequests, type FileAnswers } from './files';
import { meetingRequests, type MeetingAnswers } from './meeting';
import type { MeetingView } from './meeting-view';
import { ownMeetingRequests, type OwnMeetingAnswers } from './own-meetings';
import { releaseRequests } from './releases';
import { recordingRequests, type RecordingAnswers } from './recording';
import { settingsRequests, type SettingsAnswers } from './settings';
import { speakingUpRequests, type SpeakingUpAnswers } from './speaking-up';
import { sharingRequests, type SharingAnswers } from './sharing';
import { vaultRequests, type LockView, type VaultAnswers } from './vault';
import { volunteerRequests, type VolunteerAnswers } from './volunteers';
import { verifyingRequests, type VerifyingAnswers } from './verifying';

export * from './alerts';
export * from './app-view';
export * from './background';
export * from './by-hand';
export * from './connection';
export * from './contacts';
export * from './files';
export * from './connection-commands';
export * from './meeting';
export * from './meeting-view';
export * from './own-meetings';
export * from './releases';
export * from './recording';
export * from './settings';
export * from './sharing';
export * from './shortcuts';
export * from './sound';
export * from './speaking-up';
export * from './vault';
export * from './verifying';
export * from './volunteers';

/** Every request with the schema of its argument. Nothing else crosses. */
export const requests = {
  ...appRequests,
  ...alertRequests,
  ...settingsRequests,
  ...vaultRequests,
  ...contactRequests,
  ...connectionRequests,
  ...volunteerRequests,
  ...ownMeetingRequests,
  ...meetingRequests,
  ...verifyingRequests,
  ...handRequests,
  ...speakingUpRequests,
  ...sharingRequests,
  ...fileRequests,
  ...releaseRequests,
  ...recordingRequests,
} as const;
export type RequestName = keyof typeof requests;
export type RequestArgument<N extends RequestName> = z.infer<(typeof requests)[N]>;

/** What main answers to those requests that have an answer. */
interface Answers
  extends
    AppAnswers,
    SettingsAnswers,
    VaultAnswers,
    ContactAnswers,
    ConnectionAnswers,
    VolunteerAnswers,
    OwnMeetingAnswers,
    MeetingAnswers,
    VerifyingAnswers,
    HandAnswers,
    SpeakingUpAnswers,
    SharingAnswers,
    FileAnswers,
    RecordingAnswers {}
export type RequestAnswer<N extends RequestName> = N extends keyof Answers ? Answers[N] : undefined;

export type Outcome<T> = { ok: true; value: T } | { ok: false; code: ErrorCode };

/* ---------- frames: between main and the frame worker, through the window ---------- */

export { frameReportSchema };

/* ---------- events: main to window ---------- */

export interface EventPayloads {
  lock: LockView;
  app: AppView;
  meeting: MeetingView;
  connection: ConnectionCommand;
  frames: FrameCommand;
  /** False while the window is minimised or hidden: nobody sees it. */
  'window-seen': { seen: boolean };
  /** It is to sound. */
  tone: { tone: Tone };
  /** Switched by the tray; null, by the key of the whole system: the other way round than the person's own switch. */
  'microphone-asked': { on: boolean | null };
  /** The window was to be closed in a meeting, or the tray or the small window says to leave. */
  'leave-asked': null;
  /** A link was handed to the app and could not be opened. */
  'link-refused': { code: ErrorCode };
}
export type EventName = keyof EventPayloads;
export type EventPayload<N extends EventName> = EventPayloads[N];

/** What the preload script puts on `window.vigil`: named methods only, no generic channel. */
export interface VigilBridge {
  request: { [N in RequestName]: (argument: RequestArgument<N>) => Promise<Outcome<RequestAnswer<N>>> };
  /**
   * A file that was dropped on the page: main is told where it lies, the page is not.
   * @param file a File. @param to as in files:choose.
   */
  offerDroppedFile: (file: object, to: string | null) => Promise<Outcome<undefined>>;
  reportConnection: (report: ConnectionReport) => void;
  reportFrames: (report: FrameReport) => void;
  /** The computer's network is another one, or is back. */
  reportNetworkChanged: () => void;
  onLock: (listener: (view: LockView) => void) => () => void;
  onApp: (listener: (view: AppView) => void) => () => void;
  onMeeting: (listener: (view: MeetingView) => void) => () => void;
  onFrameCommand: (listener: (command: FrameCommand) => void) => () => void;
  onWindowSeen: (listener: (state: EventPayload<'window-seen'>) => void) => () => void;
  onConnectionCommand: (listener: (command: ConnectionCommand) => void) => () => void;
  onTone: (listener: (event: EventPayload<'tone'>) => void) => () => void;
  onMicrophoneAsked: (listener: (asked: EventPayload<'microphone-asked'>) => void) => () => void;
  onLeaveAsked: (listener: () => void) => () => void;
  onLinkRefused: (listener: (refusal: EventPayload<'link-refused'>) => void) => () => void;
}
