/**
 * One participant's meeting: who is inside, who knocks, how far oneself has come. Pure: the world comes in
 * through ports, and main performs what it asks for.
 */
import { equalPublic } from '../bytes';
import { VigilError } from '../errors';
import { cleanName } from '../identity/name';
import { safetyNumber } from '../identity/safety-number';
import { deriveMeetingKeys } from '../invite/key-schedule';
import type { Invite } from '../invite/link';
import type { FrameReport } from '../media/frame-messages';
import type { Trust } from '../identity/contacts';
import type { EndReason, EnteredView, PeerView, SafetyNumberView } from './views';
import type { MeetingKeyring } from './meeting-keys';
import type { HostKeySeed } from './meeting-keys';
import type { Presence } from './door/keeper-election';
import type { Admission } from './joining/join-attempt';
import { Rejoining, isAlone } from './rejoining';
import { MeetingSession } from './session';
import type { Moderation } from './moderation';
import type { Member } from './members/member';
import type { MemberEnd } from './members/member-state';
import type { Members } from './members/members';
import { phaseView, type Phase } from './phase';
import type { ConnectionEvent, Ports } from './ports';
import type { Role } from './phase';
import { Seeking } from './joining/seeking';
import type { Files } from './files/files';
import type { Recordings } from './recording/recordings';
import type { Quiet } from './speaking-up/quiet';
import type { NextOffer } from './next-meeting';
import type { Spotlight } from './spotlight';
import type { SpeakingUp } from './speaking-up/speaking-up';
import type { OwnMedia, Self } from './self';
import type { Verification } from './verification';
import { Join } from './joining/join';

export type { Role };

/** Each sends to each: beyond this the computers and networks of most people give in. */
export const MAX_PARTICIPANTS = 16;

export interface Limits {
  /** People inside, oneself counted. */
  participants: number;
}

export class Meeting {
  /** From when a door lets us in; the host's from the beginning. */
  #inside: MeetingSession | null = null;
  readonly #rejoining: Rejoining;
  readonly #seeking: Seeking;
  #phase: Phase;
  #worker: number | null = null;
  #alarm: 'none' | 'fingerprint-mismatch' = 'none';

  /** Nothing is said or listened to before `start`. */
  constructor(
    readonly firstInvite: Invite,
    private readonly role: Role,
    private readonly self: Self,
    private readonly ports: Ports,
    private readonly changed: () => void,
    private readonly limits: Limits = { participants: MAX_PARTICIPANTS },
  ) {
    this.#rejoining = new Rejoining(self, ports);
    this.#seeking = new Seeking(ports);
    if (role.role === 'host') {
      const inside = this.#build(deriveMeetingKeys(firstInvite), role.hostKeySeed);
      this.#inside = inside;
      this.#phase = { phase: 'inside', startedAt: ports.wall(), inside, join: this.#newJoin() };
    } else this.#phase = { phase: 'entering', join: this.#newJoin() };
  }

