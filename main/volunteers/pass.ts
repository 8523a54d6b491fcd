/** Makes passwords for a volunteer's TURN that run out: the secret itself never leaves main (docs/protocol.md, section 3.1). */
import { createHmac } from 'node:crypto';
import { toBase64Url } from '../../shared/bytes';
import { passName, type LentVolunteer, type Pass } from '../../shared/volunteer/lent';
import type { AccessSecret, Volunteer } from '../../shared/volunteer/volunteer-text';

/** @param until Unix seconds. @param mark 6 bytes: connections that share it belong to one meeting. */
export function makePass(secret: AccessSecret, until: number, mark: Uint8Array): Pass {
  const whole = Math.floor(until);
  const hmac = createHmac('sha1', toBase64Url(secret)).update(passName({ until: whole, mark }));
  return { until: whole, mark, password: new Uint8Array(hmac.digest()) };
}

/** Everything that somebody else may know of it. */
export function lentOf({ secret, ...place }: Volunteer, until: number, mark: Uint8Array): LentVolunteer {
  return { ...place, pass: secret ? makePass(secret, until, mark) : null };
}
