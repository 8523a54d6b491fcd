/** What a router may be told not to let through. Pure: rules for nftables. */

export type Ban =
  /** Nothing to and from these addresses outside. @param home of this computer alone. */
  | { what: 'servers'; servers: readonly string[]; home?: string }
  /** A computer is neither found on its own network, nor can it be spoken to there over TCP. */
  | { what: 'neighbours'; home: string }
  /** A computer reaches this address outside alone. */
  | { what: 'all-but'; server: string; home: string }
  /** Everybody reaches these ports of this address outside, and nothing else at all. */
  | { what: 'all-but-ports'; server: string; tcp: readonly number[]; udp: readonly number[] };

const both = (from: string, to: string, rest: string): string[] => [
  `${from}${to}${rest}`.replaceAll('@FROM', 'saddr').replaceAll('@TO', 'daddr'),
  `${from}${to}${rest}`.replaceAll('@FROM', 'daddr').replaceAll('@TO', 'saddr'),
];

/** Accepted here means: not banned; what the router itself keeps out stays out. */
const open = (server: string, protocol: 'tcp' | 'udp', ports: readonly number[]): string[] =>
  ports.length === 0
    ? []
    : [
        `ip daddr ${server} ${protocol} dport { ${ports.join(', ')} } accept`,
        `ip saddr ${server} ${protocol} sport { ${ports.join(', ')} } accept`,
      ];

function routed(ban: Ban): string[] {
  switch (ban.what) {
    case 'servers': {
      if (ban.servers.length === 0) return [];
      const from = ban.home === undefined ? '' : `ip @FROM ${ban.home} `;
      return both(from, `ip @TO { ${ban.servers.join(', ')} } `, 'drop');
    }
    case 'all-but':
      return both(`ip @FROM ${ban.home} `, `ip @TO != ${ban.server} `, 'drop');
    case 'all-but-ports':
      return [...open(ban.server, 'tcp', ban.tcp), ...open(ban.server, 'udp', ban.udp), 'drop'];
    case 'neighbours':
      return [];
  }
}

/** Between two computers of one network the router is a switch. */
function switched(ban: Ban): string[] {
  if (ban.what !== 'neighbours') return [];
  return [
    ...both(`ip @FROM ${ban.home} `, '', 'udp dport 5353 drop'),
    ...both(`ip @FROM ${ban.home} `, 'ip protocol tcp ', 'drop'),
  ];
}

const chain = (family: string, rules: string[]): string => `table ${family} bans
delete table ${family} bans
table ${family} bans {
  chain through {
    type filter hook forward priority -10;
${rules.map((rule) => `    ${rule}\n`).join('')}  }
}
`;

/** All that is banned at a router from now on; what was banned before is not any more. */
export function banRules(bans: readonly Ban[]): string {
  return chain('ip', bans.flatMap(routed)) + chain('bridge', bans.flatMap(switched));
}
