import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeReport, type ReportFacts } from '../../../main/connection-report';
import { defaultRelays } from '../../../main/rendezvous/nostr/default-relays';
import {
  freshConnectionSettings,
  freshBackgroundSettings,
  freshSoundSettings,
  pathKinds,
  pathProtocols,
  type AppView,
  type MeetingView,
} from '../../../shared/ipc';

const NOW = Date.UTC(2026, 10, 22, 14, 37, 51, 123);

/** Facts with a secret in every place that a person, a peer or a link could fill. */
function factsWith(secret: string, index: number): ReportFacts {
  const url = `wss://relay.${secret}.example`;
  const node = `node.${secret}.example:49737`;
  const id = index.toString(16).padStart(32, '0');
  const contact = {
    id,
    name: secret,
    calledThemselves: secret,
    verified: { by: 'number' as const, at: NOW },
    lastMetAt: NOW,
    fingerprint: secret,
    isExpected: false,
  };
  const app: AppView = {
    version: '0.1.0',
    releases: {
      ...{ keys: 'none', build: secret, standing: 'unknown', newest: null, contradictions: [] },
      ...{ isAsking: false, outcome: { outcome: 'known', from: secret }, getting: { state: 'idle' } },
    },
    runtime: 'electron',
    notifications: 'works',
    tray: 'works',
    muteKey: 'off',
    startsAtLogin: null,
    linkClicks: 'open-here',
    firewallAsks: false,
    vault: {
      state: 'set-aside',
      protection: 'weak',
      passphrase: false,
      reason: 'damaged',
      keptAs: secret,
    },
    fingerprint: secret,
    settings: {
      ...freshConnectionSettings,
      ...freshSoundSettings,
      ...freshBackgroundSettings,
      name: secret,
      relays: [{ url, enabled: true, signIn: false }],
      theme: 'dark',
      cameraId: secret,
      microphoneId: secret,
      speakerId: secret,
      saveBandwidth: true,
      invitePage: '',
      language: '',
      textSize: 100,
      shortcuts: {},
      firstCardsRead: true,
      muteEverywhere: null,
      lockAfterMinutes: 15,
      notifications: true,
      notificationNames: false,
      alertTone: true,
      stayInTray: false,
      dhtNodes: [node],
      turn: [{ url: `turns:${secret}.example:443`, username: secret, credential: secret, enabled: true }],
      hideAddress: true,
    },
    transports: [
      {
        transport: 'nostr',
        state: 'works',
        why: null,
        lastExchangeAt: NOW - 61_000,
        roundTripMs: 84,
        others: 2,
      },
      {
        transport: 'dht',
        state: 'failed',
        why: 'no-nodes',
        lastExchangeAt: null,
        roundTripMs: null,
        others: null,
      },
      { transport: 'lan', state: 'off', why: null, lastExchangeAt: null, roundTripMs: null, others: null },
    ],
    relays: [
      {
        url: defaultRelays[0],
        enabled: true,
        state: 'works',
        refusal: null,
        lastAnswerAt: NOW - 12_345,
        roundTripMs: 84,
      },
      { url, enabled: true, state: 'silent', refusal: null, lastAnswerAt: NOW - 7_300_000, roundTripMs: 3 },
      {
        url: `${url}/of-link`,
        enabled: true,
        state: 'trying',
        refusal: null,
        lastAnswerAt: null,
        roundTripMs: null,
      },
    ],
    volunteers: [
      { id: secret, host: secret, parts: ['server', 'relay'], use: true, lend: true, refused: false },
    ],
    privateMode: {
      state: 'on',
      proxy: `socks5://${secret}.example:9050`,
      answers: false,
      unreached: [`${secret}.example:3478`],
    },
    clockIsOff: false,
    contacts: [contact],
    ownMeetings: [
      {
        ...{ id, title: secret, createdAt: NOW, expiresAt: NOW, open: false, isRunning: true },
        planned: { startsAt: NOW, zone: secret, weekly: true, isLast: true },
        personal: [{ id, label: secret, closed: false }],
      },
    ],
    keptInvites: [{ id, title: secret, startsAt: NOW, zone: secret }],
  };
  const peer = { peerId: id, name: secret, contactName: secret, sharesNameWith: secret };
  const meeting: MeetingView = {
    phase: 'inside',
    title: secret,
    expiresAt: NOW + 1,
    role: 'guest',
    startedAt: NOW - 1_200_000,
    self: { name: secret, microphone: true, camera: true, addressShownTo: 'everybody' },
    peers: [
      {
        ...peer,
        link: 'open',
        reached: true,
        microphone: true,
        camera: true,
        share: null,
        role: 'host',
        removable: false,
        trust: 'verified',
        emoji: { phase: 'idle' },
        runs: { version: secret, build: secret, standing: 'unnamed' },
      },
    ],
    releaseOffer: { peerId: id, name: secret, version: secret, asked: false },
    knocks: [{ knockId: id, name: secret, since: NOW, byLink: id, trust: 'new', contactName: secret }],
    rights: 'none',
    open: false,
    lobby: true,
    locked: false,
    hostIsHere: true,
    groupCode: Array.from({ length: 12 }, () => '40718'),
    asks: [{ kind: 'move', from: secret }],
    alarm: 'none',
    lists: { alarms: [{ kind: 'missing-here', peer: secret, about: secret }], cannotCompare: [secret] },
    byHand: { mayInvite: false, invitations: [] },
    epoch: { generation: 2, step: 1 },
    recording: {
      mine: { state: 'off' },
      others: [{ peerId: id, name: secret, number: 1, state: 'running', answer: 'answered' }],
    },
    files: [
      {
        ...{ id, name: secret, size: 1, mine: false, to: null, at: NOW, state: 'running', receivers: [] },
        ...{ from: { peerId: id, name: secret }, bytes: 0, wanted: 1, speed: null },
      },
    ],
    speakingUp: {
      hands: [{ peerId: id, name: secret, mine: false }],
      reactions: [{ id: 1, peerId: id, name: secret, mine: false, reaction: 'heart' }],
      chatCount: 1,
      quiet: {
        paused: { by: secret },
        mayWrite: false,
        silenced: [id],
        mine: { by: secret },
        everybody: true,
        asked: { names: [secret], me: true },
      },
    },
    spotlight: { id: secret, peerId: id, name: secret, mine: false, by: secret },
  };
  return {
    app,
    meeting,
    drops: new Map([
      ['hello-stale', 3],
      [`${secret}!`, 1],
    ]),
    // As if the window had said more than it may.
    paths: pathKinds.map((kind) => ({
      ...{ kind, protocol: pathProtocols[0], rttMs: 42 },
      ...{ relay: secret, address: secret },
    })),
    system: { platform: 'linux', arch: 'x64' },
    now: NOW,
  };
}

