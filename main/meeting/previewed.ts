/** What is looked at before entering: a meeting to be made, one of one's own, or one behind a link. */
import { cleanName } from '../../shared/identity/name';
import type { Invite } from '../../shared/invite/link';
import type { MeetingView } from '../../shared/ipc';
import type { OwnRole } from '../own-meetings/own-meetings';
import type { ReadLink } from './preview';

export type Previewed =
  | { role: 'host'; expiresAt: number }
  /** A meeting of one's own, made before. */
  | { role: 'again'; invite: Invite; as: OwnRole }
  | ({ role: 'guest' } & ReadLink);

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
