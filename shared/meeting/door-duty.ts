/**
 * Whether this participant keeps the door, by what right, and whom it lets in (docs/protocol.md, The door): the host
 * always; co-hosts; and while none of them is here, the members with the lowest peer ids, for those about whom
 * nothing is left to decide.
 */
import { equalPublic, fromHex, toHex } from '../bytes';
import { VigilError } from '../errors';
import { deriveMeetingKeys } from '../invite/key-schedule';
import type { Invite } from '../invite/link';
import type { KeyPair } from '../noise/handshake-state';
import type { Assembly } from './assembly';
import type { MeetingBase } from './base';
import type { Visitor } from './door';
import { doorKeyFromSeed, openDoorKey, type HostKeySeed } from './door-key';
import { DoorKeeper, type DoorLink, type Verdict } from './door-keeper';
import { FellowKnocks } from './fellow-knocks';
import { waitingOf, type Waiting } from './meeting-view';
import type { Member } from './member';
import type { MemberMessage } from './member-messages';
import type { Members } from './members';
import { linkIdOf, PersonalLinks, type PersonalLink } from './personal-links';
import type { LinkEvent, Ports } from './ports';
import type { Self } from './self';
import type { VisitorSession } from './visitor-session';

/** From a link that both described to somebody inside, when the door closes meanwhile. */
const LINK_LIMIT_MS = 45_000;
/** So many members keep the door when nobody else does. */
const MEMBERS_AT_THE_DOOR = 2;

type Duty =
  | { duty: 'none' }
  /** everybody: newcomers as well. known: those whom the statements let in already. */
  | { duty: 'kept'; keeper: DoorKeeper; right: string; admits: 'everybody' | 'known' };

/** entering: not inside yet. looking: inside, and saying hello to find others again. */
export type Presence = 'entering' | 'inside' | 'looking';

/** The links of a meeting that was made before. */
export interface PastLinks {
  /** What replaced the first one, in order. */
  replacements: readonly Invite[];
  personal: readonly PersonalLink[];
}

export interface DoorDutyOptions {
  invite: Invite;
  past?: PastLinks | undefined;
  base: MeetingBase;
  hostKeySeed: HostKeySeed | null;
  self: Self;
  members: Members;
  assembly: Assembly;
  /** People in the meeting, oneself counted. */
  maxParticipants: number;
  presence: () => Presence;
  changed: () => void;
}

export class DoorDuty {
  #duty: Duty = { duty: 'none' };
  /** The last one holds. */
  readonly #invites: Invite[];
  readonly #personal: PersonalLinks;
  /** Who came by a link of its own, and does not have the general one. */
  readonly #cameAlone = new Set<string>();
  readonly #fellows: FellowKnocks;
  /** Identities whose link ended with an alarm: a person decides about them again. */
  #distrusted: Uint8Array[] = [];

  constructor(
    private readonly options: DoorDutyOptions,
    private readonly ports: Ports,
  ) {
    this.#invites = [options.invite, ...(options.past?.replacements ?? [])];
    this.#personal = new PersonalLinks(options.past?.personal);
    this.#fellows = new FellowKnocks(ports.now);
  }

  /** The link that holds now. */
  get invite(): Invite {
    return this.#invites.at(-1) ?? this.options.invite;
  }

  /** Whether newcomers are heard and answered here. */
  get isKept(): boolean {
    return this.#duty.duty === 'kept';
  }

