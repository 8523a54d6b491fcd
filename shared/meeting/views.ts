/** What the window is told of people: names and states, never keys. */
import { equalPublic, toHex } from '../bytes';
import type { Ask, KnockView, PeerView } from '../ipc';
import type { Acquaintance } from '../identity/contacts';
import type { GroupState } from './group/group-state';
import type { MeetingKeyring } from './meeting-keys';
import { groupCode, type Named } from '../roster/group-code';
import type { Acquaintances } from './group/acquaintances';
import type { Member } from './members/member';
import type { Ports } from './ports';
import type { Self } from './self';
import { emojiView } from './verification';
import type { VisitorSession } from './door/visitor-session';

/** Of whom nothing is proven yet. */
const NOBODY: Acquaintance = { trust: 'new', contactName: null, sharesNameWith: null };

export function peerView(member: Member, { access }: GroupState, acquaintances: Acquaintances): PeerView {
  const { state, path, name, facts } = member;
  const emoji = emojiView(member);
  const common = { peerId: facts.peerId, name, link: path, reached: member.isReached, emoji };
  if (state.phase !== 'open')
    return { ...common, ...NOBODY, microphone: false, camera: false, role: 'member', removable: false };
  const { microphone, camera, introduction } = state;
  const { identity } = introduction;
  const [role, removable] = [access.roleOf(identity), access.removable(identity)];
  const known = acquaintances.look(identity, introduction.name);
  return { ...common, ...known, microphone, camera, role, removable };
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
    microphone: false,
    camera: false,
    role,
    removable: false,
    emoji: { phase: 'idle' },
  };
}

/** Somebody who waits at a door. */
export interface Waiting {
  knockId: string;
  identity: Uint8Array;
  name: string;
  since: number;
  /** The personal link by which it came; null: the general one, or not known here. */
  byLink: string | null;
}

export function waitingOf({ id, visitor, state }: VisitorSession): Waiting {
  const { identity, name } = visitor.knock;
  const since = state.phase === 'asking' ? state.since : 0;
  return { knockId: id, identity, name, since, byLink: null };
}

export function knockView(
  { knockId, identity, name, since, byLink }: Waiting,
  acquaintances: Acquaintances,
): KnockView {
  const { trust, contactName } = acquaintances.look(identity, name);
  return { knockId, name, since, byLink, trust, contactName };
}

/** Removals that wait for this person's word. */
export function removalsAsk({ access }: GroupState, members: readonly Member[], self: Self): Ask[] {
  const held = access.heldRemovals;
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

/** Whoever comes in first is connected first: the code takes long enough to hold its picture up. */
const FIRST_CODE_MS = 1000;

/** The group code over everybody here, computed only when that changes. */
export class GroupCodeView {
  #of = '';
  #code: string[] | null = null;
  #wait: 'none' | 'over' | (() => void) = 'none';

  /** @param changed a code is there now. */
  constructor(
    private readonly timer: Ports['timer'],
    private readonly changed: () => void,
  ) {}

  /** Null while alone, and for a second after the first other one came. */
  code(base: MeetingKeyring, self: Self, members: readonly Member[]): string[] | null {
    const people = members.flatMap(({ state }): Named[] =>
      state.phase === 'open' ? [state.introduction] : [],
    );
    if (people.length === 0 || this.#wait !== 'over') return null;
    const all = [{ identity: self.identity.publicKey, name: self.name }, ...people];
    const of = JSON.stringify(all.map(({ identity, name }) => toHex(identity) + name).sort());
    if (of !== this.#of) {
      this.#of = of;
      this.#code = groupCode(base.meetingId, all);
    }
    return this.#code;
  }

  /** Somebody's handshake is done. */
  opened(): void {
    if (this.#wait !== 'none') return;
    this.#wait = this.timer(FIRST_CODE_MS, () => {
      this.#wait = 'over';
      this.changed();
    });
  }

  end(): void {
    if (typeof this.#wait === 'function') this.#wait();
    this.#wait = 'over';
  }
}
