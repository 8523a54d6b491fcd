/** States of being found and reached: ways, relays, paths, and what is happening in a meeting. */
import type { ShownPath } from '../../../renderer/state/shown-path';
import type { Snapshot } from '../../../renderer/state/snapshot';
import { amara, app, inside, jonas, relays, tomas, transports } from './fixtures';

const onPage = (change: Partial<typeof app> = {}): Partial<Snapshot> => ({
  app: { ...app, ...change },
  screen: { name: 'connection' },
});

const mixed = [{ ...amara, trust: 'verified' as const }, { ...jonas, trust: 'met' as const }, tomas];
const paths: ReadonlyMap<string, ShownPath> = new Map<string, ShownPath>([
  [amara.peerId, { kind: 'same-network', protocol: 'udp', rttMs: 3 }],
  [jonas.peerId, { kind: 'direct', protocol: 'udp', rttMs: 42 }],
  [tomas.peerId, { kind: 'relayed', protocol: 'tls', turnHost: 'turn.lamplight.example', rttMs: 118 }],
]);
const group: Partial<Snapshot> = { meeting: inside({ peers: mixed }), paths };
const privateMode = { state: 'on', proxy: 'socks5://127.0.0.1:9050', answers: true, unreached: [] } as const;

const report = `Vigil connection report

It holds no names, keys, links, titles or addresses. Times are rounded.

About
- Vigil 0.1.0 on electron, linux x64
- made on 2026-11-22 at about 19 h UTC

Ways to find each other
- relays: works, others: 3, last exchange less than a minute ago, round trip about 80 ms
- peer-to-peer search: works, last exchange about 2 min ago, round trip about 410 ms
- this network: works, others: 1, last exchange less than a minute ago, round trip about 10 ms

Relays
- own relay 1: works, last exchange less than a minute ago, round trip about 80 ms
- own relay 2: silent, last exchange about 50 min ago
`;

export const connectionStates: Record<string, Partial<Snapshot>> = {
  'connection-ready': onPage(),
  'connection-resting': onPage({ relays: relays.idle, transports: transports.idle }),
  'connection-trying': onPage({ relays: relays.trying, transports: transports.trying }),
  'connection-one-left': onPage({ transports: transports.oneLeft }),
  'connection-none': onPage({ relays: relays.silent, transports: transports.silent }),
  'connection-refused': onPage({ relays: relays.refusing, transports: transports.refused }),
  'connection-off': onPage({
    transports: transports.off,
    settings: { ...app.settings, transports: { nostr: false, dht: false, lan: false } },
  }),
  'connection-private': onPage({ transports: transports.inPrivate, privateMode }),
  'connection-proxy-gone': onPage({
    transports: transports.inPrivate,
    privateMode: { ...privateMode, answers: false },
  }),
  'connection-relay-error': { ...onPage(), notice: { kind: 'error', code: 'relay-url-invalid' } },
  'connection-node-error': { ...onPage(), notice: { kind: 'error', code: 'dht-node-invalid' } },
  'connection-report': { ...onPage(), report },
  'home-one-left': { app: { ...app, transports: transports.oneLeft } },
  'home-private': { app: { ...app, transports: transports.inPrivate, privateMode } },
  'connection-meeting': group,
  'connection-meeting-none': {
    ...group,
    app: { ...app, relays: relays.silent, transports: transports.silent },
  },
  'meeting-menu': group,
  'happening-two': { meeting: inside() },
  'happening-four': group,
  'happening-alone': { meeting: inside({ peers: [], groupCode: null, epoch: null }) },
  'happening-broken': {
    meeting: inside({
      peers: mixed,
      alarm: 'none',
      lists: { alarms: [{ kind: 'missing-there', peer: 'Jonas', about: 'Amara' }], cannotCompare: [] },
      epoch: null,
    }),
    sealingIsBroken: true,
  },
};
