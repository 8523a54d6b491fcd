/** Canonical relay URLs, so that both sides of a meeting compute the same topic for the same relay. */
import { VigilError } from '../errors';

const MAX_URL_LENGTH = 256;

/**
 * Lower-case scheme and host, no default port, no trailing slash, no query or fragment.
 * Throws VigilError relay-url-invalid on anything but ws:// and wss:// with a host.
 */
export function canonicalRelayUrl(text: string): string {
  const trimmed = text.trim();
  const withScheme = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `wss://${trimmed}`;
  const parts =
    /^(wss?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?(\/[^\s?#]*)?(?:[?#]\S*)?$/i.exec(
      withScheme,
    );
  if (!parts || withScheme.length > MAX_URL_LENGTH) throw new VigilError('relay-url-invalid');
  const [, scheme = '', host = '', port = '', path = ''] = parts;
  // `wss//relay.example`: a colon is missing, and the scheme is no host.
  if (/^(?:wss?|https?)$/i.test(host)) throw new VigilError('relay-url-invalid');
  const secure = scheme.toLowerCase() === 'wss';
  const number = Number(port);
  if (port !== '' && (number < 1 || number > 65535)) throw new VigilError('relay-url-invalid');
  const shownPort = port === '' || number === (secure ? 443 : 80) ? '' : `:${String(number)}`;
  return `${secure ? 'wss' : 'ws'}://${host.toLowerCase()}${shownPort}${path.replace(/\/+$/, '')}`;
}
