/**
 * One participant's meeting: who is inside, who knocks, how far oneself has come. Pure: the world comes in
 * through ports, and main performs what it asks for. In this version a meeting holds two.
 */
import {
  ed25519FromSeed,
  ed25519PublicToX25519,
  ed25519SecretToX25519,
  x25519PublicKey,
  type Secret,
} from '../crypto/sodium';
import { equalPublic, toHex } from '../bytes';
import { VigilError } from '../errors';
import { cleanName } from '../identity/name';
import { safetyNumber } from '../identity/safety-number';
import { deriveMeetingKeys, type MeetingKeys } from '../invite/key-schedule';
import type { Invite } from '../invite/link';
import type { EndReason, KnockView, MeetingView, PeerView, SafetyNumberView } from '../ipc';
import type { KeyPair } from '../noise/handshake-state';
import type { CompactDescription } from '../wire/description';
import { DoorKeeper, type Verdict } from './door-keeper';
import type { Visitor } from './door';
import { Entry } from './entry';
import { Member, type MemberEnd } from './member';
import type { LinkEvent, Ports } from './ports';
import type { Self } from './self';
import type { VisitorSession } from './visitor-session';

/** A link that held for so long is a good one. */
const STEADY_LINK_MS = 30_000;
const FIRST_PAUSE_MS = 1000;
const MAX_PAUSE_MS = 30_000;

export type HostKeySeed = Secret<'host key seed'>;

/** A host holds the seed of the meeting's host key; a guest holds only the link. */
export type Role = { role: 'host'; hostKeySeed: HostKeySeed } | { role: 'guest' };

type Phase =
  | { phase: 'entering'; entry: Entry }
  | {
      phase: 'inside';
      startedAt: number;
      way: { by: 'door'; keeper: DoorKeeper } | { by: 'entry'; entry: Entry | null };
    }
  | { phase: 'ended'; reason: EndReason };

export class Meeting {
  readonly #keys: MeetingKeys;
  readonly #members = new Map<string, Member>();
  /** Identities that were let in once need not ask again. */
  #admitted: Uint8Array[] = [];
  #phase: Phase;
  #alarm: 'none' | 'fingerprint-mismatch' = 'none';
  #insideSince = 0;
  #reentryPause = 0;
  #stopReentry: (() => void) | null = null;
  /** A guest whose only link broke: shown as interrupted while the door is looked for again. */
  #lost: PeerView | null = null;

  constructor(
    readonly invite: Invite,
    private readonly role: Role,
    private readonly self: Self,
    private readonly ports: Ports,
    private readonly changed: () => void,
  ) {
    this.#keys = deriveMeetingKeys(invite);
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
        const peers = [...this.#members.values()].map(peerView);
        if (this.#lost && peers.every(({ link }) => link !== 'open'))
          peers.splice(0, peers.length, this.#lost);
        return {
          phase: 'inside',
          ...facts,
          startedAt: phase.startedAt,
          self: { name, microphone, camera },
          peers,
          knocks: phase.way.by === 'door' ? phase.way.keeper.knocks.map(knockView) : [],
          alarm: this.#alarm,
        };
      }
    }
  }

  /** Something happened to a link; events of links that are gone are ignored. */
  link(linkId: string, event: LinkEvent): void {
    const member = [...this.#members.values()].find(({ facts }) => facts.linkId === linkId);
    if (!member) return;
    const phase = this.#phase;
    if (phase.phase === 'entering') phase.entry.link(event);
    else if (phase.phase === 'inside' && phase.way.by === 'entry') phase.way.entry?.link(event);
    else if (phase.phase === 'inside' && phase.way.by === 'door') {
      phase.way.keeper.session(member.facts.peerId)?.link(event);
    }
    member.link(event);
  }

  admit(knockId: string): void {
    const { keeper, session } = this.#knock(knockId);
    const verdict = this.#judge(session.visitor);
    if (verdict === 'full' || verdict === 'expired') {
      session.deny(verdict);
    } else {
      this.#admitted.push(session.visitor.knock.identity);
      keeper.admit(session);
    }
    this.changed();
  }

  deny(knockId: string): void {
    this.#knock(knockId).session.deny('denied');
    this.changed();
  }

  setSelf(devices: { microphone: boolean; camera: boolean }): void {
    this.self.microphone = devices.microphone;
    this.self.camera = devices.camera;
    for (const member of this.#members.values()) member.tellSelf();
    this.changed();
  }

  /** Says goodbye and stops everything that this meeting had going. */
  leave(): void {
    this.#end('left');
  }

  safetyNumber(peerId: string): SafetyNumberView {
    const member = this.#members.get(peerId);
    if (member?.state.phase !== 'open') throw new VigilError('no-such-peer');
    const groups = safetyNumber(this.self.identity.publicKey, member.state.introduction.identity);
    return { peerId, name: member.name, groups };
  }

  #knock(knockId: string): { keeper: DoorKeeper; session: VisitorSession } {
    const way = this.#phase.phase === 'inside' ? this.#phase.way : null;
    const session = way?.by === 'door' ? way.keeper.session(knockId) : undefined;
    if (way?.by !== 'door' || session?.state.phase !== 'asking') throw new VigilError('no-such-knock');
    return { keeper: way.keeper, session };
  }

  /* ---------- the host's side ---------- */

  #openDoor(hostKeySeed: HostKeySeed): DoorKeeper {
    return new DoorKeeper(this.#keys, doorKey(this.invite, this.#keys, hostKeySeed), this.self, this.ports, {
      changed: this.changed,
      judge: (visitor) => this.#judge(visitor),
      admitted: (session) => {
        this.#visitorAdmitted(session);
      },
      vanished: (session) => {
        const member = this.#members.get(session.id);
        if (member?.facts.linkId === session.linkId && member.state.phase !== 'open') this.#drop(member);
        this.changed();
      },
    });
  }

