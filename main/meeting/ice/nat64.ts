/**
 * In a network of IPv6 alone, names lead through its NAT64 by themselves, and IPv4 addresses nowhere: servers, relays
 * and other people that are named by such an address are asked for by the one that it has there.
 */
import { lookup } from 'node:dns/promises';
import os from 'node:os';
import type { IceConfiguration } from '../../../shared/ipc';
import type { Candidate, CompactDescription } from '../../../shared/wire/description';
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

/** A STUN or TURN URL at an IPv4 address: what stands before, the address, and what stands behind. */
const SERVER_AT_IPV4 = /^((?:stun|turn)s?:)(\d+\.\d+\.\d+\.\d+)((?:[:?].*)?)$/i;

/** Addresses that are added to one description, as many as its own bound lets it have through any NAT. */
const MAX_ADDED = 8;
/** Through a NAT64 those lead there that were seen from outside; then what passes traffic on. */
const ORDER: readonly Candidate['type'][] = ['srflx', 'relay', 'host', 'prflx'];

export class Nat64 {
  #prefix: Nat64Prefix | null = null;
  #look: Promise<void> = Promise.resolve();

  constructor(private readonly ports: Nat64Ports = ofTheSystem) {}

  /** Asks the resolver, and only where there is no IPv4. To be called when something may be sent; never rejects. */
  look(): Promise<void> {
    this.#look = this.#lookAround();
    return this.#look;
  }

  /** There may be no other way to an IPv4 address than through a NAT64. */
  get mayBeNeeded(): boolean {
    return !this.ports.hasIPv4();
  }

  /** Where an IPv4 address is reached, by the look around that is under way; itself where it leads through no NAT64. */
  async placeOf(ipv4: string): Promise<string> {
    await this.#look;
    return (this.#prefix && throughNat64(this.#prefix, ipv4)) ?? ipv4;
  }

  async #lookAround(): Promise<void> {
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
      const [, scheme = '', ipv4 = '', rest = ''] = SERVER_AT_IPV4.exec(url) ?? [];
      const address = throughNat64(prefix, ipv4);
      return address === null ? url : `${scheme}[${address}]${rest}`;
    };
    return {
      ...ice,
      iceServers: ice.iceServers.map((server) => ({ ...server, urls: server.urls.map(behind) })),
    };
  }

  /**
   * The same way to somebody, and through the NAT64 behind it. What was there stays: a TURN server here has IPv4. For
   * connections that may go directly only. Addresses of private networks and names are none of the open network.
   */
  follow(remote: CompactDescription): CompactDescription {
    const prefix = this.#prefix;
    if (prefix === null) return remote;
    const added = new Map<string, Candidate>();
    for (const candidate of ORDER.flatMap((type) => remote.candidates.filter((one) => one.type === type))) {
      const address = throughNat64(prefix, candidate.address);
      if (address === null || added.size === MAX_ADDED) continue;
      // Of the same foundation are only those of one address family (RFC 8445, section 5.1.1.3).
      const foundation = `6${candidate.foundation}`.slice(0, 32);
      added.set(`${address} ${String(candidate.port)}`, { ...candidate, address, foundation });
    }
    return { ...remote, candidates: [...remote.candidates, ...added.values()] };
  }
}
