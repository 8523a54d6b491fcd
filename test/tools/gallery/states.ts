/** Every state that the screens can be in, by the name that stands in the address after #. */
import type { Snapshot } from '../../../renderer/state/snapshot';
import { everyWeek, kept, ownMeetings, planned, running } from './own-meetings';
import {
  amara,
  amaraId,
  app,
  asGuest,
  basis,
  crowd,
  facts,
  hostless,
  inside,
  jonas,
  media,
  now,
  otherGroupCode,
  paused,
  relays,
  comparing,
  speaking,
  tomas,
  transports,
} from './fixtures';
import { connectionStates } from './connection-states';
import { byHandStates } from './by-hand-states';
import { knockStates } from './knock-states';
import { privateModeStates } from './private-mode-states';
import { seeingStates } from './seeing-states';
import { treatmentStates } from './treatment-states';
import { recordingStates } from './recording-states';
import { sharingStates } from './sharing-states';
import { fileStates } from './file-states';
import { updateStates } from './update-states';
import { speakingStates } from './speaking-states';
import { trustStates } from './trust-states';
import { turnStates } from './turn-states';
import { volunteerStates } from './volunteer-states';

const longName = '非常に長い名前のひと 🕯️🕯️ مريم عبد الرحمن الطويلة';
const knock = (id: string, name: string) => ({
  knockId: id.repeat(32),
  byLink: null,
  name,
  since: now - 20_000,
  trust: 'new' as const,
  contactName: null,
});
const nextMeeting = { title: 'Reading circle', startsAt: now + 7 * 86_400_000, zone: 'Europe/Berlin' };
const withApp = (change: Partial<typeof app>): Partial<Snapshot> => ({ app: { ...app, ...change } });
const alone = inside({ peers: [], groupCode: null, startedAt: now - 62_000 });
export const link = `vigil://join/${'AbCdEfGh0123456789-_'.repeat(12)}`;

