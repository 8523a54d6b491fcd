/** What the command line says. Electron's and Chromium's own switches are left alone. */
import { switchableTransports, type SwitchableTransport } from '../shared/ipc/connection';
import { canonicalRelayUrl } from '../shared/wire/relay-url';

export interface Options {
  /** Another profile: own identity, own settings, own running instance. */
  profile: string | null;
  /** Relays for this run instead of those in the settings. */
  relays: string[] | null;
  /** Transports, the ways to find each other, for this run instead of those in the settings. */
  transports: SwitchableTransport[] | null;
  /** `HOST:PORT` of the DHT nodes to begin with, for this run; null: those of the settings, and the usual ones. */
  dhtNodes: string[] | null;
  /** `HOST:PORT` of STUN servers for this run; none: only computers that reach each other directly can connect. */
  stun: string[] | null;
  /** Public keys, in hex, by which a test signs releases; a package takes none. */
  testReleaseKeys: string[];
  /** From so many connections on the camera is encoded once for all, 0 for never; null: as usual. */
  encodeOnceFrom: number | null;
}

/** Throws RangeError on a profile name that could leave the profile folder, VigilError on a bad relay. */
export function parseOptions(argv: readonly string[]): Options {
  const valuesOf = (name: string): string[] =>
    argv.flatMap((argument, index) => {
      if (argument.startsWith(`--${name}=`)) return [argument.slice(name.length + 3)];
      const next = argv[index + 1];
      return argument === `--${name}` && next !== undefined ? [next] : [];
    });
  const profile = valuesOf('profile').at(-1) ?? null;
  if (profile !== null && !/^[A-Za-z0-9_-]{1,32}$/.test(profile)) {
    throw new RangeError('a profile name has 1 to 32 letters, digits, dashes or underscores');
  }
  const relays = valuesOf('relay').map(canonicalRelayUrl);
  const named = valuesOf('transports').flatMap((list) => list.split(','));
  const dhtNodes = valuesOf('dht-node');
  const stun = valuesOf('stun');
  return {
    profile,
    relays: relays.length > 0 ? relays : null,
    transports: named.length > 0 ? switchableTransports.filter((name) => named.includes(name)) : null,
    dhtNodes: dhtNodes.length > 0 ? dhtNodes : null,
    testReleaseKeys: valuesOf('test-release-key').filter((key) => /^[0-9a-f]{64}$/.test(key)),
    encodeOnceFrom:
      valuesOf('encode-once-from')
        .filter((count) => /^\d{1,3}$/.test(count))
        .map(Number)
        .at(-1) ?? null,
    stun: argv.includes('--no-stun') ? [] : stun.length > 0 ? stun : null,
  };
}
