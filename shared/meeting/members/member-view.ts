/** What is shown of one other participant: names and states, never keys. */
import type { Acquaintance } from '../../identity/contacts';
import type { Acquaintances } from '../group/acquaintances';
import type { GroupState } from '../group/group-state';
import type { EmojiView, PeerView } from '../views';
import type { Member } from './member';

/** Of whom nothing is proven yet. */
const NOBODY: Acquaintance = { trust: 'new', contactName: null, sharesNameWith: null };
const SENDS_NOTHING = { microphone: false, camera: false, share: null } as const;

export function peerView(member: Member, { access }: GroupState, acquaintances: Acquaintances): PeerView {
  const { state, path, name, facts } = member;
  const emoji = emojiView(member);
  const common = { peerId: facts.peerId, name, link: path, reached: member.isReached, emoji };
  if (state.phase !== 'open')
    return { ...common, ...NOBODY, ...SENDS_NOTHING, role: 'member', removable: false };
  const { microphone, camera, share, introduction } = state;
  const { identity } = introduction;
  const [role, removable] = [access.roleOf(identity), access.removable(identity)];
  const known = acquaintances.look(identity, introduction.name);
  return { ...common, ...known, microphone, camera, share, role, removable };
}

/** Somebody to whom no path is left. */
export function lostPeerView(
  { facts, name, identity }: Member,
  { access }: GroupState,
  acquaintances: Acquaintances,
): PeerView {
  const role = identity ? access.roleOf(identity) : 'member';
  const known = identity ? acquaintances.look(identity, name) : NOBODY;
  const { peerId } = facts;
  return {
    ...known,
    peerId,
    name,
    link: 'interrupted',
    reached: false,
    ...SENDS_NOTHING,
    role,
    removable: false,
    emoji: { phase: 'idle' },
  };
}

/** How far comparing emoji with it has come. */
function emojiView({ emoji }: Member): EmojiView {
  const state = emoji?.state;
  switch (state?.phase) {
    case undefined:
    case 'idle':
      return { phase: 'idle' };
    case 'asked':
    case 'committed':
    case 'answered':
      return { phase: 'waiting' };
    case 'comparing':
      return { phase: 'comparing', emoji: state.emoji, mine: state.mine, theirs: state.theirs };
    case 'same':
      return { phase: 'same' };
    case 'failed':
      return { phase: 'failed', why: state.why };
  }
}
