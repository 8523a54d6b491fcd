/** What is looked at before entering: a meeting to be made, one of one's own, or what somebody pasted. */
import { VigilError } from '../../shared/errors';
import { cleanName } from '../../shared/identity/name';
import type { MeetingView } from '../../shared/ipc';
import type { OwnRole } from '../own-meetings/own-meetings';
import { parseHandInvitation, type HandInvitation } from '../../shared/by-hand/invitation';
import { holdsHandText } from '../../shared/by-hand/text';
import { MAX_LIFETIME_SECONDS, parseLink, type Invite } from '../../shared/invite/link';

export type Previewed =
  | { role: 'host'; expiresAt: number }
  /** A meeting of one's own, made before. */
  | { role: 'again'; invite: Invite; as: OwnRole }
  | ({ role: 'guest' } & ReadLink);

/** A link, or an invitation that was passed by hand. */
export interface ReadLink {
  invite: Invite;
  /** Null for a link alone. */
  handInvitation: HandInvitation | null;
}

/**
 * Throws VigilError hand-answer-here, link-ahead-of-clock where the link's end is further away than any link's can be: the
 * clock is behind, or somebody made a false link; and as `parseHandInvitation` and `parseLink` do.
 * @param now Unix seconds.
 */
export function readLink(text: string, now: number): ReadLink {
  const read = readEither(text, now);
  if (read.invite.expiry > now + MAX_LIFETIME_SECONDS + 86_400) throw new VigilError('link-ahead-of-clock');
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

export function previewOf(of: Previewed): MeetingView {
  if (of.role === 'host')
    return {
      phase: 'preview',
      role: 'host',
      title: '',
      expiresAt: of.expiresAt,
      again: false,
      byHand: false,
    };
  const { invite } = of;
  const again = of.role === 'again';
  const title = cleanName(invite.hints.title);
  const byHand = of.role === 'guest' && of.handInvitation !== null;
  const role = again ? 'host' : 'guest';
  return { phase: 'preview', role, title, expiresAt: invite.expiry * 1000, again, byHand };
}