  #judge(visitor: Visitor): Verdict {
    const { identity } = visitor.knock;
    const others = [...this.#members.values()].filter((member) => !isIdentity(member, identity));
    if (others.length > 0) return 'full';
    // Whose link broke comes back even after the invite has expired.
    if (this.#admitted.some((admitted) => equalPublic(admitted, identity))) return 'admit';
    if (this.ports.now() >= this.invite.expiry * 1000) return 'expired';
    return this.invite.open ? 'admit' : 'ask';
  }

  #visitorAdmitted(session: VisitorSession): void {
    const { peerId, knock } = session.visitor;
    for (const member of [...this.#members.values()])
      if (isIdentity(member, knock.identity)) this.#drop(member);
    const { way } = this.#phase.phase === 'inside' ? this.#phase : { way: null };
    if (way?.by === 'door') for (const other of way.keeper.knocks) other.deny('full');
    this.#addMember({
      peerId: toHex(peerId),
      linkId: session.linkId,
      offersMedia: true,
      expectedIdentity: knock.identity,
      knownName: knock.name,
    });
  }

  /* ---------- the guest's side ---------- */

  #enter(): Entry {
    return new Entry(this.invite, this.#keys, this.self, this.ports, {
      changed: this.changed,
      linking: (peerId, linkId, remote) => {
        this.#linking(peerId, linkId, remote);
      },
      refused: (reason) => {
        this.#end(reason);
      },
      noPath: () => {
        this.#noPath();
      },
    });
  }

  #linking(peerId: string, linkId: string, remote: CompactDescription): void {
    const facts = { peerId, linkId, offersMedia: false, expectedIdentity: null, knownName: '' };
    this.#addMember(facts).describedAs(remote);
  }

  #noPath(): void {
    if (this.#phase.phase === 'entering') this.#end('no-path');
    else this.#reenter();
  }

  /** The only link broke: everything from the hello again, by the same link. */
  #reenter(): void {
    if (this.#phase.phase !== 'inside' || this.#phase.way.by !== 'entry') return;
    const { way } = this.#phase;
    way.entry?.end();
    way.entry = null;
    for (const member of [...this.#members.values()]) this.#drop(member);
    this.#stopReentry?.();
    this.#stopReentry = this.ports.timer(this.#nextPause(), () => {
      way.entry = this.#enter();
      this.changed();
    });
    this.changed();
  }

  /** At once after a link that held; ever later while links keep breaking. */
  #nextPause(): number {
    const held = this.ports.now() - this.#insideSince > STEADY_LINK_MS;
    const pause = held ? 0 : this.#reentryPause;
    this.#reentryPause = held ? FIRST_PAUSE_MS : Math.min(Math.max(pause * 2, FIRST_PAUSE_MS), MAX_PAUSE_MS);
    return pause;
  }

  /* ---------- both ---------- */

  #addMember(facts: Member['facts']): Member {
    const member: Member = new Member(facts, this.#keys.meetingId, this.#keys.psk, this.self, this.ports, {
      changed: () => {
        this.#memberChanged(member);
      },
      ended: (reason) => {
        this.#memberEnded(member, reason);
      },
    });
    this.#members.set(facts.peerId, member);
    return member;
  }

  #memberChanged(member: Member): void {
    const phase = this.#phase;
    if (phase.phase === 'inside' && phase.way.by === 'door') {
      const session = phase.way.keeper.session(member.facts.peerId);
      if (session?.remoteDescription) member.describedAs(session.remoteDescription);
      if (member.state.phase === 'open' && session) phase.way.keeper.forget(session.id);
    }
    if (member.state.phase === 'open') this.#guestInside(member);
    this.changed();
  }

  #guestInside(member: Member): void {
    const phase = this.#phase;
    if (phase.phase === 'entering') {
      phase.entry.end();
      this.#phase = { phase: 'inside', startedAt: this.ports.now(), way: { by: 'entry', entry: null } };
    } else if (phase.phase === 'inside' && phase.way.by === 'entry') {
      phase.way.entry?.end();
      phase.way.entry = null;
    }
    if (this.role.role !== 'guest') return;
    if (this.#lost?.link !== 'open') this.#insideSince = this.ports.now();
    this.#lost = peerView(member);
  }

  #memberEnded(member: Member, reason: MemberEnd): void {
    if (this.#members.get(member.facts.peerId) !== member) return;
    if (reason === 'foreign') this.#foreign(member);
    this.#drop(member);
    if (this.role.role === 'guest') this.#doorLost(reason);
    this.changed();
  }

  /** A guest has but one link: without it the meeting is looked for again, unless there is a reason not to. */
  #doorLost(reason: MemberEnd): void {
    if (reason === 'lost') this.#linkLost();
    else this.#lost = null;
    if (reason === 'foreign') this.#end('fingerprint-mismatch');
  }

  /** Whoever is at the other end has to be let in by a person again. */
  #foreign(member: Member): void {
    this.#alarm = 'fingerprint-mismatch';
    this.#admitted = this.#admitted.filter((identity) => !isIdentity(member, identity));
  }

  #linkLost(): void {
    if (this.#lost) this.#lost = { ...this.#lost, link: 'interrupted' };
    this.#noPath();
  }

  /** Closes a member without letting its end set anything in motion. */
  #drop(member: Member): void {
    const { peerId, linkId } = member.facts;
    if (this.#members.get(peerId) === member) this.#members.delete(peerId);
    member.abandon();
    const phase = this.#phase;
    if (phase.phase !== 'inside' || phase.way.by !== 'door') return;
    const { keeper } = phase.way;
    if (keeper.session(peerId)?.linkId === linkId) keeper.forget(peerId);
  }

  #end(reason: EndReason): void {
    const phase = this.#phase;
    if (phase.phase === 'ended') return;
    this.#phase = { phase: 'ended', reason };
    this.#lost = null;
    this.#stopReentry?.();
    for (const member of [...this.#members.values()]) member.leave();
    if (phase.phase === 'entering') phase.entry.withdraw();
    else if (phase.way.by === 'door') phase.way.keeper.close();
    else phase.way.entry?.withdraw();
    this.changed();
  }
}

