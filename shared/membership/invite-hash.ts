/** The hash by which a statement names the link that replaces another one. */
import { ascii, concat, uintBE } from '../bytes';
import { blake2b256 } from '../crypto/sodium';
import type { Invite } from '../invite/link';

const LINK_VERSION = 1;

/**
 * 32 bytes over all of a link that its keys depend on: `version ‖ flags ‖ expiry ‖ secret ‖ host key`, its
 * first 70 bytes. Hints may change. The secret has 256 random bits, so the hash gives nothing away.
 */
export function inviteHash(invite: Omit<Invite, 'hints'>): Uint8Array {
  const bound = concat(
    Uint8Array.of(LINK_VERSION, invite.open ? 1 : 0),
    uintBE(invite.expiry, 4),
    invite.secret,
    invite.hostKey,
  );
  return blake2b256([ascii('vigil-replace-1'), bound]);
}
