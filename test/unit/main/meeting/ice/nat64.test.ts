import { expect, it } from 'vitest';
import { Nat64 } from '../../../../../main/meeting/ice/nat64';
import { nat64Agents } from '../../../../../main/rendezvous/nostr/nat64-agents';
import type { IceConfiguration } from '../../../../../shared/ipc';
import type { Candidate, CompactDescription } from '../../../../../shared/wire/description';
import { formatCandidate } from '../../../../../renderer/call/sdp/candidates';

const login = { username: 'a', credential: 'b' };
const ice: IceConfiguration = {
  policy: 'all',
  iceServers: [
    { urls: ['stun:stun.example:3478'] },
    { urls: ['turn:198.51.100.7:3478?transport=udp'], ...login },
    { urls: ['turn:turn.example:3478?transport=udp', 'turn:[2001:db8::7]:3478?transport=tcp'], ...login },
    { urls: ['turns:198.51.100.7:443', 'turn:192.168.1.7:3478?transport=udp'], ...login },
  ],
};

/** After a look around in a network that resolves so. */
async function reached(
  hasIPv4: boolean,
  answers: string[] | null,
): Promise<{ ice: IceConfiguration; asked: string[] }> {
  const asked: string[] = [];
  const nat64 = new Nat64({
    hasIPv4: () => hasIPv4,
    resolve: (name) => {
      asked.push(name);
      return answers ? Promise.resolve(answers) : Promise.reject(new Error('ENOTFOUND'));
    },
  });
  expect(nat64.reach(ice)).toEqual(ice);
  await nat64.look();
  return { ice: nat64.reach(ice), asked };
}

it('go-betweens at an IPv4 address are asked for through the NAT64 of a network of IPv6 alone, others as they are', async () => {
  const through = await reached(false, ['64:ff9b::192.0.0.170', '64:ff9b::192.0.0.171']);
  expect(through.asked).toEqual(['ipv4only.arpa']);
  expect(through.ice).toEqual({
    policy: 'all',
    iceServers: [
      ice.iceServers[0],
      { urls: ['turn:[64:ff9b:0:0:0:0:c633:6407]:3478?transport=udp'], ...login },
      ice.iceServers[2],
      { urls: ['turns:[64:ff9b:0:0:0:0:c633:6407]:443', 'turn:192.168.1.7:3478?transport=udp'], ...login },
    ],
  });
});

it('where there is IPv4 nothing is asked, and where there is no NAT64 nothing is changed', async () => {
  expect(await reached(true, ['64:ff9b::192.0.0.170'])).toEqual({ ice, asked: [] });
  expect((await reached(false, null)).ice).toEqual(ice);
  expect((await reached(false, ['2001:db8::1'])).ice).toEqual(ice);
});

it('a network that has IPv4 again is used as it is', async () => {
  let hasIPv4 = false;
  const nat64 = new Nat64({
    hasIPv4: () => hasIPv4,
    resolve: () => Promise.resolve(['64:ff9b::192.0.0.170']),
  });
  await nat64.look();
  expect(nat64.reach(ice)).not.toEqual(ice);
  hasIPv4 = true;
  await nat64.look();
  expect(nat64.reach(ice)).toEqual(ice);
});

const candidate = (type: Candidate['type'], address: string, port = 5000): Candidate => ({
  ...{ protocol: 'udp', foundation: '1', priority: 100 },
  ...{ type, address, port },
});
const description = (candidates: Candidate[]): CompactDescription => ({
  ufrag: 'abcd',
  pwd: 'abcdefghijklmnopqrstuvwx',
  fingerprint: new Uint8Array(32),
  setup: 'active',
  candidates,
});

async function behind(...answers: string[]): Promise<Nat64> {
  const nat64 = new Nat64({ hasIPv4: () => false, resolve: () => Promise.resolve(answers) });
  await nat64.look();
  return nat64;
}

