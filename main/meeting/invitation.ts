/** Makes the secrets of a new meeting and the link that invites to it. */
import { ed25519FromSeed, randomBytes } from '../../shared/crypto/sodium';
import { MAX_LENT_TURN } from '../../shared/invite/hints';
import {
  DEFAULT_LIFETIME_SECONDS,
  encodeLink,
  type Invite,
  type MeetingSecret,
} from '../../shared/invite/link';
import type { HostKeySeed } from '../../shared/meeting/meeting-keys';
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
  /** Anyone with the link comes in. */
  open: boolean;
}

/** @param now Unix seconds. */
export function createInvitation({ title, relays, turn, open }: MeetingChoice, now: number): Invitation {
  const hostKeySeed = randomBytes(32) as HostKeySeed;
  const invite: Invite = {
    open,
    expiry: Math.floor(now) + DEFAULT_LIFETIME_SECONDS,
    secret: randomBytes(32) as MeetingSecret,
    hostKey: ed25519FromSeed(hostKeySeed).publicKey,
    hints: { title, relays: relays.slice(0, MAX_RELAYS_IN_LINK), turn: turn.slice(0, MAX_LENT_TURN) },
  };
  // One relay in common is enough: rather fewer of them than a link that cannot be written.
  while (invite.hints.relays.length > 1 && !fits(invite)) invite.hints.relays.pop();
  return { invite, hostKeySeed };
}

function fits(invite: Invite): boolean {
  try {
    return encodeLink(invite) !== '';
  } catch {
    return false;
  }
}
