/**
 * What all members of a meeting share, by whichever of its links they came: the keys of its first link. A link that
 * replaces another, or is made for one invitee, has keys of its own up to the door only.
 */
import type { MeetingKeys } from '../invite/key-schedule';

export type MeetingKeyring = Pick<MeetingKeys, 'meetingId' | 'psk'>;
