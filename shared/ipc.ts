/**
 * The whole contract between main and the window. Main parses every request with these schemas and
 * answers `{ ok: true, value } | { ok: false, code }`; the window is handed snapshots, never keys.
 */
import { z } from 'zod';
import { errorCodes } from './errors';
import { ownMeetingRequests, ownMeetingViewSchema } from './ipc/own-meetings';
import { connectionSettings, privateModeSchema, reportedPathSchema, wayStatusSchema } from './ipc/connection';
import { handAnswerSchema, handInsideSchema, handRequests } from './ipc/by-hand';
import {
  frameCommandSchema,
  frameReportSchema,
  type FrameCommand,
  type FrameReport,
} from './media/frame-messages';
import { EMOJI_COUNT, emojiIds } from './verification/emoji';
import { emojiFailures } from './verification/emoji-check';
import { bytesUpTo } from './wire/bytes-schema';
import { compactDescriptionSchema, mediaDescriptionSchema } from './wire/description';
import { viewHeightSchema } from './wire/view-height';

export * from './ipc/by-hand';
export * from './ipc/connection';
export * from './ipc/own-meetings';

// The window's content security policy forbids code made from strings.
z.config({ jitless: true });

/* ---------- limits ---------- */

export const MAX_NAME_BYTES = 64;
export const MAX_TITLE_BYTES = 64;
export const MAX_RELAYS = 16;
/** Largest message that a link carries, in bytes: 16 KiB and the carrier's one-byte head. */
export const MAX_CARRIER_BYTES = 16 * 1024 + 1;

/* ---------- what the window sees ---------- */

export const relayStatusSchema = z.object({
  url: z.string(),
  enabled: z.boolean(),
  /** idle: not needed now. trying: no answer yet. works: answered. silent: it did answer, and stopped. */
  state: z.enum(['idle', 'trying', 'works', 'silent']),
  /** Unix milliseconds of the last answer. */
  lastAnswerAt: z.number().nullable(),
  roundTripMs: z.number().nullable(),
});
export type RelayStatus = z.infer<typeof relayStatusSchema>;

export const settingsSchema = z.object({
  name: z.string(),
  relays: z.array(z.object({ url: z.string().max(256), enabled: z.boolean() })).max(MAX_RELAYS),
  theme: z.enum(['system', 'light', 'dark']),
  cameraId: z.string().max(256).nullable(),
  microphoneId: z.string().max(256).nullable(),
  speakerId: z.string().max(256).nullable(),
  /** Sound is sent in packets of uneven size and with gaps: less to send, and others see when somebody speaks. */
  saveBandwidth: z.boolean(),
  /** After so many minutes without a touch a vault with a passphrase is locked; null: never by itself. */
  lockAfterMinutes: z.literal([5, 15, 60]).nullable(),
  ...connectionSettings,
});
export type Settings = z.infer<typeof settingsSchema>;

const vaultProtection = {
  /**
   * Of the operating system. weak: it offers no key store, and without a passphrase the file is readable by whoever
   * has the disk. none: the passphrase alone.
   */
  protection: z.enum(['key-store', 'weak', 'none']),
  /** The file opens only with a passphrase, besides. */
  passphrase: z.boolean(),
};

export const vaultViewSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready'), ...vaultProtection }),
  /** The file could not be read; it was kept under another name and a new identity was made. */
  z.object({
    state: z.literal('set-aside'),
    ...vaultProtection,
    reason: z.enum(['damaged', 'by-user']),
    keptAs: z.string(),
  }),
  /**
   * Nothing is kept: the identity lasts until Vigil is closed. key-refused and newer-version: there is a file, it
   * was left as it is, and `vault:start-over` puts it aside.
   */
  z.object({
    state: z.literal('memory-only'),
    reason: z.enum(['no-key-store', 'not-writable', 'key-refused', 'newer-version']),
  }),
]);
export type VaultView = z.infer<typeof vaultViewSchema>;

