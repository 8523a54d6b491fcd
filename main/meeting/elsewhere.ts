/** From one meeting straight into another: as the same person, with the devices as they are. */
import { cleanName } from '../../shared/identity/name';
import type { Invite } from '../../shared/invite/link';
import type { Role } from '../../shared/meeting/role';
import { checkPolicy, newInvitation, policyFor, type MeetingStart } from './meeting-start';
import type { RunnerOptions } from './runner-options';
import type { RunningMeeting } from './running-meeting';

/**
 * Asks these to come along, and says how the new meeting starts, which lets them in.
 * Throws VigilError turn-needed, and as `Moderation.askToMove` does.
 */
export function continuedElsewhere(
  { meeting, choice }: RunningMeeting,
  peerIds: readonly string[],
  options: RunnerOptions,
): MeetingStart {
  const title = cleanName(meeting.invite.hints.title);
  const { lendTurn, throwaway } = choice;
  // What stands in the way is said before anybody is asked, and before the new meeting is written down.
  checkPolicy(options);
  meeting.moderation.identitiesOf(peerIds);
  const { invite, role } = newInvitation(title, { lendTurn, throwaway }, options);
  const expected = meeting.moderation.askToMove(peerIds, invite);
  return startElsewhere({ meeting, choice }, invite, { ...role, expected }, options);
}

/** Throws VigilError turn-needed. */
export function startElsewhere(
  { meeting, choice }: Pick<RunningMeeting, 'meeting' | 'choice'>,
  invite: Invite,
  role: Role,
  options: RunnerOptions,
): MeetingStart {
  const { view } = meeting;
  const { microphone, camera } = view.phase === 'inside' ? view.self : choice;
  const policy = policyFor(invite, options);
  return { invite, role, policy, choice: { ...choice, microphone, camera } };
}
