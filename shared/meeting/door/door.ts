/**
 * Whether this participant keeps the door, by what right, and whom it lets in (docs/protocol.md, The door): the host
 * always; co-hosts; and while none of them is here, the members with the lowest peer ids, for those about whom
 * nothing is left to decide.
 */
import { fromHex, toHex } from '../../bytes';
import { unixSeconds } from '../../clocks';
import { VigilError } from '../../errors';
import type { Invite } from '../../invite/link';
import { Arrivals } from './arrivals';
import { DoorBudget } from './door-budget';
import type { GroupState } from '../group/group-state';
import type { MeetingKeyring } from '../meeting-keys';
import type { Visitor } from './door-handshakes';
import { KnockPolicy } from './knock-policy';
import type { HostKeySeed } from '../meeting-keys';
import { DoorKeeper, type MeetingInvite } from './door-keeper';
import { MeetingInvites, type PastInvites } from './meeting-invites';
import { KeeperElection, type Presence, type Right } from './keeper-election';
import { SharedKnocks } from './shared-knocks';
import type { Member } from '../members/member';
import type { MemberMessage } from '../messages/member-messages';
import type { Members } from '../members/members';
import { inviteIdOf, type PersonalInvites } from './personal-invites';
import type { Ports } from '../ports';
import type { Self } from '../self';
import { waitingOf, type VisitorSession, type Waiting } from './visitor-session';

type Duty = { duty: 'none' } | { duty: 'kept'; keeper: DoorKeeper; right: string; admits: Right['admits'] };

export interface DoorOptions {
  invite: Invite;
  past?: PastInvites | undefined;
  /** What the host says to those who wait. */
  note?: string | undefined;
  base: MeetingKeyring;
  hostKeySeed: HostKeySeed | null;
  self: Self;
  members: Members;
  group: GroupState;
  /** People in the meeting, oneself counted. */
  maxParticipants: number;
  presence: () => Presence;
  /** Something that is shown is different. */
  viewChanged: () => void;
}

export class Door {
  #duty: Duty = { duty: 'none' };
  readonly #invites: MeetingInvites;
  readonly #right: KeeperElection;
  readonly #judge: KnockPolicy;
  readonly #arrivals: Arrivals;
  /** Who came by a link of its own, and does not have the general one. */
  readonly #cameAlone = new Set<string>();
  readonly #fellows: SharedKnocks;
  readonly #budget: DoorBudget;

  constructor(
    private readonly options: DoorOptions,
    private readonly ports: Ports,
  ) {
    this.#invites = new MeetingInvites(options);
    this.#right = new KeeperElection(options);
    const { members, group, maxParticipants } = options;
    this.#judge = new KnockPolicy({ members, group, maxParticipants, personal: this.#personal }, ports);
    this.#arrivals = new Arrivals(members);
    this.#fellows = new SharedKnocks(ports.wall);
    this.#budget = new DoorBudget(ports.steady);
  }

  /** The link that holds now. */
  get invite(): Invite {
    return this.#invites.invite;
  }

  /** Whether newcomers are heard and answered here. */
  get isKept(): boolean {
    return this.#duty.duty === 'kept';
  }

  /** All that the host needs to keep for opening the meeting again. */
  get invites(): PastInvites {
    return this.#invites.past;
  }

  /** The host replaced the link by this one. */
  replaceBy(invite: Invite): void {
    this.#invites.replaceBy(invite);
    this.#listen();
  }

  /** One more link, for one person. Throws VigilError too-many-links. */
  addPersonal(invite: Invite): void {
    this.#personal.add(invite);
    this.#listen();
    this.options.viewChanged();
  }

