/** ICE candidates (RFC 8839) as data: IP literals and mDNS names only, nothing that leads elsewhere. */
import { MAX_CANDIDATES, type Candidate } from '../../../shared/wire/description';

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

/** The eight groups of an IPv6 address (RFC 4291, section 2.2), or null if it is none. */
function groupsOf(address: string): number[] | null {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const [a = 0, b = 0, c = 0, d = 0] = dotted?.slice(2).map(Number) ?? [];
  if ([a, b, c, d].some((byte) => byte > 255)) return null;
  const hex = dotted
    ? `${dotted[1] ?? ''}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
    : address;
  const halves = hex.split('::');
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...new Array<string>(missing).fill('0'), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return null;
  return groups.map((group) => Number.parseInt(group, 16));
}

function isPossibleIPv6(address: string): boolean {
  const groups = groupsOf(address);
  if (!groups) return false;
  const [first = 0, second = 0] = groups;
  // Unspecified, loopback, and every form that hides an IPv4 address: mapped, compatible, NAT64, 6to4.
  if (groups.slice(0, 5).every((group) => group === 0)) return false;
  if ((first === 0x64 && second === 0xff9b) || first === 0x2002) return false;
  const linkOrSiteLocal = first >= 0xfe80 && first <= 0xfeff;
  return !linkOrSiteLocal && first < 0xff00;
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
