/** What a network of the lab looks like, and the commands that make it. Pure: nothing is run here. */

/** cone: a computer's port looks the same to everybody outside. symmetric: another one to each place. */
export type NatKind = 'cone' | 'symmetric';

export interface LanPlan {
  name: string;
  nat: NatKind;
  /** The router's address on the internet. */
  wan: string;
  /** The first three parts of the addresses behind the router. */
  subnet: string;
  /** The names of the computers; the first has address 10, the next 11. */
  homes: readonly string[];
}

export interface NetworkPlan {
  /** Addresses of servers. */
  servers: readonly string[];
  lans: readonly LanPlan[];
}

/** A command, and what it reads from standard input. */
export interface Step {
  argv: readonly [string, ...string[]];
  input?: string;
}

/** Not a reserved one: DHT nodes ignore those. */
export const INTERNET = '11.22.33';
const PREFIX_LENGTH = '24';

export const routerOf = (lan: string): string => `router-${lan}`;
export const addressOf = (lan: LanPlan, home: string): string =>
  `${lan.subnet}.${String(10 + lan.homes.indexOf(home))}`;
export const namespacesOf = ({ lans }: NetworkPlan): string[] => [
  'internet',
  ...lans.flatMap(({ name, homes }) => [routerOf(name), ...homes]),
];

/** A router that lets out whatever comes from inside, and in only what answers it. */
export function natRules(kind: NatKind): string {
  return `table ip nat
delete table ip nat
table ip nat {
  chain out { type nat hook postrouting priority srcnat; oifname "wan" masquerade${kind === 'symmetric' ? ' fully-random' : ''}; }
  chain through { type filter hook forward priority 0; policy drop; iifname "lan" accept; ct state established,related accept; }
  chain in { type filter hook input priority 0; iifname "wan" ct state new drop; }
}
`;
}

const ip = (...args: string[]): Step => ({ argv: ['ip', ...args] });

/** @param named the name of a namespace on this computer. */
export function stepsToMake(plan: NetworkPlan, named: (namespace: string) => string): Step[] {
  const inside = (namespace: string, ...args: string[]): Step => ip('-n', named(namespace), ...args);
  const run = (namespace: string, ...args: string[]): Step => ip('netns', 'exec', named(namespace), ...args);
  const bridge = (namespace: string, name: string): Step[] => [
    // Without a querier a bridge that snoops loses groups.
    inside(namespace, 'link', 'add', name, 'type', 'bridge', 'mcast_snooping', '0'),
    inside(namespace, 'link', 'set', name, 'up'),
  ];
  const cable = (namespace: string, name: string, other: string, otherName: string): Step[] => [
    inside(
      namespace,
      ...['link', 'add', name, 'type', 'veth', 'peer', 'name', otherName, 'netns', named(other)],
    ),
    inside(namespace, 'link', 'set', name, 'up'),
    inside(other, 'link', 'set', otherName, 'up'),
  ];
  const address = (namespace: string, device: string, value: string): Step =>
    inside(namespace, 'address', 'add', `${value}/${PREFIX_LENGTH}`, 'dev', device);

  const homeSteps = (lan: LanPlan, home: string): Step[] => [
    ...cable(home, 'eth0', routerOf(lan.name), `to-${home}`),
    inside(routerOf(lan.name), 'link', 'set', `to-${home}`, 'master', 'lan'),
    address(home, 'eth0', addressOf(lan, home)),
    inside(home, 'route', 'add', 'default', 'via', `${lan.subnet}.1`),
  ];
  const lanSteps = (lan: LanPlan): Step[] => {
    const router = routerOf(lan.name);
    return [
      ...cable(router, 'wan', 'internet', `to-${lan.name}`),
      inside('internet', 'link', 'set', `to-${lan.name}`, 'master', 'net'),
      address(router, 'wan', lan.wan),
      ...bridge(router, 'lan'),
      address(router, 'lan', `${lan.subnet}.1`),
      run(router, 'sysctl', '-qw', 'net.ipv4.ip_forward=1'),
      { ...run(router, 'nft', '-f', '-'), input: natRules(lan.nat) },
      ...lan.homes.flatMap((home) => homeSteps(lan, home)),
    ];
  };
  return [
    ...namespacesOf(plan).flatMap((namespace) => [
      ip('netns', 'add', named(namespace)),
      // What a computer says about itself in IPv6 would only be in the way of who counts packets.
      run(
        namespace,
        'sysctl',
        '-qw',
        'net.ipv6.conf.all.disable_ipv6=1',
        'net.ipv6.conf.default.disable_ipv6=1',
      ),
      inside(namespace, 'link', 'set', 'lo', 'up'),
    ]),
    ...bridge('internet', 'net'),
    // What is sent to nowhere vanishes; told that there is no way, coturn ends the sender's session.
    inside(
      'internet',
      ...['link', 'add', 'nowhere', 'arp', 'off', 'type', 'veth', 'peer', 'name', 'nowhere-end'],
    ),
    inside('internet', 'link', 'set', 'nowhere', 'up'),
    inside('internet', 'link', 'set', 'nowhere-end', 'up'),
    inside('internet', 'route', 'add', 'default', 'dev', 'nowhere'),
    ...plan.servers.map((server) => address('internet', 'net', server)),
    ...plan.lans.flatMap(lanSteps),
  ];
}
