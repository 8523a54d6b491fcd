/** Which IP addresses others may name: none that leads to this computer, to its link, or to what hides an address. */

/** The ranges that are not of the open network: RFC 1918, RFC 6598, RFC 6890 and RFC 2544, as `[first address, bits]`. */
const PRIVATE_IPV4: readonly (readonly [string, number])[] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['192.0.0.0', 24],
  ['198.18.0.0', 15],
];

/** False for loopback, multicast, broadcast, unspecified and link-local addresses, and for what is no IP address. */
export function isPossibleIp(address: string): boolean {
  if (address.includes(':')) return isPossibleIPv6(address);
  const parts = ipv4Of(address);
  if (!parts) return false;
  const [first = 0, second = 0] = parts;
  const linkLocal = first === 169 && second === 254;
  return first !== 0 && first !== 127 && first < 224 && !linkLocal;
}

/** A possible address of the open network: not of a private one (RFC 1918, RFC 4193) or a provider's own (RFC 6598). */
export function isPublicIp(address: string): boolean {
  if (!isPossibleIp(address)) return false;
  const groups = ipv6Groups(address);
  if (groups) return ((groups[0] ?? 0) & 0xfe00) !== 0xfc00;
  const parts = ipv4Of(address) ?? [];
  return !PRIVATE_IPV4.some(([first, bits]) => {
    const shift = 32 - bits;
    return numberOf(parts) >>> shift === numberOf(ipv4Of(first) ?? []) >>> shift;
  });
}

/**
 * As `isPublicIp`, of an address to which a name was resolved: in a network of IPv6 alone a name of the open network
 * becomes 64:ff9b::/96 (RFC 6052) with its IPv4 address behind.
 */
export function isPublicResolved(address: string): boolean {
  const groups = ipv6Groups(address);
  const [first, second, ...rest] = groups ?? [];
  if (first !== 0x64 || second !== 0xff9b || rest.slice(0, 4).some((group) => group !== 0))
    return isPublicIp(address);
  const bytes = rest.slice(4).flatMap((group) => [group >>> 8, group & 0xff]);
  return isPublicIp(bytes.join('.'));
}

/** The four bytes of an IPv4 address as it is usually written, or null if it is none. */
export function ipv4Of(address: string): number[] | null {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return null;
  return parts.map(Number);
}

function numberOf([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number {
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

/** The eight groups of an IPv6 address (RFC 4291, section 2.2), or null if it is none. */
export function ipv6Groups(text: string): number[] | null {
  const address = text.toLowerCase();
  if (!address.includes(':')) return null;
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
  const groups = ipv6Groups(address);
  if (!groups) return false;
  const [first = 0, second = 0] = groups;
  // Unspecified, loopback, and every form that hides an IPv4 address: mapped, compatible, NAT64, 6to4.
  if (groups.slice(0, 5).every((group) => group === 0)) return false;
  if ((first === 0x64 && second === 0xff9b) || first === 0x2002) return false;
  const linkOrSiteLocal = first >= 0xfe80 && first <= 0xfeff;
  return !linkOrSiteLocal && first < 0xff00;
}
