/** How coturn is told to carry sealed packets, to keep nothing, and to reach no private network. */

export interface CoturnPlan {
  /** An address of this computer; null: all of them. */
  listen: string | null;
  /** As others see it, where a router stands between. */
  external: string | null;
  port: number;
  tlsPort: number;
  ports: { first: number; last: number };
  keyFile: string;
  certificateFile: string;
  /** base64url of the access secret. */
  secret: string;
  /** For a database that stays empty. */
  folder: string;
  /** Allocations in total, and for one mark, which is one meeting. */
  people: number;
  each: number;
  /** Bytes a second in total, and of one allocation. */
  bytesPerSecond: number;
  bytesPerSecondEach: number;
}

/** This computer, its network and private ones (RFC 6890): nobody is led there by way of a volunteer. */
const denied = [
  ...['0.0.0.0-0.255.255.255', '10.0.0.0-10.255.255.255', '100.64.0.0-100.127.255.255'],
  ...['127.0.0.0-127.255.255.255', '169.254.0.0-169.254.255.255', '172.16.0.0-172.31.255.255'],
  ...['192.0.0.0-192.0.0.255', '192.168.0.0-192.168.255.255', '198.18.0.0-198.19.255.255'],
  ...['240.0.0.0-255.255.255.255', '::1-::1', '64:ff9b::-64:ff9b::ffff:ffff'],
  ...['fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
];

/** A file of its own: on a command line everybody on the computer could read the secret. */
export function coturnConfig(plan: CoturnPlan): string {
  const { listen, external } = plan;
  return [
    ...(listen === null ? [] : [`listening-ip=${listen}`, `relay-ip=${listen}`]),
    ...(external === null ? [] : [`external-ip=${listen === null ? external : `${external}/${listen}`}`]),
    // Two people who both come by this server meet at its own address.
    ...[listen, external].flatMap((own) => (own === null ? [] : [`allowed-peer-ip=${own}`])),
    `listening-port=${plan.port}`,
    `tls-listening-port=${plan.tlsPort}`,
    `min-port=${plan.ports.first}`,
    `max-port=${plan.ports.last}`,
    `cert=${plan.certificateFile}`,
    `pkey=${plan.keyFile}`,
    'use-auth-secret',
    `static-auth-secret=${plan.secret}`,
    'realm=vigil',
    'fingerprint',
    'stale-nonce=600',
    `user-quota=${plan.each}`,
    `total-quota=${plan.people}`,
    `max-bps=${plan.bytesPerSecondEach}`,
    `bps-capacity=${plan.bytesPerSecond}`,
    ...denied.map((range) => `denied-peer-ip=${range}`),
    'no-multicast-peers',
    'no-tcp-relay',
    'no-dtls',
    'no-tlsv1',
    'no-tlsv1_1',
    'no-stun',
    'no-cli',
    'no-software-attribute',
    // Into nothing: whoever starts it hears none of it.
    'log-file=stdout',
    'simple-log',
    `userdb=${plan.folder}/turndb`,
    `pidfile=${plan.folder}/turnserver.pid`,
    '',
  ].join('\n');
}
