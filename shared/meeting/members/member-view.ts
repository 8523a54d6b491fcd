/** What is shown of one other participant: names and states, never keys. */
import type { Acquaintance } from '../../identity/contacts';
import { toHex } from '../../bytes';
import { parseVersion, showVersion } from '../../release/version';
import type { Acquaintances } from '../group/acquaintances';
import type { GroupState } from '../group/group-state';
import type { ReleasesPort } from '../ports';
import type { EmojiView, PeerView, RunsView } from '../views';
import type { Introduction } from '../messages/handshake-payloads';
import type { Member } from './member';

/** Of whom nothing is proven yet. */
const NOBODY: Acquaintance = { trust: 'new', contactName: null, sharesNameWith: null };
const SENDS_NOTHING = { microphone: false, camera: false, share: null } as const;

export function peerView(
  member: Member,
  { access }: GroupState,
  acquaintances: Acquaintances,
  releases: ReleasesPort,
): PeerView {
  const { state, path, name, facts } = member;
  const emoji = emojiView(member);
  const common = { peerId: facts.peerId, name, link: path, reached: member.isReached, emoji };
  if (state.phase !== 'open')
    return { ...common, ...NOBODY, ...SENDS_NOTHING, role: 'member', removable: false, runs: null };
  const { microphone, camera, share, introduction } = state;
  const { identity } = introduction;
  const [role, removable] = [access.roleOf(identity), access.removable(identity)];
  const known = acquaintances.look(identity, introduction.name);
  return {
    ...common,
    ...known,
    microphone,
    camera,
    share,
    role,
    removable,
    runs: runsView(introduction, releases),
  };
}

function runsView({ version, buildHash }: Introduction, releases: ReleasesPort): RunsView {
  // Any text might stand there.
  const known = parseVersion(version);
  const standing = releases.standing(known, buildHash);
  const build = standing === 'not-released' ? '' : toHex(buildHash);
  return { version: known ? showVersion(known) : '', build, standing };
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
    runs: null,
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
