/**
 * IPv4 addresses as a network of IPv6 alone reaches them, through its NAT64: how its prefix is found (RFC 7050), and how
 * an address stands behind it (RFC 6052).
 */
import { ipv4Of, ipv6Groups, isPublicIp } from './ip-address';

/** A name that has IPv4 addresses only; whoever gives it an IPv6 address is a DNS64 (RFC 7050, section 3). */
export const IPV4_ONLY_NAME = 'ipv4only.arpa';
const WELL_KNOWN_IPV4: readonly (readonly number[])[] = [
  [192, 0, 0, 170],
  [192, 0, 0, 171],
];

/** Where the four bytes stand for each length of a prefix (RFC 6052, section 2.2); byte 8 is always zero. */
const PLACES: readonly (readonly [bits: number, places: readonly number[]])[] = [
  [96, [12, 13, 14, 15]],
  [64, [9, 10, 11, 12]],
  [56, [7, 9, 10, 11]],
  [48, [6, 7, 9, 10]],
  [40, [5, 6, 7, 9]],
  [32, [4, 5, 6, 7]],
];

export interface Nat64Prefix {
  /** 16 bytes; zero wherever the IPv4 address goes, and behind it. */
  bytes: readonly number[];
  /** 32, 40, 48, 56, 64 or 96. */
  bits: number;
}

/** @param answers IPv6 addresses to which IPV4_ONLY_NAME was resolved. Null where no NAT64 is behind them. */
export function nat64PrefixOf(answers: readonly string[]): Nat64Prefix | null {
  for (const answer of answers) {
    const bytes = ipv6Groups(answer)?.flatMap((group) => [group >>> 8, group & 0xff]);
    // Addresses that only look like IPv6, or lead to no router: whoever gives them has no such network.
    if (!bytes || bytes.slice(0, 8).every((byte) => byte === 0) || !isPossiblePrefix(bytes)) continue;
    for (const [bits, places] of PLACES) {
      const ipv4 = places.map((place) => bytes[place]);
      if (!WELL_KNOWN_IPV4.some((known) => known.every((byte, index) => byte === ipv4[index]))) continue;
      return { bits, bytes: bytes.map((byte, index) => (index < bits / 8 ? byte : 0)) };
    }
  }
  return null;
}

/** Byte 8 is zero (RFC 6052, section 2.2), and the network is no link-local, site-local, multicast or 6to4 one. */
function isPossiblePrefix([first = 0, second = 0, ...others]: readonly number[]): boolean {
  const isLocal = first === 0xff || (first === 0xfe && second >= 0x80);
  return others[6] === 0 && !isLocal && !(first === 0x20 && second === 0x02);
}

/**
 * The address behind the prefix, in eight groups. Null for what is no IPv4 address of the open network: through a NAT64
 * others are not reached (RFC 6052, section 3.1).
 */
export function throughNat64({ bytes, bits }: Nat64Prefix, ipv4: string): string | null {
  const parts = ipv4Of(ipv4);
  const places = PLACES.find(([length]) => length === bits)?.[1];
  if (!parts || !places || !isPublicIp(ipv4)) return null;
  const whole = [...bytes];
  for (const [index, place] of places.entries()) whole[place] = parts[index] ?? 0;
  const group = (index: number): string =>
    ((whole[2 * index] ?? 0) * 256 + (whole[2 * index + 1] ?? 0)).toString(16);
  return Array.from({ length: 8 }, (_, index) => group(index)).join(':');
}
