import { beforeAll, describe, expect, it } from 'vitest';
import { checkedTurn } from '../../../../../main/meeting/ice/ice-servers';
import { ConnectionCommands } from '../../../../../main/meeting/connection-commands';
import { addressShownTo, icePolicy } from '../../../../../main/meeting/ice/ice-policy';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { VigilError } from '../../../../../shared/errors';
import type { ConnectionCommand, Settings, Trust } from '../../../../../shared/ipc';
import type { CompactDescription } from '../../../../../shared/wire/description';

beforeAll(cryptoReady);

type TurnSettings = Pick<Settings, 'turn' | 'hideAddress' | 'directAfterVerified'>;

const own = { url: 'turns:own.example:443', username: 'u', credential: 'p', enabled: true };
const lent = [{ url: 'turn:lent.example:3478?transport=udp', username: 'g', credential: 'q' }];
const stun = [{ urls: ['stun:stun.example:3478'] }];
const settings = (change: Partial<TurnSettings> = {}): TurnSettings => ({
  turn: [own, { ...own, url: 'turn:off.example:3478?transport=udp', enabled: false }],
  hideAddress: false,
  directAfterVerified: false,
  ...change,
});
const everybody: (Trust | null)[] = [null, 'new', 'met', 'changed', 'verified'];
const ways = (change: Partial<TurnSettings>): { policy: string; servers: string[] }[] => {
  const policy = icePolicy(settings(change), { stun, lent });
  return everybody.map((trust) => {
    const way = policy(trust);
    return { policy: way.policy, servers: way.iceServers.flatMap(({ urls }) => urls) };
  });
};
const direct = {
  policy: 'all',
  servers: ['stun:stun.example:3478', 'turns:own.example:443', 'turn:lent.example:3478?transport=udp'],
};
const relayed = { policy: 'relay', servers: ['turns:own.example:443'] };

describe('the way that links take', () => {
  it('is direct by itself, with every helper that is switched on', () => {
    expect(ways({})).toEqual(everybody.map(() => direct));
  });

  it('is by no go-between of a private network that the link names, unless it is in the own list, on or off', () => {
    const url = 'turn:192.168.1.1:3478?transport=udp';
    const names = [url, 'turn:localhost:3478?transport=udp', 'turns:printer.local:443'];
    const led = names.map((name) => ({ url: name, username: 'g', credential: 'q' }));
    const asked = (change: Partial<TurnSettings>): string[] =>
      icePolicy(settings(change), { stun: [], lent: led })(null).iceServers.flatMap(({ urls }) => urls);
    expect(asked({ turn: [] })).toEqual([]);
    expect(asked({ turn: [{ ...own, url, enabled: false }] })).toEqual([url]);
  });

  it('is that of own go-betweens for everybody while the address is hidden', () => {
    expect(ways({ hideAddress: true })).toEqual(everybody.map(() => relayed));
    expect(ways({ hideAddress: true, directAfterVerified: true })).toEqual(everybody.map(() => relayed));
  });

  it('is direct to the verified only, where that was chosen', () => {
    const expected = everybody.map((trust) => (trust === 'verified' ? direct : relayed));
    expect(ways({ directAfterVerified: true })).toEqual(expected);
  });

  it('says to whom it shows the address, as it does', () => {
    const shownTo = (change: Partial<TurnSettings>) =>
      addressShownTo(icePolicy(settings(change), { stun, lent }));
    expect(shownTo({})).toBe('everybody');
    expect(shownTo({ directAfterVerified: true })).toBe('verified');
    expect(shownTo({ hideAddress: true })).toBe('nobody');
    expect(shownTo({ hideAddress: true, directAfterVerified: true })).toBe('nobody');
  });

  it.each([{ hideAddress: true }, { directAfterVerified: true }])(
    'is none without an own go-between that is on: %o',
    (change) => {
      for (const turn of [[], [{ ...own, enabled: false }]])
        expect(() => icePolicy(settings({ ...change, turn }), { stun, lent })).toThrow(
          new VigilError('turn-needed'),
        );
    },
  );
});

describe('links that were opened through a go-between', () => {
  const trust = new Map<string, Trust>();
  const sent: ConnectionCommand[] = [];
  const renewed: string[] = [];
  const commands = (): ConnectionCommands => {
    trust.clear();
    sent.length = renewed.length = 0;
    const policy = icePolicy(settings({ directAfterVerified: true }), { stun, lent });
    return new ConnectionCommands({
      send: (command) => sent.push(command),
      iceTo: (peerId) => policy(trust.get(peerId) ?? null),
      wayTo: (remote) => ({ ...remote, candidates: [...remote.candidates, ...remote.candidates] }),
      renew: (peerId) => renewed.push(peerId),
    });
  };

  it('are given another way once, when their person is verified', () => {
    const connections = commands();
    connections.run({ type: 'open', connectionId: 'link-a', peerId: 'a', role: { side: 'offer' } });
    connections.run({ type: 'open', connectionId: 'link-b', peerId: 'b', role: { side: 'offer' } });
    trust.set('a', 'met');
    connections.follow();
    expect(sent.map(({ type }) => type)).toEqual(['open', 'open']);
    trust.set('a', 'verified');
    connections.follow();
    connections.follow();
    expect(sent.slice(2)).toMatchObject([{ type: 'set-ice', connectionId: 'link-a', policy: 'all' }]);
    expect(renewed).toEqual(['a']);
  });

  it('know no way through a NAT64, which those that may go directly are told of', () => {
    const remote: CompactDescription = {
      ufrag: 'abcd',
      pwd: 'abcdefghijklmnopqrstuvwx',
      fingerprint: new Uint8Array(32),
      setup: 'active',
      candidates: [
        { address: '203.0.113.5', port: 9, protocol: 'udp', type: 'host', priority: 1, foundation: '1' },
      ],
    };
    const ways = (connectionId: string): number[] => {
      sent.length = 0;
      const role = { side: 'answer', remote } as const;
      connections.run({ type: 'open', connectionId, peerId: connectionId, role });
      connections.run({ type: 'accept-answer', connectionId, remote });
      connections.run({ type: 'accept-restart', connectionId, remote });
      return sent.flatMap((command) => {
        if (command.type === 'open')
          return command.role.side === 'offer' ? [] : [command.role.remote.candidates.length];
        return 'remote' in command && 'candidates' in command.remote
          ? [command.remote.candidates.length]
          : [];
      });
    };
    const connections = commands();
    trust.set('b', 'verified');
    expect(ways('a')).toEqual([1, 1, 1]);
    expect(ways('b')).toEqual([2, 2, 2]);
  });

  it('are forgotten when they are gone', () => {
    const connections = commands();
    connections.run({ type: 'open', connectionId: 'link-a', peerId: 'a', role: { side: 'offer' } });
    connections.run({ type: 'open', connectionId: 'link-b', peerId: 'b', role: { side: 'offer' } });
    connections.run({ type: 'close', connectionId: 'link-a', linger: false });
    connections.closed('link-b');
    trust.set('a', 'verified').set('b', 'verified');
    connections.follow();
    expect(renewed).toEqual([]);
  });
});

describe('the list of go-betweens', () => {
  it('holds each login once, in canonical form', () => {
    const typed = ['own.example', 'turn:OWN.example:3478', 'turns:own.example'].map((url) => ({
      ...own,
      url,
    }));
    expect(checkedTurn(typed).map(({ url }) => url)).toEqual([
      'turn:own.example:3478?transport=udp',
      'turns:own.example:5349',
    ]);
  });
});