  /** Whoever was let in by it stays; nobody else comes in by it any more. */
  closePersonal(id: string): void {
    if (!this.#personal.close(id)) return;
    this.#personal.tell(this.#right.fellowKeepers);
    this.judgeAgain();
    this.options.viewChanged();
  }

  cameAlone(peerId: string): boolean {
    return this.#cameAlone.has(peerId);
  }

  /** Somebody came, went, or a statement arrived. */
  follow(): void {
    const right = this.#right.now;
    const admits = right?.admits ?? 'known';
    let stranded: VisitorSession[] = [];
    if (!right) stranded = this.#close();
    else if (this.#duty.duty === 'kept' && this.#duty.right === right.name) this.#duty.admits = admits;
    else {
      stranded = this.#close();
      const keeper = this.#keep(right.proof);
      this.#duty = { duty: 'kept', keeper, right: right.name, admits };
    }
    for (const session of stranded) this.#arrivals.vanished(session);
    this.#tellFellows();
  }

  /** Lobby or lock changed: what a person was to decide may be decided now. */
  judgeAgain(): void {
    if (this.#duty.duty === 'kept') this.#duty.keeper.judgeAgain();
  }

  #listen(): void {
    if (this.#duty.duty === 'kept') this.#duty.keeper.follow(this.#invites.all);
    this.#personal.tell(this.#right.fellowKeepers);
  }

  /** Those whom this person may let in: at the own door, and at those of fellow keepers. */
  get knocks(): Waiting[] {
    if (this.options.group.ledger.rights === 'none') return [];
    const theirs = this.#fellows.of(this.#right.fellowKeepers);
    return [...this.#ownKnocks(), ...theirs.filter(({ identity }) => !this.#judge.isBlocked(identity))];
  }

  /** Throws VigilError no-such-knock. */
  decide(knockId: string, admit: boolean): void {
    this.#remember(knockId);
    const session = this.#duty.duty === 'kept' ? this.#duty.keeper.session(knockId) : undefined;
    const fellow = this.#fellows.keeperOf(knockId, this.#right.fellowKeepers);
    if (session?.state.phase === 'asking') this.#decide(session, admit);
    else if (fellow) fellow.send({ t: 'decide', id: fromHex(knockId), admit });
    else throw new VigilError('no-such-knock');
  }

  /**
   * Refuses somebody who waits or was just decided about, and from now on the same identity, here and at the doors of
   * fellow keepers, by whatever link it comes; who is in stays in. Throws VigilError no-such-knock.
   */
  block(knockId: string): void {
    this.#remember(knockId);
    this.#judge.block(knockId);
    this.judgeAgain();
    this.#refuseBlocked();
    this.options.viewChanged();
  }

  /** Who waits at a fellow keeper's door. */
  knocksSaid(from: Member, message: Extract<MemberMessage, { t: 'knocks' }>): void {
    if (!this.#isFellow(from)) return;
    this.#fellows.heard(from, message);
    this.#refuseBlocked();
    this.options.viewChanged();
  }

  /** What a fellow keeper decided about somebody who waits here. */
  decisionSaid(from: Member, { id, admit }: Extract<MemberMessage, { t: 'decide' }>): void {
    if (!this.#isFellow(from)) return;
    const session = this.#duty.duty === 'kept' ? this.#duty.keeper.session(toHex(id)) : undefined;
    if (session?.state.phase === 'asking') this.#decide(session, admit);
  }

  /** Invites for one person each, as a fellow keeper knows them. */
  personalInvitesSaid(from: Member, message: Extract<MemberMessage, { t: 'personal-links' }>): void {
    if (!this.#isFellow(from)) return;
    const { hostKey } = this.options.invite;
    const seconds = unixSeconds(this.ports.wall());
    if (!this.#personal.heard(message, this.#right.isHost(from), hostKey, seconds)) return;
    this.#listen();
    this.judgeAgain();
    this.options.viewChanged();
  }

  /** It may have missed who waits here. */
  relinked(member: Member): void {
    this.#fellows.relinked(member);
    this.#personal.relinked(member);
    this.#tellFellows();
  }

  /** Whoever is at the other end of its link has to be let in by a person again. */
  distrust(identity: Uint8Array): void {
    this.#judge.distrust(identity);
  }

  end(): void {
    for (const session of this.#close()) this.#arrivals.vanished(session);
  }

  #remember(knockId: string): void {
    const knock = this.knocks.find((one) => one.knockId === knockId);
    if (knock) this.#judge.decidedAbout(knock);
  }

  /** Those whom this person blocked, at the doors of fellow keepers. */
  #refuseBlocked(): void {
    for (const fellow of this.#right.fellowKeepers)
      for (const { knockId, identity } of this.#fellows.of([fellow]))
        if (this.#judge.isBlocked(identity)) fellow.send({ t: 'decide', id: fromHex(knockId), admit: false });
  }

  #isFellow(from: Member): boolean {
    if (this.#right.fellowKeepers.includes(from)) return true;
    this.ports.drop('unexpected');
    return false;
  }

  #decide(session: VisitorSession, admit: boolean): void {
    if (this.#duty.duty !== 'kept') return;
    if (!admit) session.deny('denied');
    else {
      const { identity } = session.visitor.knock;
      this.#judge.trustAgain(identity);
      this.#duty.keeper.admit(session);
    }
    this.options.viewChanged();
  }

  /** Returns those who were let in and will not come by this door. */
  #close(): VisitorSession[] {
    if (this.#duty.duty === 'none') return [];
    const { keeper } = this.#duty;
    this.#duty = { duty: 'none' };
    return keeper.close();
  }

  #ownKnocks(): Waiting[] {
    if (this.#duty.duty !== 'kept') return [];
    const { keeper } = this.#duty;
    return keeper.knocks.map((session) => ({
      ...waitingOf(session),
      byLink: this.#personalOf(keeper, session),
    }));
  }

  get #personal(): PersonalInvites {
    return this.#invites.personal;
  }

  get #knownOnly(): boolean {
    return this.#duty.duty === 'kept' && this.#duty.admits === 'known';
  }

  #personalOf(keeper: DoorKeeper, { id }: VisitorSession): string | null {
    const invite = keeper.inviteOf(id);
    return invite && this.#personal.find(invite) ? inviteIdOf(invite) : null;
  }

  #tellFellows(): void {
    const keepers = this.#right.fellowKeepers;
    this.#fellows.tell(this.#ownKnocks(), keepers);
    this.#personal.tell(keepers);
  }

  #keep(proof: Uint8Array[]): DoorKeeper {
    const { base, self, note = '', viewChanged } = this.options;
    const patience = (from: string): number => this.#right.patience(from);
    const options = { base, self, note, proof, patience, budget: this.#budget };
    return new DoorKeeper(this.#invites.all, options, this.ports, {
      changed: () => {
        this.#tellFellows();
        viewChanged();
      },
      judge: (visitor, link) => this.#judge.judge(visitor, link, this.#knownOnly),
      signed: (visitor, link) => this.#signed(visitor, link),
      admitted: (session) => {
        this.#judge.letIn(session.visitor.knock);
        this.#arrivals.admitted(session);
      },
      vanished: (session) => {
        this.#arrivals.vanished(session);
        viewChanged();
      },
    });
  }

  /** Told to all before somebody comes in: whoever meets it can see that it was let in. */
  #signed({ knock, peerId }: Visitor, { invite }: MeetingInvite): boolean {
    const { group } = this.options;
    const { ledger, access } = group;
    const { identity, perMeetingKey } = knock;
    // Nobody decided about it: the link was enough.
    if (!access.lobby && ledger.standingOf(identity) === 'unknown') access.strangerCame(identity);
    const isIn = group.admit(identity, perMeetingKey) || access.mayBeHere(identity);
    if (isIn && this.#personal.find(invite)) {
      this.#cameAlone.add(toHex(peerId));
      // Whoever has a copy of it comes too late.
      this.closePersonal(inviteIdOf(invite));
    }
    return isIn;
  }
}