describe('a report on the connection', () => {
  it('holds no name, key, link, title, address or relay of one’s own, whatever they are', () => {
    const secrets = fc.string({
      minLength: 6,
      maxLength: 30,
      unit: fc.constantFrom(...'Q X Z 0 1 8 9 Ä é Æ 漢 字'.split(' ')),
    });
    fc.assert(
      fc.property(secrets, fc.nat(), (secret, index) => {
        const report = composeReport(factsWith(secret, index));
        expect(report).not.toContain(secret);
        expect(report.toLowerCase()).not.toContain(secret.toLowerCase());
        expect(report).not.toMatch(/\.example|9050|49737|40718|[0-9a-f]{32}/);
      }),
    );
  });

  it('says how ways, relays, links and settings are, with rounded times', () => {
    const report = composeReport(factsWith('QXQXQX', 1));
    for (const line of [
      'Vigil 0.1.0 on electron, linux x64',
      'made on 2026-11-22 at about 14 h UTC',
      'relays: works, others: 2, last exchange about 1 min ago, round trip about 80 ms',
      'peer-to-peer discovery (DHT): failed, no-nodes, no exchange so far',
      'local network: off, no exchange so far',
      `${defaultRelays[0]}: works, last exchange less than a minute ago, round trip about 80 ms`,
      'own relay 1: silent, last exchange about 2 h ago, round trip about 10 ms',
      'other relay 1: trying, no exchange so far',
      'private mode: on, the proxy does not answer, TURN servers not reached: 1',
      'own DHT nodes: 1',
      'TURN servers: 1 of 1 switched on',
      'connections: 1 open, 0 opening, 0 interrupted',
      'same-network, udp, about 40 ms',
      'hello-stale: 3',
    ]) {
      expect(report).toContain(`- ${line}\n`);
    }
    expect(report).not.toContain('37');
  });

  it('of an app that does nothing says so', () => {
    const facts = factsWith('QXQXQX', 1);
    const report = composeReport({ ...facts, meeting: { phase: 'none' }, drops: new Map(), paths: [] });
    expect(report).toContain('Meeting\n- none');
    expect(report).toContain('Connections, by kind\n- nothing');
  });
});
