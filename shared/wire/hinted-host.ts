/** Whether a link may lead to a server: to none of this computer, its network, or a private one. */
import { isPublicIp } from './ip-address';

/** Names of this computer and of its network (RFC 6761, RFC 6762, RFC 8375), and of private ones. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|home\.arpa)$/;

/**
 * False for a host that leads to services of this computer or of a private network: whoever made a link could have them
 * called. What a name is resolved to is to be looked at besides (isPublicResolved).
 * @param url a canonical relay URL or TURN URL.
 */
export function mayBeHinted(url: string): boolean {
  const [, literal, name = ''] = /^[a-z]+:(?:\/\/)?(?:\[([^\]]*)\]|([^:/?#[\]]+))/.exec(url) ?? [];
  if (literal !== undefined) return isPublicIp(literal);
  // Whatever ends in a number is an address, in forms that resolvers understand as well (127.1, 0x7f000001).
  if (/(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(name)) return isPublicIp(name);
  return name.includes('.') && !LOCAL_NAME.test(name);
}
