/** ICE candidates (RFC 8839) as data: IP literals and mDNS names only, nothing that leads elsewhere. */
import { MAX_CANDIDATES, type Candidate } from '../../shared/wire/description';

const CANDIDATE =
  /^(\S+) 1 (udp|tcp) (\d+) (\S+) (\d+) typ (host|srflx|prflx|relay)(?: raddr \S+ rport \d+)?(?: tcptype (\S+))?/i;
const MDNS_NAME = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.local$/i;

/** False for loopback, multicast, broadcast, unspecified and link-local addresses, and for any other name. */
export function isPossibleAddress(address: string): boolean {
  if (MDNS_NAME.test(address)) return true;
  if (address.includes(':')) return isPossibleIPv6(address.toLowerCase());
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return false;
  const [first = 0, second = 0] = parts.map(Number);
  const linkLocal = first === 169 && second === 254;
  return first !== 0 && first !== 127 && first < 224 && !linkLocal;
}

function isPossibleIPv6(address: string): boolean {
  if (!/^[0-9a-f:]+(?:\d+(?:\.\d+){3})?$/.test(address) || address.length < 3) return false;
  // ::, ::1, IPv4-mapped and -compatible forms, link-local, multicast.
  return !address.startsWith('::') && !/^fe[89ab]/.test(address) && !address.startsWith('ff');
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

/** The best candidates, at most sixteen. */
export function parseCandidates(values: readonly string[]): Candidate[] {
  return values
    .flatMap((value) => parseCandidate(value) ?? [])
    .sort((a, b) => b.priority - a.priority)
    .slice(0, MAX_CANDIDATES);
}
