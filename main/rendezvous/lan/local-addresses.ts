/** Which addresses belong to a local network: nothing else is ever connected to, or listened to. */
import os from 'node:os';
import { BlockList } from 'node:net';

const local = new BlockList();
// RFC 1918; RFC 3927 (link-local); RFC 6598 (networks behind a provider's NAT).
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const) {
  local.addSubnet(network, bits, 'ipv4');
}

export function isLocalAddress(address: string): boolean {
  return local.check(address, 'ipv4');
}

/** This computer's own IPv4 addresses on networks, one for each interface. */
export function ownAddresses(): string[] {
  return Object.values(os.networkInterfaces()).flatMap((addresses) => {
    const one = addresses?.find(({ family, internal }) => family === 'IPv4' && !internal);
    return one ? [one.address] : [];
  });
}
