/** Makes the secrets of a new meeting and the link that invites to it. */
import { ed25519FromSeed, randomBytes } from '../../shared/crypto/sodium';
import { MAX_LENT_TURN } from '../../shared/invite/hints';
import {
  DEFAULT_LIFETIME_SECONDS,
  encodeLink,
  type Invite,
  type MeetingSecret,
} from '../../shared/invite/link';
import { sturdy } from '../../shared/invite/sturdy';
import type { HostKeySeed } from '../../shared/meeting/meeting-keys';
import type { LentVolunteer } from '../../shared/volunteer/lent';
import type { TurnLogin } from '../../shared/wire/turn-url';

/** Relays named in a link: enough that some answer, few enough that the link stays short. */
const MAX_RELAYS_IN_LINK = 4;

export interface Invitation {
  invite: Invite;
  hostKeySeed: HostKeySeed;
}

export interface MeetingChoice {
  title: string;
  /** Canonical URLs on which the host listens. */
  relays: readonly string[];
  /** TURN servers to lend to whoever comes by the link. */
  turn: readonly TurnLogin[];
  /** A volunteer's server to lend, once it is known until when the link is good, in Unix seconds. */
  volunteer?: (until: number) => LentVolunteer | null;
  /** Anyone with the link comes in. */
  open: boolean;
  /** Unix seconds; a day from now unless said. */
  worksUntil?: number;
}

/** @param now Unix seconds. */
export function createInvitation(choice: MeetingChoice, now: number): Invitation {
  const { title, relays, turn, open } = choice;
  const expiry = Math.floor(choice.worksUntil ?? now + DEFAULT_LIFETIME_SECONDS);
  const volunteer = choice.volunteer?.(expiry) ?? null;
  const hints = {
    ...{ title, relays: relays.slice(0, MAX_RELAYS_IN_LINK), turn: turn.slice(0, MAX_LENT_TURN) },
    ...(volunteer ? { volunteer } : {}),
  };
  const draw = (): Invitation => {
    const hostKeySeed = randomBytes(32) as HostKeySeed;
    const hostKey = ed25519FromSeed(hostKeySeed).publicKey;
    return {
      invite: { open, expiry, secret: randomBytes(32) as MeetingSecret, hostKey, hints },
      hostKeySeed,
    };
  };
  // One relay in common is enough: rather fewer of them than a link that cannot be written.
  while (hints.relays.length > 1 && linkOrNull(draw().invite) === null) hints.relays.pop();
  return sturdy(draw, ({ invite }) => linkOrNull(invite));
}

function linkOrNull(invite: Invite): string | null {
  try {
    return encodeLink(invite);
  } catch {
    return null;
  }
}
