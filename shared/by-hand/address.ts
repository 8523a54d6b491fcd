/** Addresses of ICE candidates as bytes, for texts that are short (docs/protocol.md, By hand). */
import { concat, fromHex, toHex, uintBE } from '../bytes';
import { ipv6Groups } from '../wire/ip-address';

export type AddressFamily = 'name' | 'ip4' | 'ip6';

/** Bytes of one address. */
export const addressLengths = { name: 16, ip4: 4, ip6: 16 } as const;

const MDNS_NAME = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\.local$/i;

export interface PackedAddress {
  family: AddressFamily;
  bytes: Uint8Array;
}

/** Null for what is neither an IP literal (RFC 4291 without an embedded IPv4 address) nor an mDNS name of a browser. */
export function packAddress(address: string): PackedAddress | null {
  const name = MDNS_NAME.exec(address);
  if (name) return { family: 'name', bytes: fromHex(name.slice(1).join('')) };
  const bytes = address.includes(':') ? packIPv6(address) : packIPv4(address);
  return bytes && { family: address.includes(':') ? 'ip6' : 'ip4', bytes };
}

export function unpackAddress({ family, bytes }: PackedAddress): string {
  if (family === 'ip4') return bytes.join('.');
  const hex = toHex(bytes);
  if (family === 'ip6') return (hex.match(/.{4}/g) ?? []).join(':');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `${parts.join('-')}.local`;
}

function packIPv4(address: string): Uint8Array | null {
  const parts = address.split('.');
  const isAddress = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
  return isAddress ? Uint8Array.from(parts, Number) : null;
}

function packIPv6(address: string): Uint8Array | null {
  const groups = address.includes('.') ? null : ipv6Groups(address);
  return groups && concat(...groups.map((group) => uintBE(group, 2)));
}