/**
 * verified: compared by this person. met: in a meeting before, never compared. new: never met. changed: shows the name
 * of somebody known, with another key; nothing is sent or shown until this person decides.
 */
export const trustSchema = z.enum(['verified', 'met', 'new', 'changed']);
export type Trust = z.infer<typeof trustSchema>;

export const verifiedByEnum = z.enum(['number', 'code', 'emoji', 'group']);
export type VerifiedBy = z.infer<typeof verifiedByEnum>;

/** How far comparing emoji with somebody has come. */
export const emojiViewSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('idle') }),
  /** The two computers are still talking. */
  z.object({ phase: z.literal('waiting') }),
  /** mine, theirs: who has said already that they are the same. */
  z.object({
    phase: z.literal('comparing'),
    emoji: z.array(z.enum(emojiIds)).length(EMOJI_COUNT),
    mine: z.boolean(),
    theirs: z.boolean(),
  }),
  z.object({ phase: z.literal('same') }),
  z.object({ phase: z.literal('failed'), why: z.enum(emojiFailures) }),
]);
export type EmojiView = z.infer<typeof emojiViewSchema>;

/** Somebody whom this person has met. */
export const contactViewSchema = z.object({
  /** Stands for the identity, in this app only. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** The own name for them, at first what they called themselves. */
  name: z.string(),
  /** What they called themselves last. */
  calledThemselves: z.string(),
  verified: z.object({ by: verifiedByEnum, at: z.number() }).nullable(),
  lastMetAt: z.number(),
  fingerprint: z.string(),
  /** Comes into the running meeting without being asked about. */
  isExpected: z.boolean(),
});
export type ContactView = z.infer<typeof contactViewSchema>;
/** locked: nothing else is answered before the passphrase is given, at the earliest at `retryAt` (Unix ms). */
export const lockViewSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('locked'), retryAt: z.number().nullable() }),
]);
export type LockView = z.infer<typeof lockViewSchema>;

export const appViewSchema = z.object({
  version: z.string(),
  runtime: z.enum(['electron', 'stand-in']),
  vault: vaultViewSchema,
  /** Eight groups of four hex digits: a short form of the own identity key, for display only. */
  fingerprint: z.string(),
  settings: settingsSchema,
  /** Every way to find each other, as it does now. */
  ways: z.array(wayStatusSchema),
  relays: z.array(relayStatusSchema),
  privateMode: privateModeSchema,
  /** True when most relays' clocks and this computer's differ by more than eight minutes. */
  clockIsOff: z.boolean(),
  contacts: z.array(contactViewSchema),
  ownMeetings: z.array(ownMeetingViewSchema),
});
export type AppView = z.infer<typeof appViewSchema>;

export const codeVerdictSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('match') }),
  z.object({ verdict: z.literal('no-match') }),
  /** It belongs to somebody else, whom we know by this name. */
  z.object({ verdict: z.literal('somebody-else'), name: z.string() }),
  /** It is that of the own identity. */
  z.object({ verdict: z.literal('own-code') }),
  /** Some other code, or a damaged one. */
  z.object({ verdict: z.literal('not-a-code') }),
]);
export type CodeVerdictView = z.infer<typeof codeVerdictSchema>;

/** nothing: no number, or several. own-copy: it was copied from here, and has been taken away. */
export const copiedNumberVerdict = z.enum(['match', 'no-match', 'nothing', 'own-copy']);
export type CopiedNumberVerdict = z.infer<typeof copiedNumberVerdict>;

export const peerViewSchema = z.object({
  peerId: z.string(),
  name: z.string(),
  /** opening: data channel or handshake under way. open: authenticated. interrupted: no path right now. */
  link: z.enum(['opening', 'open', 'interrupted']),
  /** Messages get through, by the link or because others pass them on. */
  reached: z.boolean(),
  microphone: z.boolean(),
  camera: z.boolean(),
  role: z.enum(['host', 'co-host', 'member']),
  /** By me, as the statements stand. */
  removable: z.boolean(),
  trust: trustSchema,
  /** The own name for a contact, where it differs from the name shown. */
  contactName: z.string().nullable(),
  /** A verified contact of this name is somebody else. */
  sharesNameWith: z.string().nullable(),
  emoji: emojiViewSchema,
});
export type PeerView = z.infer<typeof peerViewSchema>;

