/** Building blocks of the states. Everything here is invented. */
import type {
  AppView,
  MeetingView,
  PeerView,
  RelayStatus,
  Settings,
  SpeakingUpView,
  SwitchableTransport,
  TransportState,
} from '../../../renderer/state/contract';
import { noChat } from '../../../renderer/state/chat';
import { usualSeeing } from '../../../renderer/state/seeing';
import type { LocalMedia, Snapshot } from '../../../renderer/state/snapshot';
import type { Comparing } from '../../../renderer/state/verification';
import { contacts } from './contacts';
import { DAY, now } from './clock';
import { looks } from '../../support/media/drawn-people';
import { streamOf } from './pictures';

export { now };

const relay = (url: string, change: Partial<RelayStatus> = {}): RelayStatus => ({
  url,
  enabled: true,
  state: 'idle',
  refusal: null,
  lastAnswerAt: null,
  roundTripMs: null,
  ...change,
});

const hosts = ['relay.lamplight', 'nostr.harbour', 'relay.meadow', 'relay.northwind'].map(
  (name) => `wss://${name}.example`,
);
/** The longest words among them. */
const refusals = ['sign-in', 'certificate', 'too-much', 'swallows'] as const;
export const relays = {
  idle: hosts.map((url) => relay(url)),
  trying: hosts.map((url) => relay(url, { state: 'trying' })),
  silent: hosts.map((url) => relay(url, { state: 'silent', lastAnswerAt: now - 400_000 })),
  refusing: hosts.map((url, index) =>
    relay(url, { state: 'refuses', refusal: refusals[index] ?? 'other', lastAnswerAt: now - 9000 }),
  ),
  ready: hosts.map((url, index) =>
    index === 3
      ? relay(url, { state: 'silent', lastAnswerAt: now - 3_000_000 })
      : relay(url, {
          state: 'works',
          lastAnswerAt: now - 12_000 * (index + 1),
          roundTripMs: 84 + 63 * index,
        }),
  ),
};

const transport = (name: SwitchableTransport, change: Partial<TransportState> = {}): TransportState => ({
  transport: name,
  state: 'idle',
  why: null,
  lastExchangeAt: null,
  roundTripMs: null,
  others: null,
  ...change,
});
const heard = (secondsAgo: number): Partial<TransportState> => ({ lastExchangeAt: now - secondsAgo * 1000 });
const all = (change: Partial<TransportState>): TransportState[] => [
  transport('nostr', change),
  transport('dht', change),
  transport('lan', change),
];
const lanIsClosed = transport('lan', { state: 'failed', why: 'no-multicast' });

export const transports = {
  idle: all({}),
  off: all({ state: 'off' }),
  trying: all({ state: 'trying' }),
  silent: [
    transport('nostr', { state: 'silent', ...heard(400), why: 'no-answer', others: 0 }),
    transport('dht', { state: 'failed', why: 'no-nodes' }),
    lanIsClosed,
  ],
  refused: [
    transport('nostr', { state: 'silent', ...heard(9), why: 'refused', others: 0 }),
    transport('dht', { state: 'failed', why: 'no-nodes' }),
    lanIsClosed,
  ],
  ready: [
    transport('nostr', { state: 'works', ...heard(12), roundTripMs: 84, others: 3 }),
    transport('dht', { state: 'works', ...heard(125), roundTripMs: 410 }),
    transport('lan', { state: 'works', ...heard(3), roundTripMs: 4, others: 1 }),
  ],
  oneLeft: [
    transport('nostr', { state: 'works', ...heard(12), roundTripMs: 84, others: 3 }),
    transport('dht', { state: 'silent', ...heard(3000), why: 'no-answer' }),
    lanIsClosed,
  ],
  inPrivate: [
    transport('nostr', { state: 'works', ...heard(12), roundTripMs: 640, others: 3 }),
    transport('dht', { state: 'not-private' }),
    transport('lan', { state: 'not-private' }),
  ],
};

