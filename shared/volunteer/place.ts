/** Where a volunteer's server is and what it offers, as the volunteer text and links have it (docs/protocol.md, section 3.1). */
import type { ByteReader } from '../bytes';
import { ascii, concat, uintBE } from '../bytes';
import { canonicalRelayUrl } from '../wire/relay-url';
import { canonicalTurnUrl } from '../wire/turn-url';

/** Bytes of the SHA-256 of a certificate's DER form. */
export const CERTIFICATE_HASH_LENGTH = 32;
/** Of a name or address, in ASCII characters. */
export const MAX_VOLUNTEER_HOST = 100;

const RELAY = 1;
const TURN = 2;

export interface VolunteerPlace {
  /** A name or an address, lower case; IPv6 in brackets. */
  host: string;
  /** Of the relay by wss; null: none is there. */
  relayPort: number | null;
  /** Of TURN by UDP and TCP, and by TLS; null: none is there. */
  turn: { port: number; tlsPort: number } | null;
  /** SHA-256 of the certificate that relay and TURN by TLS show, 32 bytes. */
  certificate: Uint8Array;
}

/** How TURN is reached, the fastest way first. */
export const turnWays = ['udp', 'tcp', 'tls'] as const;
export type TurnWay = (typeof turnWays)[number];

/** `parts u8 ‖ host length u8 ‖ host ‖ relay port u16 ‖ TURN port u16 ‖ TURN TLS port u16 ‖ certificate 32`. */
export function encodePlace({ host, relayPort, turn, certificate }: VolunteerPlace): Uint8Array {
  const parts = (relayPort === null ? 0 : RELAY) | (turn ? TURN : 0);
  const ports = [relayPort ?? 0, turn?.port ?? 0, turn?.tlsPort ?? 0].map((port) => uintBE(port, 2));
  return concat(Uint8Array.of(parts, host.length), ascii(host), ...ports, certificate);
}

/** Throws RangeError, or VigilError turn-url-invalid, on what is no such place. */
export function readPlace(reader: ByteReader): VolunteerPlace {
  const parts = reader.uintBE(1);
  const hostLength = reader.uintBE(1);
  if (parts === 0 || parts > (RELAY | TURN) || hostLength > MAX_VOLUNTEER_HOST)
    throw new RangeError('no such place');
  const host = String.fromCharCode(...reader.take(hostLength));
  const [relayPort, port, tlsPort] = [reader.uintBE(2), reader.uintBE(2), reader.uintBE(2)];
  const place: VolunteerPlace = {
    host,
    relayPort: (parts & RELAY) === 0 ? null : relayPort,
    turn: (parts & TURN) === 0 ? null : { port, tlsPort },
    certificate: reader.take(CERTIFICATE_HASH_LENGTH),
  };
  return checkedPlace(place, [relayPort, port, tlsPort]);
}

/** Throws as `relayUrlOf` does. Ports stand where their part is, and nowhere else; the host is spelt in one way. */
function checkedPlace(place: VolunteerPlace, [relayPort, port, tlsPort]: number[]): VolunteerPlace {
  const isOne = (value = 0): boolean => value > 0;
  const fits =
    (place.relayPort !== null) === isOne(relayPort) &&
    [port, tlsPort].every((one) => (place.turn !== null) === isOne(one)) &&
    canonicalTurnUrl(`turn:${place.host}:1?transport=udp`) === `turn:${place.host}:1?transport=udp`;
  if (!fits) throw new RangeError('no such place');
  // Some names are none that a relay can have.
  relayUrlOf(place);
  return place;
}

/** `wss://HOST:PORT`, or null where there is no relay. Throws VigilError relay-url-invalid. */
export function relayUrlOf({ host, relayPort }: VolunteerPlace): string | null {
  return relayPort === null ? null : canonicalRelayUrl(`wss://${host}:${relayPort}`);
}

/** Canonical TURN URLs by way; none where there is no TURN. */
export function turnUrlsOf({ host, turn }: VolunteerPlace): { way: TurnWay; url: string }[] {
  if (!turn) return [];
  return [
    { way: 'udp', url: canonicalTurnUrl(`turn:${host}:${turn.port}?transport=udp`) },
    { way: 'tcp', url: canonicalTurnUrl(`turn:${host}:${turn.port}?transport=tcp`) },
    { way: 'tls', url: canonicalTurnUrl(`turns:${host}:${turn.tlsPort}`) },
  ];
}