  /** All that the host needs to keep for opening the meeting again. */
  get links(): PastLinks {
    return { replacements: this.#invites.slice(1), personal: this.#personal.all };
  }

  /** The host replaced the link by this one. */
  replaceBy(invite: Invite): void {
    this.#invites.push(invite);
    this.#listen();
  }

  /** One more link, for one person. Throws VigilError too-many-links. */
  addPersonal(invite: Invite): void {
    this.#personal.add(invite);
    this.#listen();
    this.options.changed();
  }

  /** Whoever was let in by it stays; nobody else comes in by it any more. */
  closePersonal(id: string): void {
    if (!this.#personal.close(id)) return;
    this.#personal.tell(this.#fellowKeepers());
    this.judgeAgain();
    this.options.changed();
  }

  cameAlone(peerId: string): boolean {
    return this.#cameAlone.has(peerId);
  }

  /** Somebody came, went, or a statement arrived. */
  follow(): void {
    const right = this.#right();
    const admits = right?.admits ?? 'known';
    if (!right) this.#close();
    else if (this.#duty.duty === 'kept' && this.#duty.right === right.name) this.#duty.admits = admits;
    else {
      this.#close();
      const keeper = this.#keep(right.proof);
      this.#duty = { duty: 'kept', keeper, right: right.name, admits };
    }
    this.#tellFellows();
  }

  /** Lobby or lock changed: what a person was to decide may be decided now. */
  judgeAgain(): void {
    if (this.#duty.duty === 'kept') this.#duty.keeper.judgeAgain();
  }

  #listen(): void {
    if (this.#duty.duty === 'kept') this.#duty.keeper.follow(this.#links());
    this.#personal.tell(this.#fellowKeepers());
  }

  /** What the door's channel has learnt of visitors' ends of their links. */
  followSessions(): void {
    if (this.#duty.duty !== 'kept') return;
    const { keeper } = this.#duty;
    for (const member of this.options.members.all) {
      const session = keeper.session(member.facts.peerId);
      if (!session || !member.owns(session.linkId)) continue;
      if (session.remoteDescription) member.describedAs(session.remoteDescription);
      if (member.state.phase === 'open') keeper.forget(session.id);
    }
  }

  /** Those whom this person may let in: at the own door, and at those of fellow keepers. */
  get knocks(): Waiting[] {
    if (this.options.assembly.ledger.rights === 'none') return [];
    return [...this.#ownKnocks(), ...this.#fellows.of(this.#fellowKeepers())];
  }

  /** Throws VigilError no-such-knock. */
  decide(knockId: string, admit: boolean): void {
    const session = this.#duty.duty === 'kept' ? this.#duty.keeper.session(knockId) : undefined;
    const fellow = this.#fellows.keeperOf(knockId, this.#fellowKeepers());
    if (session?.state.phase === 'asking') this.#decide(session, admit);
    else if (fellow) fellow.send({ t: 'decide', id: fromHex(knockId), admit });
    else throw new VigilError('no-such-knock');
  }

  said(from: Member, message: Extract<MemberMessage, { t: 'knocks' | 'decide' | 'personal-links' }>): void {
    if (!this.#fellowKeepers().includes(from)) {
      this.ports.drop('unexpected');
      return;
    }
    if (message.t === 'personal-links') {
      const { assembly, invite } = this.options;
      const seconds = this.ports.now() / 1000;
      if (!this.#personal.heard(message, isHost(from, assembly), invite.hostKey, seconds)) return;
      this.#listen();
      this.judgeAgain();
      this.options.changed();
      return;
    }
    if (message.t === 'knocks') {
      this.#fellows.heard(from, message);
      this.options.changed();
      return;
    }
    const session = this.#duty.duty === 'kept' ? this.#duty.keeper.session(toHex(message.id)) : undefined;
    if (session?.state.phase === 'asking') this.#decide(session, message.admit);
  }

  link(member: Member, event: LinkEvent): void {
    const session = this.#duty.duty === 'kept' ? this.#duty.keeper.session(member.facts.peerId) : undefined;
    if (session && member.owns(session.linkId)) session.link(event);
  }

  forget(peerId: string): void {
    if (this.#duty.duty === 'kept') this.#duty.keeper.forget(peerId);
  }

  /** It may have missed who waits here. */
  relinked(member: Member): void {
    this.#fellows.relinked(member);
    this.#personal.relinked(member);
    this.#tellFellows();
  }

  /** Whoever is at the other end of its link has to be let in by a person again. */
  distrust(identity: Uint8Array): void {
    this.#distrusted.push(identity);
  }

  end(): void {
    this.#close();
  }

  #decide(session: VisitorSession, admit: boolean): void {
    if (this.#duty.duty !== 'kept') return;
    if (!admit) session.deny('denied');
    else {
      const { identity } = session.visitor.knock;
      this.#distrusted = this.#distrusted.filter((one) => !equalPublic(one, identity));
      this.#duty.keeper.admit(session);
    }
    this.options.changed();
  }

  #close(): void {
    if (this.#duty.duty === 'none') return;
    const { keeper } = this.#duty;
    const onTheWay = this.options.members.all.flatMap((member) => {
      const session = keeper.session(member.facts.peerId);
      if (!session || !member.owns(session.linkId) || member.state.phase === 'open') return [];
      return [{ member, isAnswered: session.state.phase === 'answered' }];
    });
    this.#duty = { duty: 'none' };
    keeper.close();
    for (const { member, isAnswered } of onTheWay) {
      // Whose link is under way comes in; the others hear that the door is gone, and come by another one.
      if (isAnswered)
        this.ports.timer(LINK_LIMIT_MS, () => {
          this.#dropUnlessOpen(member);
        });
      else this.#dropUnlessOpen(member);
    }
  }

  #dropUnlessOpen(member: Member): void {
    const { members } = this.options;
    const isHere = members.get(member.facts.peerId) === member;
    if (isHere && member.state.phase !== 'open') members.drop(member);
  }

  /* ---------- by what right ---------- */

  /** name: what changes it needs another door. */
  #right(): { name: string; proof: Uint8Array[]; admits: 'everybody' | 'known' } | null {
    const { invite, assembly } = this.options;
    const { ledger, admission } = assembly;
    if (this.options.presence() === 'entering') return null;
    const isKeeper = ledger.rights !== 'none';
    if (!isKeeper && !this.#isOneOfTheLowest()) return null;
    const admits = isKeeper || (invite.open && !admission.lobby) ? 'everybody' : 'known';
    if (ledger.rights === 'host' || invite.open) return { name: ledger.rights, proof: [], admits };
    const proof = ledger.doorProof;
    return proof.length === 0 ? null : { name: proof.map(toHex).join(), proof, admits };
  }

  #isOneOfTheLowest(): boolean {
    const { members, assembly, self } = this.options;
    if (members.all.some((member) => this.#isKeeper(member) && assembly.isHere(member))) return false;
    const here = members.all.filter((member) => assembly.isHere(member));
    const own = toHex(self.peerId);
    const able = here.filter((member) => this.#mayKeepDoor(member)).map(({ facts }) => facts.peerId);
    return [own, ...able].sort().indexOf(own) < MEMBERS_AT_THE_DOOR;
  }

  /** Whom a member let in without a signature, or who came too often, cannot. */
  #mayKeepDoor({ state }: Member): boolean {
    if (this.options.invite.open) return true;
    const key = state.phase === 'open' ? state.perMeetingKey : null;
    return key !== null && this.options.assembly.ledger.mayKeepDoor(key);
  }

  #isKeeper({ state }: Member): boolean {
    const { admission } = this.options.assembly;
    return state.phase === 'open' && admission.signs(state.introduction.identity, state.perMeetingKey);
  }

  /** Who decides as well; nobody while this person does not. */
  #fellowKeepers(): Member[] {
    const { members, assembly } = this.options;
    if (assembly.ledger.rights === 'none') return [];
    return members.all.filter((member) => this.#isKeeper(member));
  }

  #ownKnocks(): Waiting[] {
    if (this.#duty.duty !== 'kept') return [];
    const { keeper } = this.#duty;
    return keeper.knocks.map((session) => ({
      ...waitingOf(session),
      byLink: this.#personalOf(keeper, session),
    }));
  }

  #personalOf(keeper: DoorKeeper, { id }: VisitorSession): string | null {
    const invite = keeper.linkOf(id);
    return invite && this.#personal.find(invite) ? linkIdOf(invite) : null;
  }

  #tellFellows(): void {
    const keepers = this.#fellowKeepers();
    this.#fellows.tell(this.#ownKnocks(), keepers);
    this.#personal.tell(keepers);
  }

  /* ---------- the door itself ---------- */

  #links(): DoorLink[] {
    const personal = this.#personal.all.map(({ invite }) => invite);
    return [...this.#invites, ...personal].map((invite) => {
      const keys = deriveMeetingKeys(invite);
      const staticKey = invite.open ? openDoorKey(keys) : this.#ownKey();
      return { invite, keys, staticKey };
    });
  }

  #ownKey(): KeyPair {
    return doorKeyFromSeed(this.options.hostKeySeed ?? this.options.self.perMeetingSeed);
  }

  #keep(proof: Uint8Array[]): DoorKeeper {
    const { base, self, members, changed } = this.options;
    const patience = (from: string): number => this.#patience(from);
    return new DoorKeeper(this.#links(), { base, self, proof, patience }, this.ports, {
      changed: () => {
        this.#tellFellows();
        changed();
      },
      judge: (visitor, link) => this.#judge(visitor, link),
      signed: (visitor, link) => this.#signed(visitor, link),
      admitted: (session) => {
        this.#admitted(session);
      },
      vanished: (session) => {
        const member = members.get(session.id);
        if (member?.owns(session.linkId) === true && member.state.phase !== 'open') members.drop(member);
        changed();
      },
    });
  }