const settings: Settings = {
  name: 'Ruth',
  relays: hosts.map((url) => ({ url, enabled: true, signIn: false })),
  theme: 'system',
  cameraId: null,
  microphoneId: 'headset',
  speakerId: null,
  saveBandwidth: false,
  invitePage: '',
  language: '',
  shortcuts: {},
  muteEverywhere: null,
  textSize: 100,
  firstCardsRead: true,
  lockAfterMinutes: 15,
  notifications: true,
  notificationNames: false,
  alertTone: true,
  stayInTray: false,
  transports: { nostr: true, dht: true, lan: true },
  dhtNodes: [],
  turn: [],
  hideAddress: false,
  directAfterVerified: false,
  firewallExplained: false,
  noiseSuppression: 'standard',
  echoCancellation: true,
  automaticGain: true,
  background: 'none',
  backgroundColor: '#3d5a80',
};

export const noReleases: AppView['releases'] = {
  keys: 'pinned',
  build: 'a1b2c3d4e5f60718',
  standing: 'unknown',
  newest: null,
  contradictions: [],
  isAsking: false,
  outcome: null,
  getting: { state: 'idle' },
};

export const app: AppView = {
  version: '0.1.0',
  releases: noReleases,
  runtime: 'electron',
  notifications: 'works',
  tray: 'works',
  muteKey: 'off',
  startsAtLogin: false,
  vault: { state: 'ready', protection: 'key-store', passphrase: false },
  fingerprint: '9f3c 71b0 44de 1a02 c8e5 60b7 2d19 f3a4',
  settings,
  transports: transports.ready,
  relays: relays.ready,
  privateMode: { state: 'off' },
  volunteers: [],
  clockIsOff: false,
  linkClicks: 'open-here',
  firewallAsks: false,
  contacts,
  ownMeetings: [],
  keptInvites: [],
};

const choices: LocalMedia['choices'] = {
  cameras: [{ id: 'built-in', label: 'Built-in camera' }],
  microphones: [
    { id: 'headset', label: 'USB headset' },
    { id: 'built-in', label: 'Built-in microphone' },
  ],
  speakers: [{ id: 'headset', label: 'USB headset' }],
};

export const media = {
  on: {
    camera: { state: 'on', label: 'Built-in camera' },
    microphone: { state: 'on', label: 'USB headset' },
    picture: streamOf(looks.ruth),
    choices,
    noiseFails: false,
    backgroundCost: null,
    hasOwnPicture: false,
  },
  off: {
    camera: { state: 'off' },
    microphone: { state: 'off' },
    picture: null,
    choices,
    noiseFails: false,
    backgroundCost: null,
    hasOwnPicture: false,
  },
  silenced: {
    camera: { state: 'on', label: 'Built-in camera' },
    microphone: { state: 'silenced', label: 'USB headset' },
    picture: streamOf(looks.ruth),
    choices,
    noiseFails: false,
    backgroundCost: null,
    hasOwnPicture: false,
  },
  cameraDenied: {
    camera: { state: 'failed', reason: 'denied' },
    microphone: { state: 'on', label: 'USB headset' },
    picture: null,
    choices,
    noiseFails: false,
    backgroundCost: null,
    hasOwnPicture: false,
  },
  nothing: {
    camera: { state: 'failed', reason: 'none-found' },
    microphone: { state: 'failed', reason: 'none-found' },
    picture: null,
    choices: { cameras: [], microphones: [], speakers: [] },
    noiseFails: false,
    backgroundCost: null,
    hasOwnPicture: false,
  },
} satisfies Record<string, LocalMedia>;

export const amaraId = 'a'.repeat(32);
const names =
  'Amara Jonas Tomás Mei Lin Yusuf Ingrid Paolo Noor Kwame Elif Søren Chidi Leila Anselm Rafaela'.split(' ');
const crowdId = (index: number): string => index.toString(16).repeat(32).slice(0, 32);
const pictures = [streamOf(looks.amara), streamOf(looks.ruth)];
export const streams: ReadonlyMap<string, MediaStream> = new Map([
  [amaraId, pictures[0] ?? new MediaStream()],
  ...names.map((_, index) => [crowdId(index), pictures[index % 2] ?? new MediaStream()] as const),
]);

const unknown = {
  trust: 'new',
  contactName: null,
  sharesNameWith: null,
  emoji: { phase: 'idle' },
  runs: null,
} as const;

export const amara: PeerView = {
  ...unknown,
  peerId: amaraId,
  name: 'Amara',
  link: 'open',
  reached: true,
  microphone: true,
  camera: true,
  share: null,
  role: 'member',
  removable: true,
};

export const jonas: PeerView = { ...amara, peerId: 'd'.repeat(32), name: 'Jonas', camera: false };
export const tomas: PeerView = { ...amara, peerId: '2'.repeat(32), name: 'Tomás', microphone: false };

