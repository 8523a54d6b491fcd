/** Go-betweens, hidden addresses, and the paths that links take. */
import type { Snapshot } from '../../../renderer/state/snapshot';
import { turnKey } from '../../../renderer/state/turn-tests';
import { amara, app, facts, inside, jonas, tomas } from './fixtures';

const turn = [
  { url: 'turns:turn.lamplight.example:443', username: 'ruth', credential: 'candle', enabled: true },
  { url: 'turn:turn.harbour.example:3478?transport=udp', username: 'ruth', credential: 'x', enabled: true },
  { url: 'turn:203.0.113.9:3478?transport=tcp', username: 'family', credential: 'x', enabled: false },
];
const [works, refused, silent] = turn.map(turnKey);

const own = (change: Partial<typeof app.settings>): Pick<Snapshot, 'app'> => ({
  app: { ...app, settings: { ...app.settings, turn, ...change } },
});

export const turnStates: Record<string, Partial<Snapshot>> = {
  'settings-turn': {
    ...own({ hideAddress: true }),
    screen: { name: 'connection' },
    turnTests: new Map([
      [works ?? '', { result: 'works', milliseconds: 142 }],
      [refused ?? '', { result: 'refused' }],
      [silent ?? '', { result: 'no-answer' }],
    ]),
  },
  'settings-turn-missing': {
    ...own({ turn: [], directAfterVerified: true }),
    screen: { name: 'connection' },
  },
  'preview-lend': {
    ...own({}),
    meeting: { ...facts, phase: 'preview', again: false, byHand: false, title: '' },
  },
  'preview-turn-needed': {
    ...own({ turn: [], hideAddress: true }),
    meeting: { ...facts, phase: 'preview', again: false, byHand: false, role: 'guest' },
    notice: { kind: 'error', code: 'turn-needed' },
  },
  'people-paths': {
    meeting: inside({ peers: [amara, jonas, { ...tomas, trust: 'verified' }] }),
    paths: new Map([
      [amara.peerId, { kind: 'same-network', protocol: 'udp', rttMs: 2 }],
      [jonas.peerId, { kind: 'direct', protocol: 'udp', rttMs: 41 }],
      [tomas.peerId, { kind: 'relayed', turnHost: 'turn.lamplight.example', protocol: 'tls', rttMs: 96 }],
    ]),
  },
  'meeting-no-path': {
    meeting: inside({ peers: [amara, { ...jonas, link: 'interrupted', microphone: false }] }),
  },
  'ended-no-path': {
    meeting: { ...facts, phase: 'ended', role: 'guest', reason: 'no-path', wasInside: false },
  },
};