  #patience(from: string): number {
    const { members, assembly, self, presence } = this.options;
    const hostAnswers = members.all.some((member) => this.#isKeeper(member) && isHost(member, assembly));
    if (hostAnswers) return 2;
    // Of two who look for each other the lower peer id keeps the door; a third hello comes from somebody who has none.
    return presence() === 'looking' && from < toHex(self.peerId) ? 3 : 1;
  }

  #judge({ peerId, knock }: Visitor, link: DoorLink): Verdict {
    const { assembly, members, maxParticipants } = this.options;
    const { admission, ledger } = assembly;
    const { identity } = knock;
    if (admission.isRemoved(identity)) return 'denied';
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
    const personal = this.#personal.find(link.invite);
    if (personal ? personal.closed : ledger.isReplaced(link.invite)) return 'replaced';
    if (this.ports.now() >= link.invite.expiry * 1000) return 'expired';
    if (ledger.membership.lock.on) return 'locked';
    if (standing === 'pre-admitted' && trusted) return 'admit';
    if (this.#duty.duty === 'kept' && this.#duty.admits === 'known') return 'elsewhere';
    return admission.lobby || !trusted ? 'ask' : 'admit';
  }

  /** Told to all before somebody comes in: whoever meets it can see that it was let in. */
  #signed({ knock, peerId }: Visitor, { invite }: DoorLink): boolean {
    const { ledger, admission } = this.options.assembly;
    const { identity, perMeetingKey } = knock;
    if (this.options.invite.open && ledger.standingOf(identity) === 'unknown')
      admission.strangerCame(identity);
    const isIn = ledger.admit(identity, perMeetingKey) || admission.mayBeHere(identity);
    if (isIn && this.#personal.find(invite)) {
      this.#cameAlone.add(toHex(peerId));
      // Whoever has a copy of it comes too late.
      this.closePersonal(linkIdOf(invite));
    }
    return isIn;
  }

  #admitted({ visitor, linkId }: VisitorSession): void {
    const { identity, name } = visitor.knock;
    this.options.members.arriveByDoor({
      peerId: toHex(visitor.peerId),
      linkId,
      side: 'offer',
      expected: identity,
      knownName: name,
    });
  }
}

function isHost({ state }: Member, { admission }: Assembly): boolean {
  return state.phase === 'open' && admission.roleOf(state.introduction.identity) === 'host';
}
