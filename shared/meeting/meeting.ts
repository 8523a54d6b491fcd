/**
 * One participant's meeting: who is inside, who knocks, how far oneself has come. Pure: the world comes in
 * through ports, and main performs what it asks for.
 */
import { equalPublic, toHex } from '../bytes';
import { VigilError } from '../errors';
import { cleanName } from '../identity/name';
import { safetyNumber } from '../identity/safety-number';
import { deriveMeetingKeys, type MeetingKeys } from '../invite/key-schedule';
import type { Invite } from '../invite/link';
import type { FrameReport } from '../media/frame-messages';
import type { EndReason, MeetingView, PeerView, SafetyNumberView } from '../ipc';
import { Assembly } from './assembly';
import type { Visitor } from './door';
import { doorKey, type HostKeySeed } from './door-key';
import { DoorKeeper, type Verdict } from './door-keeper';
import { Entry } from './entry';
import { knockView, peerView } from './meeting-view';
import type { Member, MemberEnd } from './member';
import { Members } from './members';
import type { LinkEvent, Ports } from './ports';
import type { Knock } from './payloads';
import { ReentryPause } from './reentry';
import type { Self } from './self';
import type { VisitorSession } from './visitor-session';

/** Each sends to each: beyond this the computers and networks of most people give in. */
export const MAX_PARTICIPANTS = 8;

/** A host holds the seed of the meeting's host key; a guest holds only the link. */
export type Role = { role: 'host'; hostKeySeed: HostKeySeed } | { role: 'guest' };

type Way = { by: 'door'; keeper: DoorKeeper } | { by: 'entry'; entry: Entry | null };

type Phase =
  | { phase: 'entering'; entry: Entry }
  | { phase: 'inside'; startedAt: number; way: Way }
  | { phase: 'ended'; reason: EndReason };

export class Meeting {
  readonly #keys: MeetingKeys;
  readonly members: Members;
  readonly #assembly: Assembly;
  readonly #reentry: ReentryPause;
  /** Identities whose link ended with an alarm: a person decides about them again. */
  #distrusted: Uint8Array[] = [];
  #phase: Phase;
  #alarm: 'none' | 'fingerprint-mismatch' = 'none';
  /** Whom a guest saw last: shown as interrupted while the door is looked for again. */
  #lastSeen: PeerView[] = [];
  #stopReentry: (() => void) | null = null;