const groupCode = '40718 93350 12864 77091 56423 08817 64205 31976 85540 29163 70438 11592'.split(' ');
export { groupCode };
export const otherGroupCode = groupCode.toReversed();
/** So many others; some are muted, some without a camera. */
export const crowd = (count: number): PeerView[] =>
  names.slice(0, count).map((name, index) => ({
    ...unknown,
    peerId: crowdId(index),
    name,
    link: 'open',
    reached: true,
    microphone: index % 3 !== 1,
    camera: index % 5 !== 4,
    share: null,
    role: 'member',
    removable: true,
  }));

export const speaking = (...indices: number[]): Snapshot['speaking'] => ({
  self: false,
  peers: new Set(indices.map(crowdId)),
  dominant: indices[0] === undefined ? null : crowdId(indices[0]),
});

export const paused = (...indices: number[]): ReadonlySet<string> => new Set(indices.map(crowdId));

type MeetingSession = Extract<MeetingView, { phase: 'inside' }>;

export const facts = { title: 'Sunday family call', expiresAt: now + 7 * DAY, role: 'host' } as const;

export const noSpeech: SpeakingUpView = {
  hands: [],
  reactions: [],
  chatCount: 0,
  quiet: { paused: null, mayWrite: true, silenced: [], mine: null, everybody: false, asked: null },
};

export function inside(change: Partial<MeetingSession> = {}): MeetingSession {
  return {
    ...facts,
    phase: 'inside',
    startedAt: now - 1_447_000,
    self: { name: 'Ruth', microphone: true, camera: true, addressShownTo: 'everybody' },
    peers: [amara],
    knocks: [],
    rights: 'host',
    open: false,
    lobby: true,
    locked: false,
    hostIsHere: true,
    groupCode,
    asks: [],
    byHand: { mayInvite: true, invitations: [] },
    alarm: 'none',
    lists: { alarms: [], cannotCompare: [] },
    epoch: { generation: 2, step: 1 },
    speakingUp: noSpeech,
    releaseOffer: null,
    recording: { mine: { state: 'off' }, others: [] },
    spotlight: null,
    ...change,
  };
}

/** As a guest sees it: Tomás is the host. */
export function asGuest(change: Partial<MeetingSession> = {}): MeetingSession {
  const others = [amara, jonas, { ...tomas, role: 'host' as const }];
  const peers = others.map((peer) => ({ ...peer, removable: false }));
  return inside({ role: 'guest', rights: 'none', peers, ...change });
}

/** The same meeting after the host has gone. */
export function hostless(change: Partial<MeetingSession> = {}): MeetingSession {
  return asGuest({
    hostIsHere: false,
    peers: [amara, jonas].map((peer) => ({ ...peer, removable: false })),
    ...change,
  });
}

export const comparing: Comparing = {
  step: 'comparing',
  peerId: amaraId,
  name: 'Amara',
  tab: 'number',
  ownCode: `VIGIL-CODE:1:${'AbCdEfGh0123456789-_'.repeat(5).slice(0, 91)}`,
  scanned: 'nothing',
  copied: 'not-compared',
  groups: '30481 77260 91534 02886 64197 35520 18843 70962 25619 88304 47075 93128'.split(' '),
};

export const identityCode = `VIGIL-IDENTITY:1:${'AbCdEfGh0123456789-_'.repeat(3).slice(0, 48)}`;

export const basis: Snapshot = {
  lock: { state: 'open' },
  app,
  meeting: { phase: 'none' },
  files: [],
  leaveIsAsked: false,
  chat: noChat,
  isReadingFile: false,
  screen: { name: 'home' },
  media: media.on,
  streams,
  screens: new Map(),
  share: { state: 'off', end: 'stopped' },
  sharePicker: null,
  recording: { state: 'off', last: null },
  sealingIsBroken: false,
  paths: new Map(),
  turnTests: new Map(),
  volunteerTests: new Map(),
  speaking: { self: false, peers: new Set(), dominant: null },
  weak: new Set(),
  seeing: usualSeeing,
  machineLimit: { state: 'none', paused: new Set() },
  verification: null,
  comparedGroupCode: null,
  revealedInvite: null,
  report: null,
  handDialog: null,
  notice: { kind: 'none' },
  linkError: null,
};
