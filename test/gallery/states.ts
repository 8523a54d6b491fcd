/** Every state that the screens can be in, by the name that stands in the address after #. */
import type { Snapshot } from '../../renderer/state/snapshot';
import {
  amara,
  amaraId,
  app,
  basis,
  crowd,
  facts,
  inside,
  media,
  now,
  paused,
  relays,
  safetyNumber,
  speaking,
} from './fixtures';

const longName = '非常に長い名前のひと 🕯️🕯️ مريم عبد الرحمن الطويلة';
const knock = (id: string, name: string) => ({ knockId: id.repeat(32), name, since: now - 20_000 });
const withApp = (change: Partial<typeof app>): Partial<Snapshot> => ({ app: { ...app, ...change } });
const alone = { ...inside({ peers: [], startedAt: now - 62_000 }), role: 'host' } as const;
const link = `vigil://join/${'AbCdEfGh0123456789-_'.repeat(12)}`;

const changes: Record<string, Partial<Snapshot>> = {
  loading: { app: null },
  home: withApp({ relays: relays.idle }),
  'home-link-error': { linkError: 'link-altered' },
  'home-no-way-out': withApp({ relays: relays.silent }),
  'home-trying': withApp({ relays: relays.trying }),
  'home-notices': withApp({
    runtime: 'stand-in',
    clockIsOff: true,
    vault: { state: 'set-aside', protection: 'weak', reason: 'damaged', keptAs: 'vault-2026-11-22.damaged' },
  }),
  'home-memory-only': withApp({ vault: { state: 'memory-only', reason: 'no-key-store' } }),
  'home-error-notice': { notice: { kind: 'error', code: 'vault-write-failed' } },
  settings: { screen: { name: 'settings' } },
  'settings-connection': { screen: { name: 'settings' } },
  'settings-about': { screen: { name: 'settings' } },
  'settings-relay-error': {
    ...withApp({ runtime: 'stand-in' }),
    screen: { name: 'settings' },
    notice: { kind: 'error', code: 'relay-url-invalid' },
  },
  'preview-host': { meeting: { ...facts, phase: 'preview', title: '' } },
  'preview-guest': { meeting: { ...facts, phase: 'preview', role: 'guest' } },
  'preview-camera-denied': {
    meeting: { ...facts, phase: 'preview', role: 'guest' },
    media: media.cameraDenied,
  },
  'preview-no-devices': { meeting: { ...facts, phase: 'preview' }, media: media.nothing },
  'preview-off': { meeting: { ...facts, phase: 'preview' }, media: media.off },
  'knocking-looking': {
    ...withApp({ relays: relays.trying }),
    meeting: { ...facts, phase: 'knocking', role: 'guest', step: 'looking' },
  },
  'knocking-asked': { meeting: { ...facts, phase: 'knocking', role: 'guest', step: 'asked' } },
  'knocking-connecting': {
    meeting: { ...facts, phase: 'knocking', role: 'guest', step: 'connecting' },
    media: media.off,
  },
  'meeting-alone': { meeting: alone },
  'meeting-alone-revealed': {
    meeting: alone,
    revealedInvite: link,
    notice: { kind: 'done', what: 'invite-copied' },
  },
  'meeting-alone-no-way-out': { ...withApp({ relays: relays.silent }), meeting: alone },
  'meeting-guest-alone': { meeting: inside({ role: 'guest', peers: [] }) },
  'meeting-knock': { meeting: { ...alone, knocks: [knock('b', 'Amara')] } },
  'meeting-two': { meeting: inside() },
  'meeting-people': { meeting: inside({ knocks: [knock('b', 'Jonas')] }) },
  'meeting-connecting': { meeting: inside({ peers: [{ ...amara, link: 'opening' }] }) },
  'meeting-lists-differ': {
    meeting: inside({
      peers: [amara, { ...amara, peerId: '2'.repeat(32), name: 'Tomás' }],
      lists: { alarms: [{ kind: 'missing-there', peer: 'Tomás', about: 'Amara' }], cannotCompare: [] },
    }),
  },
  'meeting-cannot-compare': { meeting: inside({ lists: { alarms: [], cannotCompare: ['Amara'] } }) },
  'meeting-lost': { meeting: inside({ peers: [{ ...amara, link: 'interrupted' }] }) },
  'meeting-cameras-off': {
    meeting: inside({
      self: { name: 'Ruth', microphone: false, camera: false },
      peers: [{ ...amara, microphone: false, camera: false }],
    }),
    media: media.off,
  },
  'meeting-long-names': {
    meeting: inside({
      title: 'Gathering to remember everybody who cannot be with us 👋',
      self: { name: longName, microphone: false, camera: true },
      peers: [{ ...amara, name: longName, microphone: false }],
      knocks: [knock('b', longName), knock('c', 'شخص ما')],
    }),
  },
  'meeting-three': {
    meeting: inside({ peers: [amara, { ...amara, peerId: 'd'.repeat(32), name: 'Jonas', camera: false }] }),
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
  'meeting-device-problem': {
    meeting: inside({ self: { name: 'Ruth', microphone: true, camera: false } }),
    media: media.cameraDenied,
  },
  'meeting-devices': { meeting: inside() },
  'meeting-shortcuts': { meeting: inside() },
  'meeting-leave': { meeting: inside({ role: 'guest' }) },
  'safety-number': { meeting: inside(), safetyNumber: { ...safetyNumber, peerId: amaraId } },
  alarm: { meeting: inside({ peers: [], alarm: 'fingerprint-mismatch' }) },
  'ended-left': { meeting: { ...facts, phase: 'ended', reason: 'left' } },
  'ended-denied': { meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'denied' } },
  'ended-full': { meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'full' } },
  'ended-expired': { meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'expired' } },
  'ended-no-path': { meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'no-path' } },
  'ended-removed': { meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'removed' } },
  'ended-fingerprint-mismatch': {
    meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'fingerprint-mismatch' },
  },
};

export const stateNames: readonly string[] = Object.keys(changes);

export function stateNamed(name: string): Snapshot {
  return { ...basis, ...changes[name] };
}