export const knockViewSchema = z.object({
  knockId: z.string(),
  name: z.string(),
  since: z.number(),
  /** The link for one person by which it came; null: the one for all, or not known here. */
  byLink: z.string().nullable(),
  trust: trustSchema,
  contactName: z.string().nullable(),
});
export type KnockView = z.infer<typeof knockViewSchema>;

/** Where two lists of people differ: `peer` is whose list, `about` whom it concerns; empty for nobody we know. */
export const listAlarmSchema = z.object({
  kind: z.enum(['missing-here', 'missing-there', 'other-name', 'other-statements', 'unexplained']),
  peer: z.string(),
  about: z.string(),
});
export type ListAlarm = z.infer<typeof listAlarmSchema>;

/** What others ask of this person, who may do otherwise. */
export const askSchema = z.discriminatedUnion('kind', [
  /** The host asks everybody to end the meeting. */
  z.object({ kind: z.literal('end') }),
  /** Somebody goes on in a new meeting and invites there. */
  z.object({ kind: z.literal('move'), from: z.string() }),
  /** More people were removed at once than usual: it counts here only if this person agrees. */
  z.object({ kind: z.literal('removals'), names: z.array(z.string()), me: z.boolean() }),
]);
export type Ask = z.infer<typeof askSchema>;

export const endReasonSchema = z.enum([
  'left',
  'denied',
  'full',
  'expired',
  /** Nobody new is let in. */
  'locked',
  /** The link was replaced by another one. */
  'replaced',
  'no-path',
  'fingerprint-mismatch',
  'removed',
]);
export type EndReason = z.infer<typeof endReasonSchema>;

const meetingFactsSchema = z.object({
  title: z.string(),
  expiresAt: z.number(),
  role: z.enum(['host', 'guest']),
});

export const meetingViewSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('none') }),
  /** Before entering: nothing has left this computer. */
  meetingFactsSchema.extend({
    phase: z.literal('preview'),
    /** A meeting of one's own, made before. */
    again: z.boolean(),
    /** An answer with this computer's address is made for whoever invited, as soon as the person asks. */
    byHand: z.boolean(),
  }),
  /** A guest at the door. looking: no answer yet. asked: the host sees the knock. connecting: admitted. */
  meetingFactsSchema.extend({
    phase: z.literal('knocking'),
    step: z.enum(['looking', 'asked', 'connecting']),
    byHand: handAnswerSchema,
  }),
  meetingFactsSchema.extend({
    phase: z.literal('inside'),
    startedAt: z.number(),
    self: z.object({ name: z.string(), microphone: z.boolean(), camera: z.boolean() }),
    peers: z.array(peerViewSchema),
    /** For whoever keeps the door with the right to decide: those who knocked at any door. */
    knocks: z.array(knockViewSchema),
    /** What this person may sign. */
    rights: z.enum(['host', 'co-host', 'none']),
    /** The meeting was made for anyone with the link. */
    open: z.boolean(),
    /** On: a person decides about each newcomer. */
    lobby: z.boolean(),
    /** On: nobody new comes in. */
    locked: z.boolean(),
    /** Whether the host is inside. */
    hostIsHere: z.boolean(),
    /** What everybody here can read to each other; null while alone. Twelve groups of five digits. */
    groupCode: z
      .array(z.string().regex(/^\d{5}$/))
      .length(12)
      .nullable(),
    asks: z.array(askSchema),
    byHand: handInsideSchema,
    /**
     * fingerprint-mismatch: a link could not be proven to be its person's and was closed. host-contradiction: the
     * host signed two different things in one place; nothing more of it is obeyed.
     */
    alarm: z.enum(['none', 'fingerprint-mismatch', 'host-contradiction']),
    /** Whether everybody sees the same people: lists that stay different, and those who cannot be asked. */
    lists: z.object({ alarms: z.array(listAlarmSchema), cannotCompare: z.array(z.string()) }),
    /** Which of the own media keys is in use; null while nothing is sealed. */
    epoch: z.object({ generation: z.int().min(0), step: z.int().min(0) }).nullable(),
  }),
  meetingFactsSchema.extend({ phase: z.literal('ended'), reason: endReasonSchema }),
]);
export type MeetingView = z.infer<typeof meetingViewSchema>;

