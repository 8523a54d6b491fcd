/** Hosts of relays and TURN servers that a person listed, whatever they are used for. */
import { bare } from './pins';

type Listed = Record<'relays' | 'turn', readonly { url: string }[]>;

export function listedHosts({ relays, turn }: Listed): ReadonlySet<string> {
  const hosts = [...relays, ...turn].map(
    ({ url }) => /^\w+:(?:\/\/)?(\[[^\]]*\]|[^:/?]+)/.exec(url)?.[1] ?? '',
  );
  return new Set(hosts.map(bare));
}
