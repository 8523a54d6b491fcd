/** A meeting from within: its members, what they keep in common, the door, and what this person may decide. */
import type { Invite } from '../invite/link';
import type { FrameReport } from '../media/frame-messages';
import { dispatch } from './dispatch';
import { Access } from './group/access';
import { GroupState } from './group/group-state';
import { StatementLedger } from './group/statement-ledger';
import type { MeetingKeyring } from './meeting-keys';
import { Acquaintances } from './group/acquaintances';
import type { HostKeySeed } from './meeting-keys';
import { Door } from './door/door';
import type { PastInvites } from './door/meeting-invites';
import type { Presence } from './door/keeper-election';
import { ShownGroupCode } from './group/shown-group-code';
import { knockView } from './door/visitor-session';
import { peerView } from './members/member-view';
import type { Member } from './members/member';
import type { MemberEnd } from './members/member-state';
import { Files } from './files/files';
import { Members } from './members/members';
import type { Ports } from './ports';
import { renewPerMeetingKey, type Self } from './self';
import { Moderation } from './moderation';
import { NextOffer, type NextMeeting } from './next-meeting';
import { ReleaseExchange } from './releases/release-exchange';
import { Recordings } from './recording/recordings';
import { Quiet } from './speaking-up/quiet';
import { SpeakingUp } from './speaking-up/speaking-up';
import { Spotlight } from './spotlight';
import { Verification } from './verification';
import type { SessionView } from './views';

/** What the host kept of a meeting. */
export interface Past extends PastInvites {
  statements: readonly Uint8Array[];
}

export interface MeetingSessionOptions {
  invite: Invite;
  /** Of a meeting that is opened again by its host. */
  past?: Past | undefined;
  /** What the host says to those who wait. */
  note?: string | undefined;
  /** What the host offers to those who are here. */
  next?: NextMeeting | undefined;
  /** The same by another link (Role). */
  nextAnew?: (() => NextMeeting | null) | undefined;
  /** Whether this person is asked about a meeting to come. */
  takesNext: boolean;
  /** Where the host's statements are kept before anybody hears of them. */
  keep?: ((statement: Uint8Array) => void) | undefined;
  base: MeetingKeyring;
  /** The host's own, null for everybody else. */
  hostKeySeed: HostKeySeed | null;
  self: Self;
  maxParticipants: number;
  presence: () => Presence;
}

export interface MeetingSessionEvents {
  /** Something that is shown is different. */
  viewChanged: () => void;
  opened: (member: Member) => void;
  ended: (member: Member, reason: MemberEnd) => void;
  /** This very participant was sent away. */
  removed: () => void;
}

export class MeetingSession {
  readonly members: Members;
  readonly group: GroupState;
  readonly door: Door;
  readonly moderation: Moderation;
  /** The next meeting of a series. */
  readonly nextOffer: NextOffer;
  /** Who may write and who is heard. */
  readonly quiet: Quiet;
  /** Who is in the large place for everyone. */
  readonly spotlight: Spotlight;
  /** Chat, hands and reactions. */
  readonly speakingUp: SpeakingUp;
  readonly files: Files;
  /** News of releases of Vigil. */
  readonly releases: ReleaseExchange;
  /** What people here record for themselves. */
  readonly recordings: Recordings;
  readonly verifying: Verification;
  readonly acquaintances: Acquaintances;
  readonly #groupCode: ShownGroupCode;
  /** From start to end. */
  #runs = false;
  #mismatch = false;

