/**
 * By what right this participant keeps the door (docs/protocol.md, The door): the host always; co-hosts; and while
 * none of them is here, the members with the lowest peer ids.
 */
import { toHex } from '../../bytes';
import type { Invite } from '../../invite/link';
import type { GroupState } from '../group/group-state';
import type { Member } from '../members/member';
import type { Members } from '../members/members';
import type { Self } from '../self';

/** So many members keep the door when nobody else does. */
const MEMBERS_AT_THE_DOOR = 2;

/** entering: not inside yet. looking: inside, and saying hello to find others again. */
export type Presence = 'entering' | 'inside' | 'looking';

export interface KeeperElectionOptions {
  invite: Invite;
  self: Self;
  members: Members;
  group: GroupState;
  presence: () => Presence;
}

export interface Right {
  /** What changes it needs another door. */
  name: string;
  proof: Uint8Array[];
  /** everybody: newcomers as well. known: those whom the statements let in already. */
  admits: 'everybody' | 'known';
}

export class KeeperElection {
  constructor(private readonly options: KeeperElectionOptions) {}

  /** As things stand; null for none. */
  get now(): Right | null {
    const { invite, group } = this.options;
    const { ledger, access } = group;
    if (this.options.presence() === 'entering') return null;
    const isKeeper = ledger.rights !== 'none';
    if (!isKeeper && !this.#isOneOfTheLowest()) return null;
    const admits = isKeeper || (invite.open && !access.lobby) ? 'everybody' : 'known';
    if (ledger.rights === 'host' || invite.open) return { name: ledger.rights, proof: [], admits };
    const proof = ledger.doorProof;
    return proof.length === 0 ? null : { name: proof.map(toHex).join(), proof, admits };
  }

  #isOneOfTheLowest(): boolean {
    const { members, group, self } = this.options;
    if (members.all.some((member) => this.#isKeeper(member) && group.isHere(member))) return false;
    const here = members.all.filter((member) => group.isHere(member));
    const own = toHex(self.peerId);
    const able = here.filter((member) => this.#mayKeepDoor(member)).map(({ facts }) => facts.peerId);
    return [own, ...able].sort().indexOf(own) < MEMBERS_AT_THE_DOOR;
  }

  /** Whom a member let in without a signature, or who came too often, cannot. */
  #mayKeepDoor({ state }: Member): boolean {
    if (this.options.invite.open) return true;
    const key = state.phase === 'open' ? state.perMeetingKey : null;
    return key !== null && this.options.group.ledger.mayKeepDoor(key);
  }

  #isKeeper({ state }: Member): boolean {
    const { access } = this.options.group;
    return state.phase === 'open' && access.signs(state.introduction.identity, state.perMeetingKey);
  }

  /** Who decides as well; nobody while this person does not. */
  get fellowKeepers(): Member[] {
    const { members, group } = this.options;
    if (group.ledger.rights === 'none') return [];
    return members.all.filter((member) => this.#isKeeper(member));
  }

  /** How many hellos of one newcomer it takes to be answered here (door.ts). */
  patience(from: string): number {
    const { members, self, presence } = this.options;
    const hostAnswers = members.all.some((member) => this.#isKeeper(member) && this.isHost(member));
    if (hostAnswers) return 2;
    // Of two who look for each other the lower peer id keeps the door; a third hello comes from somebody who has none.
    return presence() === 'looking' && from < toHex(self.peerId) ? 3 : 1;
  }

  isHost({ state }: Member): boolean {
    const { access } = this.options.group;
    return state.phase === 'open' && access.roleOf(state.introduction.identity) === 'host';
  }
}
