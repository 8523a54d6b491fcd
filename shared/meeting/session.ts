/** A meeting from within: its members, what they keep in common, the door, and what this person may decide. */
import type { Invite } from '../invite/link';
import type { MeetingView } from '../ipc';
import { Assembly } from './group/group-state';
import type { MeetingBase } from './meeting-keys';
import { Company } from './group/acquaintances';
import type { HostKeySeed } from './door-key';
import { DoorDuty } from './door/door';
import type { PastLinks } from './door/meeting-invites';
import type { Presence } from './door/keeper-election';
import { GroupCodeView, knockView, peerView } from './views';
import type { Member } from './members/member';
import type { MemberMessage } from './messages/member-messages';
import type { MemberEnd } from './member-state';
import { Members } from './members/members';
import type { Ports } from './ports';
import { renewPerMeetingKey, type Self } from './self';
import { Steering } from './moderation';
import { Verifying } from './verification';

type InsideView = Extract<MeetingView, { phase: 'inside' }>;
type CommonView = Omit<
  InsideView,
  'phase' | 'title' | 'expiresAt' | 'role' | 'startedAt' | 'self' | 'byHand'
>;

/** What the host kept of a meeting. */
export interface Past extends PastLinks {
  statements: readonly Uint8Array[];
}

export interface InsideOptions {
  invite: Invite;
  /** Of a meeting that is opened again by its host. */
  past?: Past | undefined;
  /** Where the host's statements are kept before anybody hears of them. */
  keep?: ((statement: Uint8Array) => void) | undefined;
  base: MeetingBase;
  /** The host's own, null for everybody else. */
  hostKeySeed: HostKeySeed | null;
  self: Self;
  maxParticipants: number;
  presence: () => Presence;
}

export interface InsideEvents {
  changed: () => void;
  opened: (member: Member) => void;
  ended: (member: Member, reason: MemberEnd) => void;
  /** This very participant was sent away. */
  removed: () => void;
}

export class Inside {
  readonly members: Members;
  readonly assembly: Assembly;
  readonly door: DoorDuty;
  readonly steering: Steering;
  readonly verifying: Verifying;
  readonly company: Company;
  readonly #groupCode: GroupCodeView;
  /** Nothing is told before everything is there, nor after the end. */
  #runs = false;
  #mismatch = false;

  constructor(
    private readonly options: InsideOptions,
    private readonly ports: Ports,
    private readonly events: InsideEvents,
  ) {
    const { invite, base, hostKeySeed, self, maxParticipants } = options;
    this.company = new Company(ports);
    const changed = (): void => {
      this.#changed();
    };
    this.#groupCode = new GroupCodeView(ports.timer, changed);
    this.members = new Members(base, self, ports, 2 * maxParticipants, {
      changed,
      opened: (member) => {
        this.#opened(member);
      },
      ended: (member, reason) => {
        this.assembly.gone(member);
        events.ended(member, reason);
        changed();
      },
      relinked: (member) => {
        this.assembly.relinked(member);
        this.door.relinked(member);
        this.steering.links.relinked(member);
      },
      dropped: (member) => {
        this.assembly.gone(member);
      },
      mayBeHere: (identity) => this.assembly.admission.mayBeHere(identity),
      isHeld: (member) => this.#isHeld(member),
      sameEmoji: (member) => {
        this.verifying.verified(member, 'emoji');
      },
      otherEmoji: (member) => {
        this.verifying.mismatch(member);
      },
      mayReintroduce: (member) => this.#isKeeper(member),
      said: (member, message) => {
        this.#said(member, message);
      },
    });
    const { members } = this;
    const { hostKey, open } = invite;
    this.assembly = new Assembly(
      {
        base,
        hostKey,
        open,
        hostKeySeed,
        past: options.past?.statements ?? [],
        keep: options.keep,
        self,
        members,
        isHeld: (member) => this.#isHeld(member),
        changed,
        removed: events.removed,
      },
      ports,
    );
    const { assembly } = this;
    this.door = new DoorDuty({ ...options, members, assembly, changed: events.changed }, ports);
    this.steering = new Steering(
      { self, members, assembly, door: this.door, changed: events.changed },
      ports,
    );
    const { company } = this;
    this.verifying = new Verifying(
      {
        self,
        members,
        assembly,
        company,
        groupCode: () => this.#groupCode.code(base, self, members.all),
        changed: events.changed,
        alarm: () => {
          this.#mismatch = true;
        },
      },
      ports,
    );
    this.#runs = true;
    this.door.follow();
  }

  get view(): CommonView {
    const { members, assembly, door, steering } = this;
    const { ledger, admission } = assembly;
    return {
      peers: members.all.map((member) => {
        const view = peerView(member, assembly, this.company);
        const silent = view.link === 'open' && assembly.isSilent(view.peerId);
        return silent ? { ...view, link: 'interrupted' } : view;
      }),
      knocks: door.knocks.map((waiting) => knockView(waiting, this.company)),
      rights: ledger.rights,
      open: this.options.invite.open,
      lobby: admission.lobby,
      locked: ledger.membership.lock.on,
      hostIsHere: this.hostIsHere,
      groupCode: this.#groupCode.code(this.options.base, this.options.self, members.all),
      asks: steering.asks,
      alarm: this.#mismatch ? 'fingerprint-mismatch' : ledger.hostContradicts ? 'host-contradiction' : 'none',
      lists: assembly.lists,
      epoch: assembly.epoch,
    };
  }

  get base(): MeetingBase {
    return this.options.base;
  }

  get hostIsHere(): boolean {
    if (this.options.hostKeySeed) return true;
    return this.members.all.some((member) => this.#roleOf(member) === 'host');
  }

  end(): void {
    this.#runs = false;
    this.door.end();
    this.assembly.end();
    this.#groupCode.end();
    this.members.leave();
  }

  #roleOf({ state }: Member): 'host' | 'co-host' | 'member' {
    return state.phase === 'open' ? this.assembly.admission.roleOf(state.introduction.identity) : 'member';
  }

  #isHeld({ state }: Member): boolean {
    if (state.phase !== 'open') return false;
    return this.company.isHeld(state.introduction.identity, state.introduction.name);
  }

  #isKeeper(member: Member): boolean {
    return this.#roleOf(member) !== 'member';
  }

  #opened(member: Member): void {
    this.#groupCode.opened();
    const { state } = member;
    if (state.phase === 'open' && !this.#isHeld(member))
      this.company.met(state.introduction.identity, state.introduction.name);
    this.assembly.opened(member);
    // A door without a right is let go of at once.
    if (member.state.phase !== 'open') return;
    this.steering.links.opened(member);
    this.events.opened(member);
    // Whoever let somebody in brings it together with all.
    if (member.facts.expected) this.members.introduce(member);
  }

  #said(member: Member, message: MemberMessage): void {
    switch (message.t) {
      case 'knocks':
      case 'decide':
      case 'personal-links':
        this.door.said(member, message);
        break;
      case 'link-now':
      case 'move':
        if (this.assembly.isHere(member)) this.steering.said(member, message);
        else this.ports.drop('unexpected');
        break;
      default:
        this.assembly.said(member, message);
    }
  }

  #changed(): void {
    if (!this.#runs) return;
    if (this.assembly.ledger.isDropped) {
      renewPerMeetingKey(this.options.self, this.ports.random);
      this.members.tellSelf();
    }
    this.door.followSessions();
    this.door.follow();
    this.door.judgeAgain();
    this.assembly.followStrangers();
    this.steering.followCoHosts();
    this.steering.links.follow();
    this.events.changed();
  }
}
