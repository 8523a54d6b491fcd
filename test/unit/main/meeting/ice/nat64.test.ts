import { expect, it } from 'vitest';
import { Nat64 } from '../../../../../main/meeting/ice/nat64';
import type { IceConfiguration } from '../../../../../shared/ipc';

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
