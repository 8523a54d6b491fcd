import { expect, test } from 'vitest';
import { addressOf, namespacesOf, natRules, stepsToMake, type NetworkPlan } from '../../../tools/lab/plan';

const plan: NetworkPlan = {
  servers: ['11.22.33.1', '11.22.33.2'],
  lans: [
    { name: 'a', nat: 'cone', wan: '11.22.33.11', subnet: '192.168.1', homes: ['alice', 'bob'] },
    { name: 'b', nat: 'symmetric', wan: '11.22.33.12', subnet: '192.168.2', homes: ['carol'] },
  ],
};
const named = (namespace: string): string => `run-${namespace}`;
const lines = stepsToMake(plan, named).map(({ argv }) => argv.join(' '));

test('there is a namespace for the internet, each router and each computer, made before anything is put in', () => {
  const namespaces = namespacesOf(plan);
  expect(namespaces).toEqual(['internet', 'router-a', 'alice', 'bob', 'router-b', 'carol']);
  for (const namespace of namespaces) {
    const made = lines.indexOf(`ip netns add ${named(namespace)}`);
    const used = lines.findIndex(
      (line) => line.split(' ').includes(named(namespace)) && !line.includes('netns add'),
    );
    expect(made).toBeGreaterThanOrEqual(0);
    expect(used).toBeGreaterThan(made);
  }
});

test('every computer has an address of its own behind its router, and a way out', () => {
  const [a, b] = plan.lans;
  expect([addressOf(a!, 'alice'), addressOf(a!, 'bob'), addressOf(b!, 'carol')]).toEqual([
    '192.168.1.10',
    '192.168.1.11',
    '192.168.2.10',
  ]);
  expect(lines).toContain('ip -n run-bob address add 192.168.1.11/24 dev eth0');
  expect(lines).toContain('ip -n run-carol route add default via 192.168.2.1');
});

test('every server address is on the internet', () => {
  for (const server of plan.servers)
    expect(lines).toContain(`ip -n run-internet address add ${server}/24 dev net`);
});

test('only a symmetric router takes another port to each place', () => {
  expect(natRules('symmetric')).toContain('masquerade fully-random;');
  expect(natRules('cone')).toContain('masquerade;');
  expect(natRules('cone')).not.toContain('random');
});
