/** What is looked at before entering: a meeting to be made, one of one's own, or what somebody pasted. */
import { VigilError } from '../../shared/errors';
import { cleanName } from '../../shared/identity/name';
import type { MeetingView } from '../../shared/ipc';
import type { OwnRole } from '../own-meetings/own-meetings';
import { parseHandInvitation, type HandInvitation } from '../../shared/by-hand/invitation';
import { holdsHandText } from '../../shared/by-hand/text';
import { PastedText } from '../../shared/invite/pasted-text';
import {
  CLOCKS_DIFFER_SECONDS,
  findInvite,
  MAX_LIFETIME_SECONDS,
  type Invite,
} from '../../shared/invite/link';

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
 * clock is behind, or somebody made a false link; and as `parseHandInvitation` and `findInvite` do.
 * @param now Unix seconds.
 */
export function readLink(text: string, now: number): ReadLink {
  const read = readEither(PastedText.of(text), now);
  if (read.invite.expiry > now + MAX_LIFETIME_SECONDS + CLOCKS_DIFFER_SECONDS)
    throw new VigilError('link-ahead-of-clock');
  return read;
}

/** Whatever of both kinds can be used; what is told otherwise is the trouble with what is there. */
function readEither(text: PastedText, now: number): ReadLink {
  const invitation = attempt(() => parseHandInvitation(text, now));
  if (invitation.ok) return { invite: invitation.value.invite, handInvitation: invitation.value };
  const link = attempt(() => findInvite(text, now));
  if (link.ok) return { invite: link.value.invite, handInvitation: null };
  if (isThere(invitation.error)) throw invitation.error;
  if (!isThere(link.error) && holdsHandText('answer', text)) throw new VigilError('hand-answer-here');
  throw link.error;
}

type Attempt<T> = { ok: true; value: T } | { ok: false; error: unknown };

function attempt<T>(read: () => T): Attempt<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    return { ok: false, error };
  }
}

const isThere = (error: unknown): boolean =>
  !(error instanceof VigilError && error.code === 'link-not-vigil');

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
