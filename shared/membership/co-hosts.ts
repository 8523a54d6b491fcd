/**
 * Who may sign, and how much. Each statement has its place in a fixed allowance, so that nothing that is
 * held is ever pushed out: a removal that fell out of a full set would let somebody in again.
 */
import { equalPublic, toHex } from '../bytes';
import type { VerifiedStatement } from './statement';

/** At most so many statements of one meeting are held; what follows never needs more than 497. */
export const MAX_STATEMENTS = 512;
/** The host's numbers are below this. */
export const HOST_ALLOWANCE = 224;
/** Each time the host names a co-host, that key may sign so many more statements. */
export const GRANT = 16;
/** So often the host may name a co-host; further times do not count. */
export const MAX_GRANTS = 16;
/** The host and sixteen keys. */
export const MAX_SIGNERS = 1 + MAX_GRANTS;

export interface Appointment {
  identity: Uint8Array;
  /** Per-meeting key, 32 bytes. */
  perMeetingKey: Uint8Array;
  /** The key's numbers are below this. */
  allowance: number;
  /** Of these, so many count since the host dropped the key; null while it is not dropped. */
  dropped: number | null;
}

/**
 * The co-hosts that the host named, in the order in which it first named them.
 * A key belongs to the identity with which it was named first. A dropped key is dropped for good: numbers
 * that were signed before the drop was known could otherwise come to life later.
 * @param standing the host's chain.
 */
export function appointmentsOf(
  standing: readonly VerifiedStatement[],
  hostKey: Uint8Array,
): ReadonlyMap<string, Appointment> {
  const appointments = new Map<string, Appointment>();
  const dropped = new Map<string, number>();
  let grants = 0;
  for (const { body } of standing) {
    if (body.kind !== 'co-host' && body.kind !== 'drop-co-host') continue;
    const key = toHex(body.perMeetingKey);
    const known = appointments.get(key);
    if (body.kind === 'drop-co-host') {
      const counting = Math.min(body.counting, dropped.get(key) ?? body.counting);
      dropped.set(key, counting);
      if (known) known.dropped = counting;
    } else if (grants < MAX_GRANTS && mayBeNamed(body, known, hostKey) && !dropped.has(key)) {
      grants++;
      const { identity, perMeetingKey } = body;
      if (known) known.allowance += GRANT;
      else appointments.set(key, { identity, perMeetingKey, allowance: GRANT, dropped: null });
    }
  }
  return appointments;
}

function mayBeNamed(
  named: { identity: Uint8Array; perMeetingKey: Uint8Array },
  known: Appointment | undefined,
  hostKey: Uint8Array,
): boolean {
  if (equalPublic(named.perMeetingKey, hostKey)) return false;
  return known === undefined || equalPublic(known.identity, named.identity);
}
