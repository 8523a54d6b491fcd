/** Pages and mirrors that a person names: by TLS, by an onion service, or on this computer. */

/** In characters. */
export const MAX_RELEASE_ADDRESS_LENGTH = 1024;

/** Whoever asks sees to it that neither leaves this computer, or Tor, in the clear. */
const WITHOUT_TLS = /^(?:127\.\d+\.\d+\.\d+|\[::1\]|localhost|[a-z2-7]{56}\.onion)$/;

/**
 * Null for anything but an address of that kind without a name and password in it. Never throws. @param parse reads it;
 * null for what is no address.
 */
export function releaseAddress<
  T extends { protocol: string; hostname: string; username: string; password: string },
>(text: string, parse: (text: string) => T | null): T | null {
  const trimmed = text.trim();
  const address = trimmed.length <= MAX_RELEASE_ADDRESS_LENGTH ? parse(trimmed) : null;
  if (!address || address.username !== '' || address.password !== '') return null;
  if (address.protocol === 'https:') return address;
  return address.protocol === 'http:' && WITHOUT_TLS.test(address.hostname) ? address : null;
}