  constructor(
    readonly invite: Invite,
    private readonly role: Role,
    private readonly self: Self,
    private readonly ports: Ports,
    private readonly changed: () => void,
  ) {
    this.#keys = deriveMeetingKeys(invite);
    this.#reentry = new ReentryPause(ports.now);
    this.members = new Members(this.#keys, self, ports, {
      changed: () => {
        this.#membersChanged();
      },
      opened: (member) => {
        this.#memberOpened(member);
      },
      ended: (member, reason) => {
        this.#memberEnded(member, reason);
      },
      relinked: (member) => {
        this.#assembly.relinked(member);
      },
      mayBeHere: (identity) => this.#assembly.isAdmitted(identity),
      said: (member, message) => {
        this.#assembly.said(member, message);
      },
      dropped: (member) => {
        this.#assembly.gone(member);
      },
    });
    this.#assembly = new Assembly(
      {
        invite,
        keys: this.#keys,
        hostKeySeed: role.role === 'host' ? role.hostKeySeed : null,
        self,
        members: this.members,
        changed,
        removed: () => {
          this.#end('removed');
        },
      },
      ports,
    );
    this.#phase =
      role.role === 'host'
        ? {
            phase: 'inside',
            startedAt: ports.now(),
            way: { by: 'door', keeper: this.#openDoor(role.hostKeySeed) },
          }
        : { phase: 'entering', entry: this.#enter() };
  }

  get view(): MeetingView {
    const facts = {
      title: cleanName(this.invite.hints.title),
      expiresAt: this.invite.expiry * 1000,
      role: this.role.role,
    };
    const phase = this.#phase;
    switch (phase.phase) {
      case 'entering':
        return { phase: 'knocking', ...facts, step: phase.entry.step };
      case 'ended':
        return { phase: 'ended', ...facts, reason: phase.reason };
      case 'inside': {
        const { name, microphone, camera } = this.self;
        return {
          phase: 'inside',
          ...facts,
          startedAt: phase.startedAt,
          self: { name, microphone, camera },
          peers: this.#peers(phase.way),
          knocks: phase.way.by === 'door' ? phase.way.keeper.knocks.map(knockView) : [],
          alarm: this.#alarm,
          lists: this.#assembly.lists,
        };
      }
    }
  }

  /** Something happened to a link; events of links that are gone are ignored. */
  link(linkId: string, event: LinkEvent): void {
    const member = this.members.byLink(linkId);
    if (!member) return;
    const phase = this.#phase;
    if (phase.phase === 'entering') phase.entry.link(linkId, event);
    else if (phase.phase === 'inside' && phase.way.by === 'entry') phase.way.entry?.link(linkId, event);
    else if (phase.phase === 'inside' && phase.way.by === 'door') {
      const session = phase.way.keeper.session(member.facts.peerId);
      if (session?.linkId === linkId) session.link(event);
    }
    member.link(event);
  }

  /** The computer's network is another one or is back; after sleep everything is looked at again. */
  networkChanged(everything: boolean): void {
    this.members.networkChanged(everything);
  }

  /** What the frame worker has to say. */
  frames(report: FrameReport): void {
    if (this.#phase.phase !== 'ended') this.#assembly.frames(report);
  }

  admit(knockId: string): void {
    const { keeper, session } = this.#knock(knockId);
    const verdict = this.#judge(session.visitor);
    if (verdict === 'full' || verdict === 'expired' || verdict === 'denied') {
      session.deny(verdict);
    } else {
      keeper.admit(session);
    }
    this.changed();
  }

  deny(knockId: string): void {
    this.#knock(knockId).session.deny('denied');
    this.changed();
  }

  /** Only the host signs for it; everybody who hears of it acts. Throws VigilError no-such-peer. */
  remove(peerId: string): void {
    const member = this.members.get(peerId);
    if (this.role.role !== 'host' || member?.state.phase !== 'open') throw new VigilError('no-such-peer');
    const { identity } = member.state.introduction;
    // Should nothing more be signed, this side at least stops talking.
    if (!this.#assembly.remove(identity)) member.leave();
  }

  setSelf(devices: { microphone: boolean; camera: boolean }): void {
    this.self.microphone = devices.microphone;
    this.self.camera = devices.camera;
    this.members.tellSelf();
    this.changed();
  }

  /** Says goodbye and stops everything that this meeting had going. */
  leave(): void {
    this.#end('left');
  }

  safetyNumber(peerId: string): SafetyNumberView {
    const member = this.members.get(peerId);
    if (member?.state.phase !== 'open') throw new VigilError('no-such-peer');
    const groups = safetyNumber(this.self.identity.publicKey, member.state.introduction.identity);
    return { peerId, name: member.name, groups };
  }

  #peers(way: Way): PeerView[] {
    const entering = way.by === 'entry' && (way.entry !== null || this.#stopReentry !== null);
    if (entering) return this.#lastSeen;
    return this.members.all.map((member) => {
      const view = peerView(member);
      const silent = view.link === 'open' && this.#assembly.isSilent(view.peerId);
      return silent ? { ...view, link: 'interrupted' } : view;
    });
  }

  #knock(knockId: string): { keeper: DoorKeeper; session: VisitorSession } {
    const way = this.#phase.phase === 'inside' ? this.#phase.way : null;
    const session = way?.by === 'door' ? way.keeper.session(knockId) : undefined;
    if (way?.by !== 'door' || session?.state.phase !== 'asking') throw new VigilError('no-such-knock');
    return { keeper: way.keeper, session };
  }

  /* ---------- the host's side ---------- */

  #openDoor(hostKeySeed: HostKeySeed): DoorKeeper {
    return new DoorKeeper(
      this.#keys,
      doorKey(this.invite.open, this.#keys, hostKeySeed),
      this.self,
      this.ports,
      {
        changed: this.changed,
        judge: (visitor) => this.#judge(visitor),
        signed: ({ knock }) => this.#signed(knock),
        admitted: (session) => {
          this.#visitorAdmitted(session);
        },
        vanished: (session) => {
          const member = this.members.get(session.id);
          if (member?.owns(session.linkId) === true && member.state.phase !== 'open')
            this.members.drop(member);
          this.changed();
        },
      },
    );
  }

  #judge(visitor: Visitor): Verdict {
    const { identity } = visitor.knock;
    if (this.#assembly.isRemoved(identity)) return 'denied';
    const known =
      this.#assembly.isAdmitted(identity) && !this.#distrusted.some((one) => equalPublic(one, identity));
    const others = this.members.all.filter(({ facts }) => facts.peerId !== toHex(visitor.peerId));
    if (others.length + 1 >= MAX_PARTICIPANTS) return 'full';
    // Whose link broke comes back even after the invite has expired.
    if (known) return 'admit';
    if (this.ports.now() >= this.invite.expiry * 1000) return 'expired';
    return this.invite.open ? 'admit' : 'ask';
  }

  /** Told to all before somebody comes in: whoever meets it can see that it was let in. */
  #signed({ identity, perMeetingKey }: Knock): boolean {
    this.#distrusted = this.#distrusted.filter((one) => !equalPublic(one, identity));
    return this.#assembly.admit(identity, perMeetingKey);
  }

  #visitorAdmitted({ visitor, linkId }: VisitorSession): void {
    const { identity, name } = visitor.knock;
    this.members.arriveByDoor({
      peerId: toHex(visitor.peerId),
      linkId,
      side: 'offer',
      expected: identity,
      knownName: name,
    });
  }

  /* ---------- the guest's side ---------- */

  #enter(): Entry {
    return new Entry(this.invite, this.#keys, this.self, this.ports, {
      changed: this.changed,
      linking: (peerId, linkId, remote) => {
        const arrival = { peerId, linkId, side: 'answer', expected: null, knownName: '' } as const;
        this.members.arriveByDoor(arrival).describedAs(remote);
      },
      refused: (reason) => {
        this.#end(reason);
      },
      noPath: () => {
        this.#nobodyLeft();
      },
    });
  }

  /** Without a link to anybody: everything from the hello again, by the same link. */
  #nobodyLeft(): void {
    const phase = this.#phase;
    if (phase.phase === 'entering') this.#end('no-path');
    if (phase.phase !== 'inside' || phase.way.by !== 'entry') return;
    const { way } = phase;
    way.entry?.end();
    way.entry = null;
    this.members.clear();
    this.#stopReentry?.();
    this.#stopReentry = this.ports.timer(this.#reentry.next(), () => {
      this.#stopReentry = null;
      way.entry = this.#enter();
      this.changed();
    });
    this.#lastSeen = this.#lastSeen.map((peer) => ({ ...peer, link: 'interrupted' }));
    this.changed();
  }

  #inside(): void {
    const phase = this.#phase;
    if (phase.phase === 'entering') {
      phase.entry.end();
      this.#phase = { phase: 'inside', startedAt: this.ports.now(), way: { by: 'entry', entry: null } };
      this.#reentry.inside();
    } else if (phase.phase === 'inside' && phase.way.by === 'entry' && phase.way.entry) {
      phase.way.entry.end();
      phase.way.entry = null;
      this.#reentry.inside();
    }
  }

  /* ---------- both ---------- */

  #membersChanged(): void {
    const phase = this.#phase;
    if (phase.phase === 'inside' && phase.way.by === 'door') this.#followSessions(phase.way.keeper);
    if (phase.phase === 'inside' && phase.way.by === 'entry' && !phase.way.entry && !this.#stopReentry) {
      this.#lastSeen = this.members.all.map(peerView);
    }
    this.changed();
  }

  /** What the door's channel has learnt of a visitor's end of the link. */
  #followSessions(keeper: DoorKeeper): void {
    for (const member of this.members.all) {
      const session = keeper.session(member.facts.peerId);
      if (!session || !member.owns(session.linkId)) continue;
      if (session.remoteDescription) member.describedAs(session.remoteDescription);
      if (member.state.phase === 'open') keeper.forget(session.id);
    }
  }

  #memberOpened(member: Member): void {
    this.#inside();
    this.#assembly.opened(member);
    if (this.role.role === 'host') this.members.introduce(member);
  }

  #memberEnded(member: Member, reason: MemberEnd): void {
    this.#assembly.gone(member);
    if (this.#phase.phase === 'ended') return;
    if (reason === 'foreign') this.#foreign(member);
    const { role } = this.role;
    const alone = !this.members.all.some(({ state }) => state.phase === 'open');
    const wasDoor = this.members.isDoor(member);
    if (role === 'guest' && reason === 'foreign' && wasDoor) this.#end('fingerprint-mismatch');
    else if (role === 'guest' && reason !== 'bye' && reason !== 'left' && alone) this.#nobodyLeft();
    else if (role === 'host') this.#forgetSession(member.facts.peerId);
    this.#membersChanged();
  }

  /** Whoever is at the other end has to be let in by a person again. */
  #foreign({ facts }: Member): void {
    this.#alarm = 'fingerprint-mismatch';
    if (facts.expected) this.#distrusted.push(facts.expected);
  }

  #forgetSession(peerId: string): void {
    const phase = this.#phase;
    if (phase.phase === 'inside' && phase.way.by === 'door') phase.way.keeper.forget(peerId);
  }

  #end(reason: EndReason): void {
    const phase = this.#phase;
    if (phase.phase === 'ended') return;
    this.#phase = { phase: 'ended', reason };
    this.#stopReentry?.();
    this.#assembly.end();
    this.members.leave();
    if (phase.phase === 'entering') phase.entry.withdraw();
    else if (phase.way.by === 'door') phase.way.keeper.close();
    else phase.way.entry?.withdraw();
    this.changed();
  }
}