it('whoever has IPv4 alone is also tried through the NAT64, by what a browser takes', async () => {
  const nat64 = await behind('64:ff9b::192.0.0.170');
  const remote = description([candidate('host', '203.0.113.5'), candidate('srflx', '198.51.100.7', 40_000)]);
  const { candidates } = nat64.follow(remote);
  expect(candidates.slice(0, 2)).toEqual(remote.candidates);
  expect(candidates.slice(2)).toEqual([
    { ...candidate('srflx', '64:ff9b:0:0:0:0:c633:6407', 40_000), foundation: '61' },
    { ...candidate('host', '64:ff9b:0:0:0:0:cb00:7105'), foundation: '61' },
  ]);
  expect(candidates.every((one) => formatCandidate(one) !== null)).toBe(true);
});

it('no candidate leads through the NAT64 to a private network, to a name, or to this computer', async () => {
  const nat64 = await behind('64:ff9b::192.0.0.170');
  const addresses = ['10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1', '169.254.1.1', '127.0.0.1'];
  const others = ['0.0.0.0', '224.0.0.1', '192.0.0.170', '01.2.3.4', '2001:db8::1', '::ffff:198.51.100.7'];
  const name = '12345678-1234-1234-1234-123456789abc.local';
  const remote = description([...addresses, ...others, name].map((address) => candidate('host', address)));
  expect(nat64.follow(remote)).toEqual(remote);
});

it('of many candidates few are added, those first that were seen from outside, and each once', async () => {
  const nat64 = await behind('64:ff9b::192.0.0.170');
  const many = Array.from({ length: 15 }, (_, index) => candidate('host', `198.51.100.${String(index)}`));
  const added = nat64.follow(description([...many, candidate('srflx', '203.0.113.5')])).candidates.slice(16);
  expect(added).toHaveLength(8);
  expect(added[0]?.type).toBe('srflx');
  const same = description([candidate('host', '203.0.113.5'), candidate('srflx', '203.0.113.5')]);
  expect(nat64.follow(same).candidates).toHaveLength(3);
});

it('where there is IPv4 or no NAT64, candidates are as they came', async () => {
  const remote = description([candidate('host', '203.0.113.5')]);
  expect((await behind('2001:db8::1')).follow(remote)).toEqual(remote);
  const withIPv4 = new Nat64({
    hasIPv4: () => true,
    resolve: () => Promise.resolve(['64:ff9b::192.0.0.170']),
  });
  await withIPv4.look();
  expect(withIPv4.follow(remote)).toEqual(remote);
});

it('STUN servers at an IPv4 address are asked through the NAT64', async () => {
  const nat64 = await behind('64:ff9b::192.0.0.170');
  const reach = nat64.reach({ policy: 'all', iceServers: [{ urls: ['stun:198.51.100.7:3478'] }] });
  expect(reach.iceServers).toEqual([{ urls: ['stun:[64:ff9b:0:0:0:0:c633:6407]:3478'] }]);
});

it('relays at an IPv4 address wait for the look around, and others go directly', async () => {
  let answer: (addresses: string[]) => void = () => undefined;
  const nat64 = new Nat64({
    hasIPv4: () => false,
    resolve: () => new Promise((resolve) => (answer = resolve)),
  });
  const looking = nat64.look();
  const place = nat64.placeOf('198.51.100.7');
  answer(['64:ff9b::192.0.0.170']);
  await looking;
  expect(await place).toBe('64:ff9b:0:0:0:0:c633:6407');
  expect(await nat64.placeOf('192.168.1.7')).toBe('192.168.1.7');
  const agents = nat64Agents(nat64);
  expect(agents('ws://198.51.100.7:7777')).toBeDefined();
  for (const url of ['wss://relay.example', 'ws://[2001:db8::7]:7777']) expect(agents(url)).toBeUndefined();
  expect(
    nat64Agents({ mayBeNeeded: false, placeOf: (ipv4) => nat64.placeOf(ipv4) })('ws://198.51.100.7'),
  ).toBeUndefined();
});