export const safetyNumberViewSchema = z.object({
  peerId: z.string(),
  name: z.string(),
  /** Twelve groups of five digits. */
  groups: z.array(z.string().regex(/^\d{5}$/)).length(12),
});
export type SafetyNumberView = z.infer<typeof safetyNumberViewSchema>;

/* ---------- requests: window to main ---------- */

const none = z.undefined();
const peerId = z.string().regex(/^[0-9a-f]{32}$/);
const linkId = z.string().min(1).max(64);
const passphrase = z.string().max(1024);

/** Every request with the shape of its argument and of its answer. Nothing else crosses. */
export const requests = {
  'app:get': { argument: none, answer: appViewSchema },
  'app:dismiss-vault-notice': { argument: none, answer: none },
  /** Answered while locked, as are `vault:unlock` and `vault:start-over`; nothing else is. */
  'lock:get': { argument: none, answer: lockViewSchema },
  'vault:unlock': { argument: z.object({ passphrase }), answer: none },
  /** At once, or at the end of the meeting. */
  'vault:lock': { argument: none, answer: none },
  'vault:start-over': { argument: none, answer: none },
  /** current: null where there was none so far. */
  'vault:set-passphrase': {
    argument: z.object({ current: passphrase.nullable(), next: passphrase }),
    answer: none,
  },
  'vault:remove-passphrase': { argument: z.object({ current: passphrase }), answer: none },
  /** Asks the user for a file. done: false if the user thought better of it. */
  'identity:export': { argument: z.object({ passphrase }), answer: z.object({ done: z.boolean() }) },
  'identity:import': { argument: z.object({ passphrase }), answer: z.object({ done: z.boolean() }) },
  /** What stands in the QR code of the own identity: its public key. */
  'identity:code': { argument: none, answer: z.object({ text: z.string() }) },
  /** A new key: to others a new person. */
  'identity:reset': { argument: none, answer: none },
  'settings:save': { argument: settingsSchema.partial(), answer: settingsSchema },
  /** Text about ways, relays and paths, without names, keys, links and addresses. */
  'report:compose': {
    argument: z.object({ paths: z.array(reportedPathSchema).max(100) }),
    answer: z.object({ text: z.string() }),
  },
  /** Asks the person for a file, and writes the report that was composed last. */
  'report:save': { argument: none, answer: z.object({ saved: z.boolean() }) },
  /** Writes it down and starts the app again. Refused in a meeting. */
  'private-mode:set': { argument: z.object({ on: z.boolean(), proxy: z.string().max(300) }), answer: none },
  /** Asks the proxy itself whether it is there; the view says it afterwards. */
  'private-mode:check': { argument: none, answer: z.object({ answers: z.boolean() }) },
  'meeting:get': { argument: none, answer: meetingViewSchema },
  'meeting:new': { argument: none, answer: none },
  'meeting:open-link': { argument: z.object({ text: z.string().max(8192) }), answer: none },
  'meeting:enter': {
    argument: z.object({
      name: z.string().max(256),
      title: z.string().max(256).optional(),
      /** Of a new meeting: anyone with the link comes in without being asked about. */
      open: z.boolean().optional(),
      /** Of a new meeting: its link names the own go-betweens, with name and password. */
      lendTurn: z.boolean().optional(),
      /** Under an identity that is made for this meeting and kept nowhere. */
      throwaway: z.boolean().optional(),
      microphone: z.boolean(),
      camera: z.boolean(),
    }),
    answer: none,
  },
  'meeting:leave': { argument: none, answer: none },
  'meeting:admit': { argument: z.object({ knockId: peerId }), answer: none },
  'meeting:deny': { argument: z.object({ knockId: peerId }), answer: none },
  /** Sends somebody away, for the rest of this meeting. */
  'meeting:remove': { argument: z.object({ peerId }), answer: none },
  'meeting:set-lobby': { argument: z.object({ on: z.boolean() }), answer: none },
  'meeting:set-lock': { argument: z.object({ on: z.boolean() }), answer: none },
  'meeting:set-co-host': { argument: z.object({ peerId, on: z.boolean() }), answer: none },
  /** The old link lets in only those who were in already. */
  'meeting:replace-link': { argument: none, answer: none },
  /** Asks everybody to end the meeting, and leaves. */
  'meeting:end-for-all': { argument: none, answer: none },
  /** Goes on in a new meeting with those who are named: they are asked to come along. */
  'meeting:continue': { argument: z.object({ peerIds: z.array(peerId).max(100) }), answer: none },
  /** yes: leave, come along, or let the removals count. no: stay. */
  'meeting:answer-ask': {
    argument: z.object({ kind: z.enum(['end', 'move', 'removals']), yes: z.boolean() }),
    answer: none,
  },
  'meeting:set-self': { argument: z.object({ microphone: z.boolean(), camera: z.boolean() }), answer: none },
  'meeting:safety-number': { argument: z.object({ peerId }), answer: safetyNumberViewSchema },
  /** The person has compared the numbers: equal, or not. Not: the link is closed. */
  'meeting:compared-number': { argument: z.object({ peerId, same: z.boolean() }), answer: none },
  /** What stands in the QR code to be shown to this peer. */
  'meeting:own-code': { argument: z.object({ peerId }), answer: z.object({ text: z.string() }) },
  /** What a camera or an image said. match: the peer is verified. no-match: the link is closed. */
  'meeting:scanned-code': {
    argument: z.object({ peerId, text: z.string().max(4096) }),
    answer: codeVerdictSchema,
  },
  'meeting:emoji': {
    argument: z.object({ peerId, act: z.enum(['start', 'same', 'differ', 'cancel']) }),
    answer: none,
  },
  /** All have read the same group code: everybody who is in it is verified. The code as it was shown. */
  'meeting:compared-group': { argument: z.object({ code: z.array(z.string()).length(12) }), answer: none },
  /** About somebody with a known name and another key. same-person: a new key of theirs, to be verified anew. */
  'meeting:decide-key': {
    argument: z.object({ peerId, as: z.enum(['same-person', 'somebody-else', 'close']) }),
    answer: none,
  },
  'contacts:rename': { argument: z.object({ id: peerId, name: z.string().max(256) }), answer: none },
  'contacts:forget': { argument: z.object({ id: peerId }), answer: none },
  /** Into a file that the person chooses. */
  'contacts:export': { argument: none, answer: z.object({ saved: z.boolean() }) },
  'contacts:import': { argument: none, answer: z.object({ added: z.int().min(0).nullable() }) },
  ...ownMeetingRequests,
  'meeting:copy-safety-number': { argument: z.object({ peerId }), answer: none },
  /** Reads the clipboard, this once. Marks nobody as verified. */
  'meeting:compare-copied-number': {
    argument: z.object({ peerId }),
    answer: z.object({ verdict: copiedNumberVerdict }),
  },
  'meeting:copy-group-code': { argument: none, answer: none },
  'meeting:copy-invite': { argument: none, answer: none },
  ...handRequests,
  /** The link in full, only on the user's explicit wish. */
  'meeting:reveal-invite': { argument: none, answer: z.object({ link: z.string() }) },
} as const;
export type RequestName = keyof typeof requests;
export type RequestArgument<N extends RequestName> = z.infer<(typeof requests)[N]['argument']>;
export type RequestAnswer<N extends RequestName> = z.infer<(typeof requests)[N]['answer']>;