  constructor(
    private readonly options: MeetingSessionOptions,
    private readonly ports: Ports,
    private readonly events: MeetingSessionEvents,
  ) {
    const { invite, base, hostKeySeed, self, maxParticipants } = options;
    this.acquaintances = new Acquaintances(ports);
    const react = (): void => {
      this.#react();
    };
    this.#groupCode = new ShownGroupCode(ports.timer, react);
    const { hostKey, open } = invite;
    const ledger = new StatementLedger(
      { meetingId: base.meetingId, hostKey, open },
      { hostKeySeed, self, keep: options.keep },
    );
    const access = new Access(ledger, this.acquaintances, open, ports.steady);
    this.members = new Members(base, self, ports, 2 * maxParticipants, access, {
      react,
      opened: (member) => {
        this.#opened(member);
      },
      ended: (member, reason) => {
        this.group.gone(member);
        this.speakingUp.gone(member, reason);
        this.files.gone(member, reason);
        this.releases.gone(member);
        events.ended(member, reason);
        react();
      },
      renewed: (member) => {
        this.group.renewed(member);
      },
      relinked: (member) => {
        this.group.relinked(member);
        this.door.relinked(member);
        this.moderation.invites.relinked(member);
        this.nextOffer.relinked(member);
        this.files.relinked(member);
        this.recordings.relinked(member);
      },
      dropped: (member) => {
        this.group.gone(member);
      },
      comparedEmoji: (member, same) => {
        if (same) this.verifying.verified(member, 'emoji');
        else this.verifying.mismatch(member);
      },
      said: (member, message) => {
        dispatch(member, message, this);
      },
      pieces: (member, pieces) => {
        this.files.pieces(member, pieces);
      },
      piecesSent: (member) => {
        this.files.piecesSent(member);
      },
    });
    const { members } = this;
    this.group = new GroupState(
      {
        meetingId: base.meetingId,
        ...{ ledger, access, open, self, members, react },
        past: options.past?.statements ?? [],
        heard: (member) => this.speakingUp.takenOf(member),
        removed: events.removed,
      },
      ports,
    );
    const { group } = this;
    this.door = new Door({ ...options, members, group, viewChanged: events.viewChanged }, ports);
    this.moderation = new Moderation(
      { self, members, group, door: this.door, viewChanged: events.viewChanged },
      ports,
    );
    const { viewChanged } = events;
    const { meetingId } = base;
    const { takesNext, nextAnew } = options;
    const next = { own: options.next ?? null, anew: nextAnew ?? ((): null => null), isTaken: takesNext };
    this.nextOffer = new NextOffer(
      { members, group, meetingId, hostKey, hostKeySeed, viewChanged, ...next },
      ports,
    );
    this.quiet = new Quiet({ self, members, group, viewChanged }, ports);
    this.spotlight = new Spotlight({ self, members, group, viewChanged });
    this.speakingUp = new SpeakingUp({ self, members, group, quiet: this.quiet, viewChanged }, ports);
    this.files = new Files({ self, members, group, quiet: this.quiet, viewChanged }, ports);
    this.releases = new ReleaseExchange({ members, viewChanged }, ports);
    this.recordings = new Recordings({ self, members, group, viewChanged }, ports);
    const { acquaintances } = this;
    this.verifying = new Verification(
      {
        self,
        members,
        group,
        acquaintances,
        groupCode: () => this.#groupCode.code(base, self, members.all),
        viewChanged: events.viewChanged,
        alarm: () => {
          this.#mismatch = true;
        },
      },
      ports,
    );
  }

  /** Opens the door, if this participant keeps it. */
  start(): void {
    this.#runs = true;
    this.door.follow();
  }

  get view(): SessionView {
    const { members, group, door, moderation } = this;
    const { ledger, access } = group;
    return {
      peers: members.all.map((member) => {
        const view = peerView(member, group, this.acquaintances, this.ports.releases);
        const silent = view.link === 'open' && group.isSilent(view.peerId);
        return silent ? { ...view, link: 'interrupted' } : view;
      }),
      knocks: door.knocks.map((waiting) => knockView(waiting, this.acquaintances)),
      rights: ledger.rights,
      open: this.options.invite.open,
      lobby: access.lobby,
      locked: ledger.membership.lock.on,
      hostIsHere: this.hostIsHere,
      groupCode: this.#groupCode.code(this.options.base, this.options.self, members.all),
      asks: [...moderation.asks, ...this.nextOffer.asks],
      alarm: this.#mismatch ? 'fingerprint-mismatch' : ledger.hostContradicts ? 'host-contradiction' : 'none',
      lists: group.lists,
      epoch: group.epoch,
      speakingUp: this.speakingUp.view,
      files: this.files.view,
      releaseOffer: this.releases.view,
      recording: this.recordings.view,
      spotlight: this.spotlight.view,
    };
  }

  /** What the frame worker has to say: another one is told first whose sound it drops. */
  frames(report: FrameReport): void {
    this.quiet.frames(report);
    this.group.frames(report);
  }

  get base(): MeetingKeyring {
    return this.options.base;
  }

  get hostIsHere(): boolean {
    if (this.options.hostKeySeed) return true;
    return this.members.all.some((member) => this.#roleOf(member) === 'host');
  }

  end(): void {
    this.#runs = false;
    this.door.end();
    this.group.end();
    this.quiet.end();
    this.speakingUp.end();
    this.files.end();
    this.releases.end();
    this.recordings.end();
    this.#groupCode.end();
    this.members.leave();
  }

  #roleOf({ state }: Member): 'host' | 'co-host' | 'member' {
    return state.phase === 'open' ? this.group.access.roleOf(state.introduction.identity) : 'member';
  }

  #opened(member: Member): void {
    this.#groupCode.opened();
    const { state } = member;
    if (state.phase === 'open' && !member.isHeld)
      this.acquaintances.met(state.introduction.identity, state.introduction.name);
    this.group.opened(member);
    // A door without a right is let go of at once.
    if (member.state.phase !== 'open') return;
    this.moderation.invites.opened(member);
    this.releases.opened(member);
    this.events.opened(member);
    // Whoever let somebody in brings it together with all.
    if (member.facts.expected) this.members.introduce(member);
  }

  /** Somebody came or went, a statement is there, a message was heard: all that follows from it is done, then shown. */
  #react(): void {
    if (!this.#runs) return;
    if (this.group.ledger.isDropped) {
      renewPerMeetingKey(this.options.self, this.ports.random);
      this.members.tellSelf();
    }
    this.door.follow();
    this.door.judgeAgain();
    this.group.followStrangers();
    this.moderation.followCoHosts();
    this.moderation.invites.follow();
    this.nextOffer.follow();
    this.quiet.follow();
    this.speakingUp.follow();
    this.files.follow();
    this.recordings.follow();
    this.events.viewChanged();
  }
}