/** An open meeting's door key comes from its link, so that any member can keep the door. */
function doorKey(invite: Invite, keys: MeetingKeys, hostKeySeed: HostKeySeed): KeyPair {
  if (invite.open) return { secretKey: keys.doorSeed, publicKey: x25519PublicKey(keys.doorSeed) };
  const { publicKey, secretKey } = ed25519FromSeed(hostKeySeed);
  return { publicKey: ed25519PublicToX25519(publicKey), secretKey: ed25519SecretToX25519(secretKey) };
}

function isIdentity({ facts, state }: Member, identity: Uint8Array): boolean {
  const known = state.phase === 'open' ? state.introduction.identity : facts.expectedIdentity;
  return known !== null && equalPublic(known, identity);
}

function peerView(member: Member): PeerView {
  const { state } = member;
  const open = state.phase === 'open' ? state : { microphone: false, camera: false };
  return {
    peerId: member.facts.peerId,
    name: member.name,
    link: state.phase !== 'open' ? 'opening' : member.interrupted ? 'interrupted' : 'open',
    microphone: open.microphone,
    camera: open.camera,
  };
}

function knockView({ id, visitor, state }: VisitorSession): KnockView {
  return { knockId: id, name: visitor.knock.name, since: state.phase === 'asking' ? state.since : 0 };
}