export type Outcome<T> = { ok: true; value: T } | { ok: false; code: (typeof errorCodes)[number] };

/* ---------- links: main commands, the window reports ---------- */

export const iceServerSchema = z.object({
  urls: z.array(z.string()).min(1),
  username: z.string().optional(),
  credential: z.string().optional(),
});

/** policy relay: by go-betweens only. What is described then holds their addresses and no other. */
const linkWay = { policy: z.enum(['all', 'relay']), iceServers: z.array(iceServerSchema) };

export const linkCommandSchema = z.discriminatedUnion('type', [
  /** Open a peer connection; offer: describe yourself first, answer: the remote description is here. */
  z.object({
    type: z.literal('open'),
    linkId,
    peerId,
    role: z.discriminatedUnion('side', [
      z.object({ side: z.literal('offer') }),
      /** answer-by-hand: the other end hears of this one only when a text was passed: it is waited for. */
      z.object({ side: z.enum(['answer', 'answer-by-hand']), remote: compactDescriptionSchema }),
    ]),
    ...linkWay,
  }),
  /** Another way than the link was opened with, from its next restart on. */
  z.object({ type: z.literal('set-way'), linkId, ...linkWay }),
  z.object({ type: z.literal('accept-answer'), linkId, remote: compactDescriptionSchema }),
  z.object({ type: z.literal('send'), linkId, bytes: bytesUpTo(MAX_CARRIER_BYTES) }),
  /** Both ends are authenticated: negotiate media now. */
  z.object({ type: z.literal('start-media'), linkId }),
  z.object({ type: z.literal('accept-media'), linkId, remote: mediaDescriptionSchema }),
  /** The other side shows the picture that this link sends so tall. */
  z.object({ type: z.literal('show'), linkId, height: viewHeightSchema }),
  /** New transport on the connection that stands: describe it, or take the other's. */
  z.object({ type: z.literal('restart'), linkId }),
  z.object({ type: z.literal('accept-restart'), linkId, remote: compactDescriptionSchema }),
  /** linger: the last word was only just sent, give it a moment. */
  z.object({ type: z.literal('close'), linkId, linger: z.boolean() }),
]);
export type LinkCommand = z.infer<typeof linkCommandSchema>;