const changes: Record<string, Partial<Snapshot>> = {
  loading: { app: null },
  home: withApp({ relays: relays.idle, transports: transports.idle }),
  'home-link-error': { linkError: 'link-altered' },
  'home-no-way-out': withApp({ relays: relays.silent, transports: transports.silent }),
  'home-trying': withApp({ relays: relays.trying, transports: transports.trying }),
  'home-notices': withApp({
    runtime: 'stand-in',
    clockIsOff: true,
    vault: {
      state: 'set-aside',
      protection: 'weak',
      passphrase: false,
      reason: 'damaged',
      keptAs: 'vault-2026-11-22.damaged',
    },
  }),
  'home-memory-only': withApp({ vault: { state: 'memory-only', reason: 'no-key-store' } }),
  'home-start-over': withApp({ vault: { state: 'memory-only', reason: 'key-refused' } }),
  'home-error-notice': { notice: { kind: 'error', code: 'vault-write-failed' } },
  locked: { app: null, lock: { state: 'locked', waitMs: 0 } },
  'locked-wait': { app: null, lock: { state: 'locked', waitMs: 3_600_000 } },
  'locked-forgot': { app: null, lock: { state: 'locked', waitMs: 0 } },
  'locked-start-over': { app: null, lock: { state: 'locked', waitMs: 0 } },
  settings: { screen: { name: 'settings' } },
  'settings-passphrase': {
    ...withApp({ vault: { state: 'ready', protection: 'key-store', passphrase: true } }),
    screen: { name: 'settings' },
  },
  'settings-passphrase-set': { screen: { name: 'settings' } },
  'settings-passphrase-change': {
    ...withApp({ vault: { state: 'ready', protection: 'key-store', passphrase: true } }),
    screen: { name: 'settings' },
  },
  'settings-identity-import': { screen: { name: 'settings' } },
  'settings-identity-reset': { screen: { name: 'settings' } },
  'settings-connection': { screen: { name: 'settings' } },
  'settings-alerts': { screen: { name: 'settings' } },
  'settings-alerts-missing': {
    ...withApp({ notifications: 'missing', tray: 'missing' }),
    screen: { name: 'settings' },
  },
  'settings-shortcuts': { screen: { name: 'settings' } },
  'settings-shortcuts-refused': {
    ...withApp({
      muteKey: 'refused',
      settings: {
        ...app.settings,
        shortcuts: { mute: 'F8', hand: 'Alt+Shift+H' },
        muteEverywhere: 'Mod+Shift+F9',
      },
    }),
    screen: { name: 'settings' },
  },
  'settings-appearance': { screen: { name: 'settings' } },
  'settings-about': { screen: { name: 'settings' } },
  'home-upcoming': withApp({ ownMeetings: [...planned, ...ownMeetings.slice(0, 1)] }),
  'home-weekly': withApp({ ownMeetings: everyWeek, keptInvites: kept }),
  'plan-weekly': {},
  'forget-weekly': withApp({ ownMeetings: everyWeek, keptInvites: kept }),
  'plan-fresh': {},
  'contact-call': {},
  'plan-problems': {},
  'planned-invitation': withApp({ ownMeetings: planned }),
  'planned-page': withApp({
    ownMeetings: planned,
    settings: { ...app.settings, invitePage: 'https://example.org/join.html' },
  }),
  'home-first': withApp({ contacts: [], settings: { ...app.settings, firstCardsRead: false } }),
  'first-example': withApp({ contacts: [], settings: { ...app.settings, firstCardsRead: false } }),
  'first-verify': withApp({ contacts: [], settings: { ...app.settings, firstCardsRead: false } }),
  'home-own-meetings': withApp({ ownMeetings: ownMeetings.slice(0, 2) }),
  'home-own-meetings-many': withApp({ ownMeetings: [...ownMeetings, ...ownMeetings] }),
  'home-forget-meeting': withApp({ ownMeetings }),
  'invites-home': withApp({ ownMeetings }),
  'invites-running': { ...withApp({ ownMeetings: running }), meeting: alone },
  'invites-closing': { ...withApp({ ownMeetings: running }), meeting: alone },
  'invites-shown': { ...withApp({ ownMeetings: running }), meeting: alone },
  'invites-knock': {
    ...withApp({ ownMeetings: running }),
    meeting: { ...alone, knocks: [{ ...knock('b', 'Amara'), byLink: 'a'.repeat(32) }] },
  },
  'preview-again': { meeting: { ...facts, phase: 'preview', again: true, byHand: false } },
  'preview-host': { meeting: { ...facts, phase: 'preview', again: false, byHand: false, title: '' } },
  'preview-open': { meeting: { ...facts, phase: 'preview', again: false, byHand: false, title: '' } },
  'preview-throwaway': {
    meeting: { ...facts, phase: 'preview', again: false, byHand: false, role: 'guest' },
  },
  'preview-guest': { meeting: { ...facts, phase: 'preview', again: false, byHand: false, role: 'guest' } },
  'preview-devices': { meeting: { ...facts, phase: 'preview', again: false, byHand: false, title: '' } },
  'preview-trouble': {
    ...withApp({ relays: relays.silent, transports: transports.silent }),
    meeting: { ...facts, phase: 'preview', again: false, byHand: false, title: '' },
  },
  'preview-camera-denied': {
    meeting: { ...facts, phase: 'preview', again: false, byHand: false, role: 'guest' },
    media: media.cameraDenied,
  },
  'preview-no-devices': {
    meeting: { ...facts, phase: 'preview', again: false, byHand: false },
    media: media.nothing,
  },
  'preview-firewall': {
    ...withApp({ firewallAsks: true }),
    meeting: { ...facts, phase: 'preview', again: false, byHand: false, role: 'guest' },
  },
  'preview-silenced': {
    meeting: { ...facts, phase: 'preview', again: false, byHand: false },
    media: media.silenced,
  },
  'meeting-silenced': { meeting: inside(), media: media.silenced },
  'preview-off': { meeting: { ...facts, phase: 'preview', again: false, byHand: false }, media: media.off },
  'knocking-looking': {
    ...withApp({ relays: relays.trying, transports: transports.trying }),
    meeting: {
      ...facts,
      phase: 'knocking',
      name: 'Ruth',
      role: 'guest',
      step: 'looking',
      note: '',
      byHand: { state: 'none' },
    },
  },
  'knocking-asked': {
    meeting: {
      ...facts,
      phase: 'knocking',
      name: 'Ruth',
      role: 'guest',
      step: 'asked',
      note: 'We start when everyone is here. Bring chapter four.',
      byHand: { state: 'none' },
    },
  },
  'knocking-connecting': {
    meeting: {
      ...facts,
      phase: 'knocking',
      name: 'Ruth',
      role: 'guest',
      step: 'connecting',
      note: '',
      byHand: { state: 'none' },
    },
    media: media.off,
  },
  'meeting-alone': { meeting: alone },
  'meeting-alone-revealed': {
    meeting: alone,
    revealedInvite: link,
    notice: { kind: 'done', what: 'invite-copied' },
  },
  'meeting-alone-no-way-out': {
    ...withApp({ relays: relays.silent, transports: transports.silent }),
    meeting: alone,
  },
  'meeting-guest-alone': { meeting: inside({ role: 'guest', rights: 'none', peers: [], groupCode: null }) },
  'meeting-knock': { meeting: { ...alone, knocks: [knock('b', 'Amara')] } },
  'meeting-two': { meeting: inside() },
  'meeting-people': { meeting: inside({ knocks: [knock('b', 'Jonas')] }) },
  'meeting-connecting': { meeting: inside({ peers: [{ ...amara, link: 'opening' }] }) },
  'meeting-lists-differ': {
    meeting: inside({
      peers: [amara, tomas],
      lists: { alarms: [{ kind: 'missing-there', peer: 'Tomás', about: 'Amara' }], cannotCompare: [] },
    }),
  },
  'meeting-cannot-compare': {
    meeting: inside({ peers: [amara, tomas], lists: { alarms: [], cannotCompare: ['Amara'] } }),
  },
  'meeting-lost': { meeting: inside({ peers: [{ ...amara, link: 'interrupted' }] }) },
  'meeting-cameras-off': {
    meeting: inside({
      self: { name: 'Ruth', microphone: false, camera: false, addressShownTo: 'everybody' },
      peers: [{ ...amara, microphone: false, camera: false }],
    }),
    media: media.off,
  },
  'meeting-long-names': {
    meeting: inside({
      title: 'Gathering to remember everybody who cannot be with us 👋',
      self: { name: longName, microphone: false, camera: true, addressShownTo: 'everybody' },
      peers: [{ ...amara, name: longName, microphone: false }],
      knocks: [knock('b', longName), knock('c', 'شخص ما')],
    }),
  },
  'meeting-three': {
    meeting: inside({ peers: [amara, jonas] }),
  },
  'meeting-speaks': {
    meeting: inside(),
    speaking: { self: false, peers: new Set([amaraId]), dominant: amaraId },
  },
  'meeting-self-speaks': { meeting: inside(), speaking: { self: true, peers: new Set(), dominant: null } },
  'meeting-four': { meeting: inside({ peers: crowd(3) }), speaking: speaking(0) },
  'meeting-five': { meeting: inside({ peers: crowd(4) }), speaking: speaking(2, 3) },
  'meeting-eight': { meeting: inside({ peers: crowd(7) }), speaking: speaking(3) },
  'meeting-sixteen': { meeting: inside({ peers: crowd(15) }), speaking: speaking(5) },
  'meeting-sixteen-people': { meeting: inside({ peers: crowd(15) }), speaking: speaking(14) },
  'meeting-smaller-pictures': {
    meeting: inside({ peers: crowd(3) }),
    machineLimit: { state: 'smaller', paused: new Set() },
  },
  'meeting-fewer-pictures': {
    meeting: inside({ peers: crowd(7) }),
    machineLimit: { state: 'fewer', paused: paused(1, 2, 5, 6) },
    speaking: speaking(0),
  },
  'meeting-sealing-broken': { meeting: inside(), sealingIsBroken: true },
  'meeting-device-problem': {
    meeting: inside({ self: { name: 'Ruth', microphone: true, camera: false, addressShownTo: 'everybody' } }),
    media: media.cameraDenied,
  },
  'meeting-devices': { meeting: inside() },
  'meeting-shortcuts': { meeting: inside() },
  'meeting-leave': { meeting: inside({ role: 'guest', rights: 'none' }) },
  'meeting-leave-host': { meeting: inside({ peers: [amara, jonas] }) },
  'meeting-leave-co-hosts': { meeting: inside({ peers: [{ ...amara, role: 'co-host' }, jonas] }) },
  'people-host': {
    meeting: inside({ peers: [{ ...amara, role: 'co-host' }, jonas, tomas], knocks: [knock('b', 'Ines')] }),
  },
  'people-menu': { meeting: inside({ peers: [amara, jonas, tomas] }) },
  'people-menu-co-host': { meeting: inside({ peers: [{ ...amara, role: 'co-host' }, jonas] }) },
  'people-remove': { meeting: inside({ open: true, lobby: false, peers: [amara, jonas] }) },
  'people-open-locked': {
    meeting: inside({ open: true, lobby: false, locked: true, peers: [amara, jonas, tomas] }),
  },
  'people-co-host': {
    meeting: asGuest({
      rights: 'co-host',
      peers: [{ ...tomas, role: 'host', removable: false }, amara, jonas],
      knocks: [knock('b', 'Ines')],
    }),
  },
  'people-member': { meeting: asGuest() },
  'people-member-locked': { meeting: asGuest({ locked: true }) },
  'people-host-away': { meeting: hostless() },
  'people-many': {
    meeting: inside({
      peers: Array.from({ length: 15 }, (_, index) => ({
        ...(index % 3 === 0 ? amara : jonas),
        peerId: index.toString(16).repeat(32),
        name: index === 4 ? longName : `Guest ${(index + 1).toString()}`,
        role: index < 2 ? 'co-host' : 'member',
        link: index === 6 ? 'interrupted' : 'open',
      })),
    }),
  },
  'replace-link': { meeting: inside({ peers: [amara, jonas] }) },
  'link-replaced': {
    meeting: inside({ peers: [amara, jonas] }),
    notice: { kind: 'done', what: 'link-replaced' },
  },
  'not-allowed': { meeting: asGuest(), notice: { kind: 'error', code: 'not-allowed' } },
  'cannot-sign': { meeting: inside(), notice: { kind: 'error', code: 'cannot-sign' } },
  'host-away': { meeting: hostless() },
  'continue-dialog': { meeting: hostless() },
  'ask-end': { meeting: asGuest({ asks: [{ kind: 'end' }] }) },
  'ask-next': { meeting: asGuest({ asks: [{ kind: 'next', from: 'Tomás', ...nextMeeting }] }) },
  'ask-move': { meeting: asGuest({ asks: [{ kind: 'move', from: 'Amara' }] }) },
  'asks-and-more': {
    meeting: hostless({
      asks: [{ kind: 'end' }, { kind: 'move', from: longName }],
      lists: { alarms: [{ kind: 'missing-there', peer: 'Jonas', about: 'Amara' }], cannotCompare: [] },
    }),
  },
  'ask-removals': {
    meeting: asGuest({ asks: [{ kind: 'removals', names: ['Amara', 'Jonas'], me: false }] }),
  },
  'ask-removals-me': {
    meeting: asGuest({ asks: [{ kind: 'removals', names: ['Amara', longName, 'Jonas'], me: true }] }),
  },
  'group-code': { meeting: inside({ peers: [amara, jonas, tomas] }), verification: { step: 'everyone' } },
  'group-code-changed': {
    meeting: inside({ peers: [amara, jonas], groupCode: otherGroupCode }),
    verification: { step: 'everyone' },
  },
  'group-code-chip-changed': { meeting: inside({ peers: [amara, jonas], groupCode: otherGroupCode }) },
  'meeting-alone-open': { meeting: { ...alone, open: true, lobby: false } },
  'meeting-alone-locked': { meeting: { ...alone, locked: true } },
  'safety-number': { meeting: inside(), verification: comparing },
  ...trustStates,
  ...connectionStates,
  ...turnStates,
  ...volunteerStates,
  ...byHandStates,
  ...privateModeStates,
  ...seeingStates,
  ...sharingStates,
  ...treatmentStates,
  ...recordingStates,
  ...knockStates,
  ...speakingStates,
  ...fileStates,
  ...updateStates,
  alarm: { meeting: inside({ peers: [], groupCode: null, alarm: 'fingerprint-mismatch' }) },
  'alarm-host-contradiction': { meeting: asGuest({ alarm: 'host-contradiction' }) },
  'continue-contradiction': { meeting: asGuest({ alarm: 'host-contradiction' }) },
  'ended-left': { meeting: { ...facts, phase: 'ended', reason: 'left', wasInside: true } },
  'ended-denied': {
    meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'denied', wasInside: false },
  },
  'ended-again': {
    meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'denied', wasInside: false, askAgain: true },
  },
  'home-rejoin': { meeting: { phase: 'none', rejoin: { expiresAt: facts.expiresAt } } },
  'ended-full': { meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'full', wasInside: false } },
  'ended-replaced-inside': {
    meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'replaced', wasInside: true },
  },
  'ended-expired': {
    meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'expired', wasInside: false },
  },
  'ended-locked': {
    meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'locked', wasInside: false },
  },
  'ended-replaced': {
    meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'replaced', wasInside: false },
  },
  'ended-removed': {
    meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'removed', wasInside: true },
  },
  'ended-fingerprint-mismatch': {
    meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'fingerprint-mismatch', wasInside: false },
  },
};

export const stateNames: readonly string[] = Object.keys(changes);

export function stateNamed(name: string): Snapshot {
  return { ...basis, ...changes[name] };
}
