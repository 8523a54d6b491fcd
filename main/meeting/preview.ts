/** What somebody pasted to get into a meeting: a link, or an invitation that was passed by hand. */
import { VigilError } from '../../shared/errors';
import { parseHandInvitation, type HandInvitation } from '../../shared/by-hand/invitation';
import { holdsHandText } from '../../shared/by-hand/text';
import { MAX_LIFETIME_SECONDS, parseLink, type Invite } from '../../shared/invite/link';

export interface ReadLink {
  invite: Invite;
  /** Null for a link alone. */
  handInvitation: HandInvitation | null;
}

/** Throws VigilError with a code for each way in which it is none. @param now Unix seconds. */
export function readLink(text: string, now: number): ReadLink {
  const read = readEither(text, now);
  if (read.invite.expiry > now + MAX_LIFETIME_SECONDS + 86_400) throw new VigilError('link-altered');
  return read;
}

function readEither(text: string, now: number): ReadLink {
  if (holdsHandText('invitation', text)) {
    const handInvitation = parseHandInvitation(text, now);
    return { invite: handInvitation.invite, handInvitation };
  }
  if (holdsHandText('answer', text)) throw new VigilError('hand-answer-here');
  return { invite: parseLink(text, now), handInvitation: null };
}