export const linkReportSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('described'), linkId, description: compactDescriptionSchema }),
  /** The data channel is open and the live DTLS certificate is the one that was described. */
  z.object({ type: z.literal('opened'), linkId }),
  z.object({ type: z.literal('received'), linkId, bytes: bytesUpTo(MAX_CARRIER_BYTES) }),
  z.object({ type: z.literal('media-described'), linkId, description: mediaDescriptionSchema }),
  /** The picture that comes over this link is shown so tall. */
  z.object({ type: z.literal('view'), linkId, height: viewHeightSchema }),
  z.object({ type: z.literal('restart-described'), linkId, description: compactDescriptionSchema }),
  z.object({ type: z.literal('path'), linkId, state: z.enum(['up', 'interrupted']) }),
  z.object({
    type: z.literal('closed'),
    linkId,
    reason: z.enum(['failed', 'fingerprint-mismatch', 'bad-description', 'closed']),
  }),
]);
export type LinkReport = z.infer<typeof linkReportSchema>;

/* ---------- frames: between main and the frame worker, through the window ---------- */

export { frameCommandSchema, frameReportSchema };

/* ---------- events: main to window ---------- */

export const events = {
  lock: lockViewSchema,
  app: appViewSchema,
  meeting: meetingViewSchema,
  link: linkCommandSchema,
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
  onLinkCommand: (listener: (command: LinkCommand) => void) => () => void;
  onLinkRefused: (listener: (refusal: EventPayload<'link-refused'>) => void) => () => void;
}
