/** What the window is told of people: names and states, never keys. */
import { equalPublic, toHex } from '../bytes';
import type { Ask, KnockView, PeerView } from '../ipc';
import type { Assembly } from './assembly';
import type { MeetingBase } from './base';
import { groupCode, type Named } from './membership/group-code';
import type { Member } from './member';
import type { Self } from './self';
import type { VisitorSession } from './visitor-session';

export function peerView(member: Member, { admission }: Assembly): PeerView {
  const { state, path, name, facts } = member;
  const common = { peerId: facts.peerId, name, link: path };
  if (state.phase !== 'open')
    return { ...common, microphone: false, camera: false, role: 'member', removable: false };
  const { microphone, camera, introduction } = state;
  const { identity } = introduction;
  const [role, removable] = [admission.roleOf(identity), admission.removable(identity)];
  return { ...common, microphone, camera, role, removable };
}

/** Somebody to whom no path is left. */
export function lostPeerView({ facts, name, identity }: Member, { admission }: Assembly): PeerView {
  const role = identity ? admission.roleOf(identity) : 'member';
  const { peerId } = facts;
  return { peerId, name, link: 'interrupted', microphone: false, camera: false, role, removable: false };
}

export function knockView({ id, visitor, state }: VisitorSession): KnockView {
  return { knockId: id, name: visitor.knock.name, since: state.phase === 'asking' ? state.since : 0 };
}

/** Removals that wait for this person's word. */
export function removalsAsk({ admission }: Assembly, members: readonly Member[], self: Self): Ask[] {
  const held = admission.heldRemovals;
  if (held.length === 0) return [];
  const me = held.some((identity) => equalPublic(identity, self.identity.publicKey));
  const names = members.flatMap(({ state, name }) => {
    const isMeant =
      state.phase === 'open' && held.some((one) => equalPublic(one, state.introduction.identity));
    return isMeant ? [name] : [];
  });
  // Of those who have gone by themselves there is nothing to decide.
  return me || names.length > 0 ? [{ kind: 'removals', names, me }] : [];
}

/** The group code over everybody here, computed only when that changes. */
export class GroupCodeView {
  #of = '';
  #code: string[] | null = null;

  /** Null while alone. */
  code(base: MeetingBase, self: Self, members: readonly Member[]): string[] | null {
    const people = members.flatMap(({ state }): Named[] =>
      state.phase === 'open' ? [state.introduction] : [],
    );
    if (people.length === 0) return null;
    const all = [{ identity: self.identity.publicKey, name: self.name }, ...people];
    const of = JSON.stringify(all.map(({ identity, name }) => toHex(identity) + name).sort());
    if (of !== this.#of) {
      this.#of = of;
      this.#code = groupCode(base.meetingId, all);
    }
    return this.#code;
  }
}
