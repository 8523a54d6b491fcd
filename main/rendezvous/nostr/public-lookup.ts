/** Name resolution for servers that a stranger named: the address that is connected to is the one that was looked at. */
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicResolved } from '../../../shared/wire/ip-address';

/** As `dns.lookup`, without addresses of this computer and of private networks; ENOTFOUND if no other is left. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const addresses = error ? [] : found.filter(({ address }) => isPublicResolved(address));
    const [first] = addresses;
    if (!first) callback(error ?? Object.assign(new Error('no public address'), { code: 'ENOTFOUND' }), []);
    else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
