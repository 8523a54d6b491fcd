/**
 * The whole contract between main and the window. Main parses every request with these schemas and
 * answers `{ ok: true, value } | { ok: false, code }`; the window is handed snapshots, never keys.
 */
import './no-generated-code';
import { z } from 'zod';
import { errorCodes } from '../errors';
import { appRequests, appViewSchema, type AppView } from './app-view';
import { handRequests } from './by-hand';
import { connectionRequests } from './connection';
import { contactRequests } from './contacts';
import { connectionCommandSchema, type ConnectionCommand, type LinkReport } from './links';
import { meetingRequests } from './meeting';
import { meetingViewSchema, type MeetingView } from './meeting-view';
import { ownMeetingRequests } from './own-meetings';
import { settingsRequests } from './settings';
import { lockViewSchema, vaultRequests, type LockView } from './vault';
import { verifyingRequests } from './verifying';
import {
  frameCommandSchema,
  frameReportSchema,
  type FrameCommand,
  type FrameReport,
} from '../media/frame-messages';

export * from './app-view';
export * from './by-hand';
export * from './connection';
export * from './contacts';
export * from './links';
export * from './meeting';
export * from './meeting-view';
export * from './own-meetings';
export * from './settings';
export * from './vault';
export * from './verifying';

/** Every request with the shape of its argument and of its answer. Nothing else crosses. */
export const requests = {
  ...appRequests,
  ...settingsRequests,
  ...vaultRequests,
  ...contactRequests,
  ...connectionRequests,
  ...ownMeetingRequests,
  ...meetingRequests,
  ...verifyingRequests,
  ...handRequests,
} as const;
export type RequestName = keyof typeof requests;
export type RequestArgument<N extends RequestName> = z.infer<(typeof requests)[N]['argument']>;
export type RequestAnswer<N extends RequestName> = z.infer<(typeof requests)[N]['answer']>;

export type Outcome<T> = { ok: true; value: T } | { ok: false; code: (typeof errorCodes)[number] };

/* ---------- frames: between main and the frame worker, through the window ---------- */

export { frameCommandSchema, frameReportSchema };

/* ---------- events: main to window ---------- */

export const events = {
  lock: lockViewSchema,
  app: appViewSchema,
  meeting: meetingViewSchema,
  link: connectionCommandSchema,
  frames: frameCommandSchema,
  /** False while the window is minimised or hidden: nobody sees it. */
  'window-seen': z.object({ seen: z.boolean() }),
  /** A link was handed to the app and could not be opened. */
  'link-refused': z.object({ code: z.enum(errorCodes) }),
} as const;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;

/** What the preload script puts on `window.vigil`: named methods only, no generic channel. */
export interface VigilBridge {
  request: { [N in RequestName]: (argument: RequestArgument<N>) => Promise<Outcome<RequestAnswer<N>>> };
  reportLink: (report: LinkReport) => void;
  reportFrames: (report: FrameReport) => void;
  /** The computer's network is another one, or is back. */
  reportNetworkChanged: () => void;
  onLock: (listener: (view: LockView) => void) => () => void;
  onApp: (listener: (view: AppView) => void) => () => void;
  onMeeting: (listener: (view: MeetingView) => void) => () => void;
  onFrameCommand: (listener: (command: FrameCommand) => void) => () => void;
  onWindowSeen: (listener: (state: EventPayload<'window-seen'>) => void) => () => void;
  onLinkCommand: (listener: (command: ConnectionCommand) => void) => () => void;
  onLinkRefused: (listener: (refusal: EventPayload<'link-refused'>) => void) => () => void;
}
