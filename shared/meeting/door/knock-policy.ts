/** What is decided about somebody who knocks, by the statements and by the link it came by. */
import { equalPublic, toHex } from '../../bytes';
import { VigilError } from '../../errors';
import type { GroupState } from '../group/group-state';
import type { Knock } from '../messages/handshake-payloads';
import type { Visitor } from './door-handshakes';
import type { MeetingInvite, Verdict } from './door-keeper';
import type { Members } from '../members/members';
import type { PersonalInvites } from './personal-invites';
import type { Ports } from '../ports';
import type { Waiting } from './visitor-session';

/** Names that are remembered: more people are never listed. */
const MAX_NAMES = 100;
/** Identities that are asked about no more; the first ones are asked about again when there are more. */
const MAX_BLOCKED = 1000;
/** Decisions that are remembered, to be followed by a block. */
const MAX_DECIDED = 100;

export interface KnockPolicyOptions {
  members: Members;
  group: GroupState;
  /** People in the meeting, oneself counted. */
  maxParticipants: number;
  personal: PersonalInvites;
}

export class KnockPolicy {
  /** Under which name this door let each in last, by identity in hex. */
  readonly #names = new Map<string, string>();
  /** Identities whose link ended with an alarm: a person decides about them again. */
  #distrusted: Uint8Array[] = [];
  /** In hex. */
  readonly #blocked = new Set<string>();
  /** About whom this person decided last, by knock. */
  readonly #decided = new Map<string, Uint8Array>();

  constructor(
    private readonly options: KnockPolicyOptions,
    private readonly ports: Pick<Ports, 'wall'>,
  ) {}

  /** Whoever is at the other end of its link has to be let in by a person again. */
  distrust(identity: Uint8Array): void {
    this.#distrusted.push(identity);
  }

  /** Whose knock it was, so that a block can follow what was decided. */
  decidedAbout({ knockId, identity }: Pick<Waiting, 'knockId' | 'identity'>): void {
    this.#decided.delete(knockId);
    this.#decided.set(knockId, identity);
    const [oldest] = this.#decided.keys();
    if (this.#decided.size > MAX_DECIDED && oldest !== undefined) this.#decided.delete(oldest);
  }

  /** This person is asked no more about whoever knocked so. Throws VigilError no-such-knock. */
  block(knockId: string): void {
    const identity = this.#decided.get(knockId);
    if (!identity) throw new VigilError('no-such-knock');
    this.#blocked.add(toHex(identity));
    const [oldest] = this.#blocked;
    if (this.#blocked.size > MAX_BLOCKED && oldest !== undefined) this.#blocked.delete(oldest);
  }

  isBlocked(identity: Uint8Array): boolean {
    return this.#blocked.has(toHex(identity));
  }

  /** A person let it in. */
  trustAgain(identity: Uint8Array): void {
    this.#distrusted = this.#distrusted.filter((one) => !equalPublic(one, identity));
  }

  /** It was let in here, by a person or by itself. */
  letIn({ identity, name }: Knock): void {
    const id = toHex(identity);
    this.#names.delete(id);
    this.#names.set(id, name);
    const [oldest] = this.#names.keys();
    if (this.#names.size > MAX_NAMES && oldest !== undefined) this.#names.delete(oldest);
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
    // Under another name a person let in somebody else, as far as that person knows.
    const isRenamed = (this.#names.get(toHex(identity)) ?? knock.name) !== knock.name;
    if (standing === 'admitted' && trusted && !isRenamed) return 'admit';
    if (this.isBlocked(identity)) return 'denied';
    // By the statements: the link that holds may not have been told here yet.
    const personal = this.options.personal.find(link.invite);
    if (personal ? personal.closed : ledger.isReplaced(link.invite)) return 'replaced';
    if (this.ports.wall() >= link.invite.expiry * 1000) return 'expired';
    if (access.isLocked) return 'locked';
    if (standing === 'pre-admitted' && trusted) return 'admit';
    if (knownOnly) return 'elsewhere';
    return access.linkIsEnough && trusted ? 'admit' : 'ask';
  }
}