  /** The host opens the door, a guest looks for it. To be called once. */
  start(): void {
    const { role } = this;
    if (this.#phase.phase === 'entering') this.#phase.join.look();
    if (this.#phase.phase !== 'inside' || role.role !== 'host') return;
    this.#phase.inside.start();
    this.#prepare(this.#phase.inside, role.expected ?? []);
    // Where nothing was signed yet, nobody was let in.
    if (role.past !== undefined && role.past.statements.length > 0) this.#seek();
  }

  /** The link that holds now. */
  get invite(): Invite {
    return this.#inside?.door.invite ?? this.firstInvite;
  }

  /** Everybody else; throws VigilError no-meeting before there is anybody. */
  get members(): Members {
    return this.gathered.members;
  }

  /** All that those inside have; throws VigilError no-meeting before there is anybody, and after the end. */
  get gathered(): MeetingSession {
    if (!this.#inside || this.#phase.phase === 'ended') throw new VigilError('no-meeting');
    return this.#inside;
  }

  get isInside(): boolean {
    return this.#phase.phase === 'inside';
  }

  /** Whether newcomers are heard and answered here. */
  get keepsDoor(): boolean {
    return this.#phase.phase === 'inside' && this.#phase.inside.door.isKept;
  }

  /** What this person may decide about the meeting. Throws VigilError no-meeting outside. */
  get moderation(): Moderation {
    if (this.#phase.phase !== 'inside') throw new VigilError('no-meeting');
    return this.#phase.inside.moderation;
  }

  /** Chat, hands and reactions. Throws VigilError no-meeting outside. */
  get speakingUp(): SpeakingUp {
    if (this.#phase.phase !== 'inside') throw new VigilError('no-meeting');
    return this.#phase.inside.speakingUp;
  }

  /** Files that are offered. Throws VigilError no-meeting outside. */
  get files(): Files {
    if (this.#phase.phase !== 'inside') throw new VigilError('no-meeting');
    return this.#phase.inside.files;
  }

  /** What people here record for themselves. Throws VigilError no-meeting outside. */
  get recordings(): Recordings {
    if (this.#phase.phase !== 'inside') throw new VigilError('no-meeting');
    return this.#phase.inside.recordings;
  }

  /** Who may write and who is heard. Throws VigilError no-meeting outside. */
  get quiet(): Quiet {
    if (this.#phase.phase !== 'inside') throw new VigilError('no-meeting');
    return this.#phase.inside.quiet;
  }

  /** The next meeting of a series. Throws VigilError no-meeting outside. */
  get nextOffer(): NextOffer {
    if (this.#phase.phase !== 'inside') throw new VigilError('no-meeting');
    return this.#phase.inside.nextOffer;
  }

  /** Who is in the large place for everyone. Throws VigilError no-meeting outside. */
  get spotlight(): Spotlight {
    if (this.#phase.phase !== 'inside') throw new VigilError('no-meeting');
    return this.#phase.inside.spotlight;
  }

  /** How this person finds out who somebody is. Throws VigilError no-meeting outside. */
  get verifying(): Verification {
    if (this.#phase.phase !== 'inside') throw new VigilError('no-meeting');
    return this.#phase.inside.verifying;
  }

  get view(): EnteredView {
    const { self } = this;
    const facts = {
      title: cleanName(this.invite.hints.title),
      expiresAt: this.invite.expiry * 1000,
      role: this.role.role,
    };
    const isGuest = this.role.role === 'guest';
    const lastSeen = (inside: MeetingSession): PeerView[] =>
      isGuest ? this.#rejoining.seenLast(inside) : [];
    return phaseView(this.#phase, facts, { self, lastSeen, alarm: this.#alarm });
  }

  /** Something happened to a connection; events of connections that are gone are ignored. */
  connectionEvent(connectionId: string, event: ConnectionEvent): void {
    if (this.#phase.phase === 'ended') return;
    this.#inside?.members.byConnection(connectionId)?.connectionEvent(event);
  }

  /** What the frame worker has to say; that one runs is remembered until there is somebody to seal for. */
  frames(report: FrameReport): void {
    if (report.type === 'worker-started') this.#worker = report.worker;
    if (report.type === 'worker-lost' && this.#worker === report.worker) this.#worker = null;
    if (this.#phase.phase !== 'ended') this.#inside?.frames(report);
  }

  /** The computer's network is another one or is back; after sleep everything is looked at again. */
  networkChanged(everything: boolean): void {
    if (this.#phase.phase !== 'ended') this.#inside?.members.networkChanged(everything);
  }

  /** What this person knows of somebody inside; null before a handshake has proven who it is. */
  trustOf(peerId: string): Trust | null {
    const state = this.#inside?.members.get(peerId)?.state;
    if (!this.#inside || state?.phase !== 'open') return null;
    const { identity, name } = state.introduction;
    return this.#inside.acquaintances.look(identity, name).trust;
  }

  /** A better path to this person may be open now: candidates are gathered anew. */
  renewConnection(peerId: string): void {
    if (this.#phase.phase !== 'ended') this.#inside?.members.get(peerId)?.renewConnection();
  }

  setSelf(media: OwnMedia): void {
    Object.assign(this.self, media);
    this.#inside?.members.tellSelf();
    this.changed();
  }

  /** Says goodbye and stops everything that this meeting had going. */
  leave(): void {
    this.#end('left');
  }

  safetyNumber(peerId: string): SafetyNumberView {
    const member = this.#inside?.members.get(peerId);
    if (member?.state.phase !== 'open') throw new VigilError('no-such-peer');
    const groups = safetyNumber(this.self.identity.publicKey, member.state.introduction.identity);
    return { peerId, name: member.name, groups };
  }

  /** Where nothing more can be signed, a meeting goes on with less: whoever is expected has to knock. */
  #prepare(inside: MeetingSession, expected: readonly Uint8Array[]): void {
    try {
      // The link that the statements name may be lost: it was signed, and the computer went off.
      if (inside.group.ledger.isReplaced(this.invite)) inside.moderation.replaceLink();
      for (const identity of expected) inside.moderation.preAdmit(identity);
    } catch (error) {
      if (!(error instanceof VigilError)) throw error;
    }
    inside.door.follow();
  }

  #build(base: MeetingKeyring, hostKeySeed: HostKeySeed | null): MeetingSession {
    const { firstInvite: invite, self, ports, limits } = this;
    const maxParticipants = limits.participants;
    const presence = (): Presence => this.#presence;
    const { past, note, next, nextAnew, keep } = this.role.role === 'host' ? this.role : {};
    const options = {
      ...{ invite, past, note, next, nextAnew, keep, base, hostKeySeed, self, maxParticipants, presence },
      takesNext: this.role.role === 'guest' && this.role.keepsNothing !== true,
    };
    const inside = new MeetingSession(options, ports, {
      viewChanged: () => {
        this.#changed();
      },
      opened: (member) => {
        this.#opened(member);
      },
      ended: (member, reason) => {
        this.#memberEnded(member, reason);
      },
      removed: () => {
        this.#end('removed');
      },
    });
    if (this.#worker !== null) inside.frames({ type: 'worker-started', worker: this.#worker });
    return inside;
  }

  get #presence(): Presence {
    if (this.#phase.phase !== 'inside') return 'entering';
    return this.#phase.join.isUnderWay ? 'looking' : 'inside';
  }

  #newJoin(): Join {
    return new Join(() => this.invite, this.self, this.ports, {
      changed: this.changed,
      admitted: (admission) => {
        this.#admitted(admission);
      },
      refused: (reason) => {
        this.#refused(reason);
      },
      letGo: () => {
        this.#inside?.members.dropDoor();
      },
      isConnected: (peerId) => this.#inside?.members.get(peerId)?.canCarry === true,
    });
  }

  /** A door lets us in: on the way back in, it must be the same meeting. */
  #admitted({ peerId, signalling, remote, base }: Admission): void {
    const isAnother = this.#inside !== null && !equalPublic(this.#inside.base.meetingId, base.meetingId);
    if (isAnother && this.#phase.phase === 'inside') {
      this.ports.drop('answer-wrong-door');
      this.#phase.join.avoid(peerId);
      this.#phase.join.lookAgain();
      return;
    }
    // What another door said of the meeting does not bind before anybody was met there.
    if (isAnother) {
      this.#inside?.end();
      this.#inside = null;
    }
    if (!this.#inside) {
      this.#inside = this.#build(base, null);
      this.#inside.start();
    }
    this.#inside.members.arriveByDoor({ peerId, signalling, remote, expected: null, knownName: '' });
  }

  #refused(reason: EndReason): void {
    // Some of us are together, or this is the host's own: what a door says changes nothing about that.
    const stays = this.role.role === 'host' || (this.#inside !== null && !isAlone(this.#inside));
    if (this.#phase.phase === 'inside' && stays) this.#phase.join.end();
    else this.#end(reason);
  }

  #seek(): void {
    if (this.#phase.phase !== 'inside') return;
    this.#seeking.begin(this.#phase.join, this.changed);
  }

  /** Without a connection to anybody: everything from the hello again, by the link that holds. */
  #nobodyLeft(): void {
    const phase = this.#phase;
    if (phase.phase === 'entering') this.#end('no-path');
    if (phase.phase !== 'inside') return;
    phase.inside.members.clear();
    phase.join.lookAgain();
    this.changed();
  }

  #changed(): void {
    const phase = this.#phase;
    if (phase.phase === 'ended') return;
    if (phase.phase === 'inside') this.#rejoining.follow(phase.inside, phase.join);
    this.changed();
  }

  #opened(member: Member): void {
    const phase = this.#phase;
    this.#rejoining.opened(member);
    if (phase.phase === 'entering' && this.#inside) {
      phase.join.inside();
      const { join } = phase;
      this.#phase = { phase: 'inside', startedAt: this.ports.wall(), inside: this.#inside, join };
    } else if (phase.phase === 'inside' && this.#inside?.members.isDoor(member) === true) phase.join.inside();
  }

  #memberEnded(member: Member, reason: MemberEnd): void {
    const phase = this.#phase;
    const inside = this.#inside;
    if (phase.phase === 'ended' || !inside) return;
    if (reason === 'foreign') this.#foreign(member, inside);
    if (reason === 'lost') this.#rejoining.lost(member, inside);
    if (reason === 'stranger') phase.join.avoid(member.facts.peerId);
    // Whom the own door let in, and who did not come: nobody is missing.
    if (reason === 'absent' && member.facts.expected) return;
    const alone = isAlone(inside);
    if (reason === 'stranger' && alone && phase.phase === 'entering') phase.join.lookAgain();
    else if (this.role.role === 'guest' && reason === 'foreign' && inside.members.isDoor(member))
      this.#end('fingerprint-mismatch');
    else if (this.role.role === 'guest' && reason !== 'bye' && reason !== 'left' && alone) this.#nobodyLeft();
    else if (phase.join.isLetInBy(member.facts.peerId)) this.#afterNoAnswer(phase.join);
    else if (this.role.role === 'host' && reason === 'lost' && alone) this.#seek();
  }

  /** The door that had let us in does not answer: a guest needs another one, a host has its own. */
  #afterNoAnswer(join: Join): void {
    if (this.role.role === 'host') join.end();
    else join.lookAgain();
  }

  /** Whoever is at the other end has to be let in by a person again. */
  #foreign({ facts }: Member, { door }: MeetingSession): void {
    this.#alarm = 'fingerprint-mismatch';
    if (facts.expected) door.distrust(facts.expected);
  }

  #end(reason: EndReason): void {
    const phase = this.#phase;
    if (phase.phase === 'ended') return;
    this.#seeking.end();
    this.#phase = { phase: 'ended', reason, wasInside: phase.phase === 'inside' };
    // While there still is a connection to let go of.
    phase.join.withdraw();
    this.#inside?.end();
    this.changed();
  }
}
