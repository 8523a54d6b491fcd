/**
 * In a network of IPv6 alone, names lead through its NAT64 by themselves, and IPv4 addresses nowhere: TURN servers that
 * are named by such an address are asked for by the one that it has there.
 */
import { lookup } from 'node:dns/promises';
import os from 'node:os';
import type { IceConfiguration } from '../../../shared/ipc';
import { IPV4_ONLY_NAME, nat64PrefixOf, throughNat64, type Nat64Prefix } from '../../../shared/wire/nat64';

export interface Nat64Ports {
  /** This computer has an IPv4 address that leads out of it. */
  hasIPv4: () => boolean;
  /** The IPv6 addresses of a name, by the system's resolver; rejects where there are none. */
  resolve: (name: string) => Promise<string[]>;
}

const ofTheSystem: Nat64Ports = {
  hasIPv4: () =>
    Object.values(os.networkInterfaces())
      .flat()
      .some((one) => one?.family === 'IPv4' && !one.internal && !one.address.startsWith('169.254.')),
  resolve: async (name) => (await lookup(name, { family: 6, all: true })).map(({ address }) => address),
};

/** A TURN URL at an IPv4 address: what stands before, the address, and what stands behind. */
const TURN_AT_IPV4 = /^(turns?:)(\d+\.\d+\.\d+\.\d+)((?:[:?].*)?)$/i;

export class Nat64 {
  #prefix: Nat64Prefix | null = null;

  constructor(private readonly ports: Nat64Ports = ofTheSystem) {}

  /** Asks the resolver, and only where there is no IPv4. To be called when something may be sent; never rejects. */
  async look(): Promise<void> {
    if (this.ports.hasIPv4()) {
      this.#prefix = null;
      return;
    }
    try {
      this.#prefix = nat64PrefixOf(await this.ports.resolve(IPV4_ONLY_NAME));
    } catch {
      this.#prefix = null;
    }
  }

  /** The same servers, and those at an IPv4 address by the one behind the prefix instead. */
  reach(ice: IceConfiguration): IceConfiguration {
    const prefix = this.#prefix;
    if (prefix === null) return ice;
    const behind = (url: string): string => {
      const [, scheme = '', ipv4 = '', rest = ''] = TURN_AT_IPV4.exec(url) ?? [];
      const address = throughNat64(prefix, ipv4);
      return address === null ? url : `${scheme}[${address}]${rest}`;
    };
    return {
      ...ice,
      iceServers: ice.iceServers.map((server) => ({ ...server, urls: server.urls.map(behind) })),
    };
  }
}
