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
import type { EndReason, MeetingView, PeerView, SafetyNumberView, Trust } from '../ipc';
import type { MeetingKeyring } from './meeting-keys';
import type { HostKeySeed } from './door-key';
import type { Presence } from './door/keeper-election';
import type { DoorLinking } from './joining/join-attempt';
import { Rejoining, isAlone } from './rejoining';
import { MeetingSession } from './session';
import type { Moderation } from './moderation';
import type { Member } from './members/member';
import type { MemberEnd } from './member-state';
import type { Members } from './members/members';
import { phaseView, type Phase } from './phase';
import type { ConnectionEvent, Ports } from './ports';
import type { Role } from './role';
import { Seeking } from './joining/seeking';
import type { Self } from './self';
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
  /** From the first link to anybody. */
  #inside: MeetingSession | null = null;
  readonly #rejoining: Rejoining;
  readonly #seeking: Seeking;
  #phase: Phase;
  #worker: number | null = null;
  #alarm: 'none' | 'fingerprint-mismatch' = 'none';

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
      this.#phase = { phase: 'inside', startedAt: ports.now(), inside, way: this.#wayIn() };
      this.#prepare(inside, role.expected ?? []);
      if (role.past) this.#seek();
    } else {
      const way = this.#wayIn();
      this.#phase = { phase: 'entering', way };
      way.look();
    }
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

  /** How this person finds out who somebody is. Throws VigilError no-meeting outside. */
  get verifying(): Verification {
    if (this.#phase.phase !== 'inside') throw new VigilError('no-meeting');
    return this.#phase.inside.verifying;
  }

  get view(): MeetingView {
    const { self, keepsDoor } = this;
    const facts = {
      title: cleanName(this.invite.hints.title),
      expiresAt: this.invite.expiry * 1000,
      role: this.role.role,
    };
    const isGuest = this.role.role === 'guest';
    const lastSeen = (inside: MeetingSession): PeerView[] =>
      isGuest ? this.#rejoining.seenLast(inside) : [];
    return phaseView(this.#phase, facts, { self, keepsDoor, lastSeen, alarm: this.#alarm });
  }

  /** Something happened to a link; events of links that are gone are ignored. */
  link(connectionId: string, event: ConnectionEvent): void {
    const phase = this.#phase;
    const member = this.#inside?.members.byLink(connectionId);
    if (!member || phase.phase === 'ended') return;
    phase.way.link(connectionId, event);
    this.#inside?.door.link(member, event);
    member.link(event);
  }

  /** What the frame worker has to say; that one runs is remembered until there is somebody to seal for. */
  frames(report: FrameReport): void {
    if (report.type === 'worker-started') this.#worker = report.worker;
    if (report.type === 'worker-lost' && this.#worker === report.worker) this.#worker = null;
    if (this.#phase.phase !== 'ended') this.#inside?.group.frames(report);
  }

  /** The computer's network is another one or is back; after sleep everything is looked at again. */
  networkChanged(everything: boolean): void {
    if (this.#phase.phase !== 'ended') this.#inside?.members.networkChanged(everything);
  }

  /** What this person knows of somebody inside; null before a handshake has proven who it is. */
  trustOf(peerId: string): Trust | null {
    const phase = this.#phase;
    // Whose door it is that lets us in is what it says itself, until the handshake there.
    if (phase.phase !== 'ended' && phase.way.doorId === peerId) return null;
    const state = this.#inside?.members.get(peerId)?.state;
    if (!this.#inside || state?.phase !== 'open') return null;
    const { identity, name } = state.introduction;
    return this.#inside.acquaintances.look(identity, name).trust;
  }

  /** A better path to this person may be open now: candidates are gathered anew. */
  renewLink(peerId: string): void {
    if (this.#phase.phase !== 'ended') this.#inside?.members.get(peerId)?.renewLink();
  }

  admit(knockId: string): void {
    this.gathered.door.decide(knockId, true);
  }

  deny(knockId: string): void {
    this.gathered.door.decide(knockId, false);
  }

  setSelf(devices: { microphone: boolean; camera: boolean }): void {
    this.self.microphone = devices.microphone;
    this.self.camera = devices.camera;
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
    const presence = (): Presence => this.#presence(hostKeySeed !== null);
    const { past, keep } = this.role.role === 'host' ? this.role : {};
    const options = { invite, past, keep, base, hostKeySeed, self, maxParticipants, presence };
    const inside = new MeetingSession(options, ports, {
      changed: () => {
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
    if (this.#worker !== null) inside.group.frames({ type: 'worker-started', worker: this.#worker });
    return inside;
  }

  #presence(isHost: boolean): Presence {
    // The host is inside from the beginning, also while all of this is being built.
    const phase = this.#inside === null && isHost ? null : this.#phase;
    if (phase === null) return 'inside';
    if (phase.phase !== 'inside') return 'entering';
    return phase.way.isUnderWay === true ? 'looking' : 'inside';
  }

  #wayIn(): Join {
    return new Join(() => this.invite, this.self, this.ports, {
      changed: this.changed,
      linking: (linking) => {
        this.#linking(linking);
      },
      refused: (reason) => {
        this.#refused(reason);
      },
      noPath: () => {
        this.#noPath();
      },
      letGo: (connectionId) => {
        this.#letGo(connectionId);
      },
      isConnected: (peerId) => this.#inside?.members.get(peerId)?.canCarry === true,
    });
  }

  /** A door lets us in: on the way back in, it must be the same meeting. */
  #linking({ peerId, connectionId, remote, base }: DoorLinking): void {
    const isAnother = this.#inside !== null && !equalPublic(this.#inside.base.meetingId, base.meetingId);
    if (isAnother && this.#phase.phase === 'inside') {
      this.ports.drop('answer-wrong-door');
      this.ports.links.close(connectionId, false);
      this.#phase.way.avoid(peerId);
      this.#phase.way.lookAgain();
      return;
    }
    // What another door said of the meeting does not bind before anybody was met there.
    if (isAnother) {
      this.#inside?.end();
      this.#inside = null;
    }
    this.#inside ??= this.#build(base, null);
    const arrival = { peerId, connectionId, side: 'answer', expected: null, knownName: '' } as const;
    this.#inside.members.arriveByDoor(arrival).describedAs(remote);
  }

  /** The door's link, while nobody is proven to be at its other end. */
  #letGo(connectionId: string): void {
    const member = this.#inside?.members.byLink(connectionId);
    if (member && member.state.phase !== 'open') this.#inside?.members.drop(member);
  }

  #refused(reason: EndReason): void {
    // Some of us are together, or this is the host's own: what a door says changes nothing about that.
    const stays = this.role.role === 'host' || (this.#inside !== null && !isAlone(this.#inside));
    if (this.#phase.phase === 'inside' && stays) this.#phase.way.end();
    else this.#end(reason);
  }

  #seek(): void {
    if (this.#phase.phase !== 'inside') return;
    this.#seeking.begin(this.#phase.way, this.changed);
  }

  #noPath(): void {
    const phase = this.#phase;
    if (phase.phase === 'entering') this.#end('no-path');
    else if (phase.phase === 'inside' && this.role.role === 'guest' && isAlone(phase.inside))
      this.#nobodyLeft();
    else if (phase.phase === 'inside') {
      phase.inside.members.dropDoor();
      if (this.role.role === 'host') phase.way.end();
      else phase.way.lookAgain();
    }
  }

  /** Without a link to anybody: everything from the hello again, by the link that holds. */
  #nobodyLeft(): void {
    const phase = this.#phase;
    if (phase.phase === 'entering') this.#end('no-path');
    if (phase.phase !== 'inside') return;
    phase.inside.members.clear();
    phase.way.lookAgain();
    this.changed();
  }

  #changed(): void {
    const phase = this.#phase;
    if (phase.phase === 'ended') return;
    if (phase.phase === 'inside') this.#rejoining.follow(phase.inside, phase.way);
    this.changed();
  }

  #opened(member: Member): void {
    const phase = this.#phase;
    this.#rejoining.opened(member);
    if (phase.phase === 'entering' && this.#inside) {
      phase.way.inside();
      const { way } = phase;
      this.#phase = { phase: 'inside', startedAt: this.ports.now(), inside: this.#inside, way };
    } else if (phase.phase === 'inside' && this.#inside?.members.isDoor(member) === true) phase.way.inside();
  }

  #memberEnded(member: Member, reason: MemberEnd): void {
    const phase = this.#phase;
    const inside = this.#inside;
    if (phase.phase === 'ended' || !inside) return;
    if (reason === 'foreign') this.#foreign(member, inside);
    if (reason === 'lost') this.#rejoining.lost(member, inside);
    if (reason === 'stranger') phase.way.avoid(member.facts.peerId);
    inside.door.forget(member.facts.peerId);
    const alone = isAlone(inside);
    if (reason === 'stranger' && alone && phase.phase === 'entering') phase.way.lookAgain();
    else if (this.role.role === 'guest' && reason === 'foreign' && inside.members.isDoor(member))
      this.#end('fingerprint-mismatch');
    else if (reason === 'bye' || reason === 'left' || !alone) return;
    else if (this.role.role === 'guest') this.#nobodyLeft();
    else if (reason === 'lost') this.#seek();
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
    this.#inside?.end();
    phase.way.withdraw();
    this.changed();
  }
}
