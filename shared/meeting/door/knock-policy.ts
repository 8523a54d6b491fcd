/** What is decided about somebody who knocks, by the statements and by the link it came by. */
import { equalPublic, toHex } from '../../bytes';
import type { GroupState } from '../group/group-state';
import type { Visitor } from './door-handshakes';
import type { MeetingInvite, Verdict } from './door-keeper';
import type { Members } from '../members/members';
import type { PersonalInvites } from './personal-invites';
import type { Ports } from '../ports';

export interface KnockPolicyOptions {
  members: Members;
  group: GroupState;
  /** People in the meeting, oneself counted. */
  maxParticipants: number;
  personal: PersonalInvites;
}

export class KnockPolicy {
  /** Identities whose link ended with an alarm: a person decides about them again. */
  #distrusted: Uint8Array[] = [];

  constructor(
    private readonly options: KnockPolicyOptions,
    private readonly ports: Pick<Ports, 'now'>,
  ) {}

  /** Whoever is at the other end of its link has to be let in by a person again. */
  distrust(identity: Uint8Array): void {
    this.#distrusted.push(identity);
  }

  /** A person let it in. */
  trustAgain(identity: Uint8Array): void {
    this.#distrusted = this.#distrusted.filter((one) => !equalPublic(one, identity));
  }

  /** @param knownOnly the door is kept for those whom the statements let in already. */
  judge({ peerId, knock }: Visitor, link: MeetingInvite, knownOnly: boolean): Verdict {
    const { group, members, maxParticipants } = this.options;
    const { access, ledger } = group;
    const { identity } = knock;
    if (access.isRemoved(identity)) return 'denied';
    // Whoever is only said to be here has no place: anybody could be.
    const others = members.all.filter(
      ({ facts, state }) =>
        facts.peerId !== toHex(peerId) && (state.phase === 'open' || facts.expected !== null),
    );
    if (others.length + 1 >= maxParticipants) return 'full';
    const trusted = !this.#distrusted.some((one) => equalPublic(one, identity));
    const standing = ledger.standingOf(identity);
    // Whose link broke comes back even after the invite has expired.
    if (standing === 'admitted' && trusted) return 'admit';
    // By the statements: the link that holds may not have been told here yet.
    const personal = this.options.personal.find(link.invite);
    if (personal ? personal.closed : ledger.isReplaced(link.invite)) return 'replaced';
    if (this.ports.now() >= link.invite.expiry * 1000) return 'expired';
    if (ledger.membership.lock.on) return 'locked';
    if (standing === 'pre-admitted' && trusted) return 'admit';
    if (knownOnly) return 'elsewhere';
    return access.lobby || !trusted ? 'ask' : 'admit';
  }
}
