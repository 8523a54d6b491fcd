/** Canonical TURN URLs (RFC 7065), and what a go-between must have to be usable and to fit into an invite link. */
import { utf8 } from '../crypto/sodium';
import { VigilError } from '../errors';

/** Address, name and password together, in bytes of UTF-8: two such servers leave room for relays in a link. */
export const MAX_TURN_BYTES = 254;

export interface TurnLogin {
  /** Canonical: `turn:HOST:PORT?transport=udp`, `turn:HOST:PORT?transport=tcp` or `turns:HOST:PORT`. */
  url: string;
  username: string;
  credential: string;
}

const URL_PARTS =
  /^(?:(turns?):)?(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?(?:\?transport=(udp|tcp))?$/i;

/**
 * Completes what a person types: `HOST` and `HOST:PORT` are `turn:` by UDP. The port is always written; without one it
 * is 3478, and 5349 of `turns:` (RFC 8656, section 3). TLS runs over TCP: `turns:` with `transport=udp` is refused.
 * Throws VigilError turn-url-invalid.
 */
export function canonicalTurnUrl(text: string): string {
  const [whole, scheme = 'turn', host = '', port = '', transport] = URL_PARTS.exec(text.trim()) ?? [];
  const isSecure = scheme.toLowerCase() === 'turns';
  const number = port === '' ? (isSecure ? 5349 : 3478) : Number(port);
  const isPossible = number >= 1 && number <= 65535 && isHost(host);
  if (whole === undefined || !isPossible) throw new VigilError('turn-url-invalid');
  const carrier = transport?.toLowerCase() ?? (isSecure ? 'tcp' : 'udp');
  if (isSecure && carrier !== 'tcp') throw new VigilError('turn-url-invalid');
  const place = `${host.toLowerCase()}:${String(number)}`;
  return isSecure ? `turns:${place}` : `turn:${place}?transport=${carrier}`;
}

/** Throws VigilError turn-url-invalid; turn-login-invalid without name or password, or if all is too long. */
export function checkedTurnLogin({ url, username, credential }: TurnLogin): TurnLogin {
  const checked = { url: canonicalTurnUrl(url), username: username.trim(), credential };
  const lengths = Object.values(checked).map((part) => utf8(part).length);
  const isTooLong = lengths.reduce((sum, length) => sum + length, 0) > MAX_TURN_BYTES;
  if (checked.username === '' || credential === '' || isTooLong) throw new VigilError('turn-login-invalid');
  return checked;
}

/** A name of at most 253 characters (RFC 1035), or an IPv6 literal in brackets. */
function isHost(host: string): boolean {
  return host.length <= 253 && !host.includes('..');
}
