import { describe, expect, it } from 'vitest';
import { parseCandidates } from '../../../../../renderer/call/sdp/candidates';
import { gatheringLimitOf, heardOf, toldOf } from '../../../../../renderer/call/connection/ice-configuration';
import { pathOf } from '../../../../../renderer/call/connection/connection-paths';
import type { CompactDescription } from '../../../../../shared/wire/description';

const lines = {
  host: '1 1 udp 2122260223 192.0.2.7 5000 typ host generation 0',
  srflx: '2 1 udp 1686052607 198.51.100.7 5001 typ srflx raddr 192.0.2.7 rport 5000',
  byUdp: '3 1 udp 41885695 203.0.113.9 6000 typ relay raddr 198.51.100.7 rport 5001',
  // As Chromium writes candidates of a TURN server that it reaches by TCP and by TLS: RFC 8656 relays UDP.
  byTcp: '4 1 udp 25108479 203.0.113.9 6001 typ relay raddr 198.51.100.7 rport 5002',
  byTls: '5 1 udp 8331263 203.0.113.9 6002 typ relay raddr 198.51.100.7 rport 5003',
};
const description: CompactDescription = {
  ufrag: 'abcd',
  pwd: 'abcdefghijklmnopqrstuvwx',
  fingerprint: new Uint8Array(32),
  setup: 'actpass',
  candidates: parseCandidates(Object.values(lines)),
};
const turn = [{ urls: ['turns:turn.example:443'], username: 'u', credential: 'p' }];

describe('what the other side is told', () => {
  it('is all that was gathered, and of a hidden address nothing', () => {
    const kinds = (policy: 'all' | 'relay'): string[] =>
      toldOf(description, { policy, iceServers: [] }).candidates.map(({ type }) => type);
    expect(kinds('all')).toEqual(['host', 'srflx', 'relay', 'relay', 'relay']);
    expect(kinds('relay')).toEqual(['relay', 'relay', 'relay']);
    const told = JSON.stringify(toldOf(description, { policy: 'relay', iceServers: [] }));
    for (const address of ['192.0.2.7', '198.51.100.7']) expect(told).not.toContain(address);
  });

  it('asks nobody on the own network for a name that the other side sent, while the address is hidden', () => {
    const [first] = description.candidates;
    const name = '5b1a3f9c-0000-4000-8000-000000000000.local';
    const heard = { ...description, candidates: first ? [{ ...first, address: name }, first] : [] };
    expect(heardOf(heard, { policy: 'all', iceServers: [] })).toEqual(heard);
    expect(heardOf(heard, { policy: 'relay', iceServers: [] }).candidates).toEqual([first]);
  });

  it('is waited for longer where nothing else could be told', () => {
    const limits = [
      gatheringLimitOf({ policy: 'all', iceServers: [{ urls: ['stun:stun.example'] }] }),
      gatheringLimitOf({ policy: 'all', iceServers: turn }),
      gatheringLimitOf({ policy: 'relay', iceServers: turn }),
    ];
    expect(limits).toEqual([...limits].sort((a, b) => a - b));
    expect(new Set(limits).size).toBe(3);
  });
});

type Entry = Record<string, unknown>;
const report = (
  local: Entry,
  remote: Entry,
  pair: Entry = { currentRoundTripTime: 0.0414 },
): RTCStatsReport =>
  new Map<string, Entry>([
    ['T', { type: 'transport', selectedCandidatePairId: 'P' }],
    ['P', { ...pair, type: 'candidate-pair', localCandidateId: 'L', remoteCandidateId: 'R' }],
    ['L', local],
    ['R', remote],
  ]);
const host = { candidateType: 'host', address: '192.168.1.2' };

describe('the path of a link', () => {
  it.each([
    [host, { candidateType: 'host', address: '192.168.1.3' }, 'same-network'],
    [host, { candidateType: 'prflx', address: 'fd00::3' }, 'same-network'],
    [host, { candidateType: 'host', address: '5b1a3f9c-0000-4000-8000-000000000000.local' }, 'same-network'],
    [host, { candidateType: 'host', address: '198.51.100.3' }, 'direct'],
    [host, { candidateType: 'prflx', address: '198.51.100.3' }, 'direct'],
    [{ candidateType: 'srflx' }, { candidateType: 'srflx', address: '198.51.100.3' }, 'direct'],
  ])('%o to %o', (local, remote, kind) => {
    expect(pathOf(report(local, remote))).toEqual({ kind, roundTripMs: 41 });
  });

  it('goes through the own go-between, which is named, or through the other’s', () => {
    const url = 'turns:turn.example:443?transport=tcp';
    const relay = { candidateType: 'relay', relayProtocol: 'tls', url };
    expect(pathOf(report(relay, { candidateType: 'prflx', address: '10.0.0.1' }, {}))).toEqual({
      kind: 'relayed',
      server: 'turn.example',
      transport: 'tls',
      roundTripMs: null,
    });
    const others = { candidateType: 'relay', address: '203.0.113.9' };
    expect(pathOf(report(host, others))).toMatchObject({ kind: 'relayed', server: null, transport: null });
  });

  it('is none before a pair is selected', () => {
    const nothing = new Map([['T', { type: 'transport' }]]) as unknown as RTCStatsReport;
    expect(pathOf(nothing)).toBeNull();
  });
});
