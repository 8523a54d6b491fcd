/** ICE candidates (RFC 8839) as data: IP literals and mDNS names only, nothing that leads elsewhere. */
import { MAX_CANDIDATES, type Candidate } from '../../../shared/wire/description';
import { isPossibleIp, isPublicResolved } from '../../../shared/wire/ip-address';

const CANDIDATE =
  /^(\S+) 1 (udp|tcp) (\d+) (\S+) (\d+) typ (host|srflx|prflx|relay)(?: raddr \S+ rport \d+)?(?: tcptype (\S+))?/i;
const MDNS_NAME = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.local$/i;

/**
 * False for loopback, multicast, broadcast, unspecified and link-local addresses, and for any other name. Behind a
 * NAT64's well-known prefix only addresses of the open network may stand.
 */
export function isPossibleAddress(address: string): boolean {
  return MDNS_NAME.test(address) || isPossibleIp(address) || isPublicResolved(address);
}

/** Null for what must not be told or tried. TCP host candidates only work with a passive side: left out. */
export function parseCandidate(value: string): Candidate | null {
  const parts = CANDIDATE.exec(value);
  if (!parts) return null;
  const [, foundation = '', protocol = '', priority = '', address = '', port = '', type = ''] = parts;
  if (!isPossibleAddress(address) || protocol.toLowerCase() !== 'udp') return null;
  if (!/^[A-Za-z0-9+/]{1,32}$/.test(foundation)) return null;
  return {
    foundation,
    protocol: 'udp',
    priority: Number(priority),
    address,
    port: Number(port),
    type: type.toLowerCase() as Candidate['type'],
  };
}

/** The line's value, rebuilt from checked parts. Null for an address that must not be tried. */
export function formatCandidate(candidate: Candidate): string | null {
  if (!isPossibleAddress(candidate.address)) return null;
  const { foundation, protocol, priority, address, port, type } = candidate;
  const base = `${foundation} 1 ${protocol} ${String(priority)} ${address} ${String(port)} typ ${type}`;
  // The address behind a reflexive candidate is nobody's business.
  return type === 'host' ? base : `${base} raddr 0.0.0.0 rport 0`;
}

/** Places kept for each type, so that many network cards cannot crowd out the way through a NAT. */
const PLACES = { host: 8, srflx: 4, prflx: 0, relay: 4 } as const;

/** The best candidates of each type, at most sixteen. */
export function parseCandidates(values: readonly string[]): Candidate[] {
  const parsed = values
    .flatMap((value) => parseCandidate(value) ?? [])
    .sort((a, b) => b.priority - a.priority);
  const kept = (Object.keys(PLACES) as Candidate['type'][]).flatMap((type) =>
    parsed.filter((candidate) => candidate.type === type).slice(0, PLACES[type]),
  );
  return kept.slice(0, MAX_CANDIDATES);
}
