/** All that a meeting starts with: by which link, as whom, and by what servers its connections may go. */
import { systemClocks } from '../clocks';
import { unixSeconds } from '../../shared/clocks';
import { randomBytes, utf8 } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import { generateIdentitySeed } from '../../shared/identity/identity';
import { cleanName, MAX_NAME_BYTES } from '../../shared/identity/name';
import type { Hints } from '../../shared/invite/hints';
import type { Invite } from '../../shared/invite/link';
import { MAX_TITLE_BYTES } from '../../shared/ipc';
import type { Role } from '../../shared/meeting/phase';
import { turnLoginsOf } from '../../shared/volunteer/lent';
import type { TurnLogin } from '../../shared/wire/turn-url';
import type { OwnRole } from '../own-meetings/own-meetings';
import { ownTurn } from './ice/ice-servers';
import { createInvitation } from './invitation';
import { icePolicy, type IcePolicy } from './ice/ice-policy';
import type { Previewed } from './preview';
import type { EnterChoice, MeetingEntry, RunnerOptions } from './runner-options';

export interface MeetingStart {
  invite: Invite;
  role: Role | OwnRole;
  policy: IcePolicy;
  choice: MeetingEntry;
}

type HostRole = Extract<Role, { role: 'host' }>;
type NewInvitation = Pick<EnterChoice, 'open' | 'lendTurn' | 'throwaway'>;
type PolicyOptions = Pick<RunnerOptions, 'stun' | 'settings' | 'allowedIce' | 'volunteers'>;
type InvitationOptions = Pick<RunnerOptions, 'settings' | 'relaysForLink' | 'ownMeetings' | 'volunteers'>;
type MeetingStartOptions = Pick<RunnerOptions, 'identitySeed'> & PolicyOptions & InvitationOptions;

/** Throws VigilError name-too-long, name-empty, title-too-long, turn-needed, before anything is sent. */
export function meetingStartOf(
  of: Previewed,
  choice: EnterChoice,
  options: MeetingStartOptions,
): MeetingStart {
  const name = checkedText(choice.name, MAX_NAME_BYTES, 'name-too-long');
  if (name === '') throw new VigilError('name-empty');
  const throwaway = choice.throwaway === true && of.role !== 'again';
  const identitySeed = throwaway ? generateIdentitySeed(randomBytes) : options.identitySeed();
  const entry: MeetingEntry = { ...choice, throwaway, name, identitySeed };
  // A meeting that cannot be entered is not written down as made.
  checkPolicy(options);
  const { invite, role } = invitationTo(of, entry, options);
  return { invite, role, policy: policyFor(invite, options), choice: entry };
}

function invitationTo(
  of: Previewed,
  entry: MeetingEntry,
  options: InvitationOptions,
): { invite: Invite; role: Role | OwnRole } {
  if (of.role === 'guest') return { invite: of.invite, role: guestAs(entry) };
  if (of.role === 'again') return { invite: of.invite, role: of.as };
  const title = checkedText(entry.title ?? '', MAX_TITLE_BYTES, 'title-too-long');
  return newInvitation(title, entry, options);
}

/** Of whom a one-time identity hides nothing is kept that belongs to the usual one. */
export function guestAs({ throwaway }: Pick<EnterChoice, 'throwaway'>): Role {
  return { role: 'guest', keepsNothing: throwaway === true };
}

/** Makes a meeting, and writes it down as one's own unless that is not wanted. Throws as `encodeLink` does. */
export function newInvitation(
  title: string,
  choice: NewInvitation,
  options: InvitationOptions,
): { invite: Invite; role: HostRole } {
  const relays = options.relaysForLink();
  const turn = choice.lendTurn === true ? ownTurn(options.settings()) : [];
  const made = createInvitation(
    {
      title,
      relays,
      turn,
      open: choice.open === true,
      volunteer: (until) => options.volunteers?.lend(until) ?? null,
    },
    unixSeconds(systemClocks.wall()),
  );
  const { invite, hostKeySeed } = made;
  // It is not written down who made it, nor that it was made here.
  if (choice.throwaway === true) return { invite, role: { role: 'host', hostKeySeed } };
  return { invite, role: options.ownMeetings.begin(invite, hostKeySeed) };
}

/** What a link lends counts for nothing here. Throws VigilError turn-needed. */
export function checkPolicy(options: Pick<PolicyOptions, 'settings' | 'volunteers'>): void {
  icePolicy(withVolunteers(options), { stun: [], lent: [] });
}

/** A volunteer whose text this person has is trusted as far as an own TURN server. */
export function withVolunteers({
  settings,
  volunteers,
}: Pick<PolicyOptions, 'settings' | 'volunteers'>): ReturnType<PolicyOptions['settings']> {
  const now = settings();
  const added = (volunteers?.turn() ?? []).map((login) => ({ ...login, enabled: true }));
  return { ...now, turn: [...now.turn, ...added] };
}

/** All that a link lends, as a browser is told it. */
export function lentBy({ turn, volunteer }: Hints): TurnLogin[] {
  return [...turn, ...(volunteer ? turnLoginsOf(volunteer) : [])];
}

/** Throws VigilError turn-needed, before anything is sent. */
export function policyFor({ hints }: Invite, options: PolicyOptions): IcePolicy {
  const { stun, allowedIce } = options;
  const policy = icePolicy(withVolunteers(options), { stun, lent: lentBy(hints) });
  return (trust) => allowedIce(policy(trust));
}

function checkedText(text: string, limit: number, tooLong: 'name-too-long' | 'title-too-long'): string {
  const cleaned = cleanName(text);
  if (utf8(cleaned).length > limit) throw new VigilError(tooLong);
  return cleaned;
}
