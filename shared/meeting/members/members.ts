/**
 * Everybody else inside: introduced by the door, each with a channel and a link of its own, and each a carrier
 * for those who have no path to one another (docs/protocol.md, Members).
 */
import { equalPublic, fromHex, toHex } from '../../bytes';
import type { CompactDescription } from '../../wire/description';
import type { Access } from '../group/access';
import type { MeetingKeyring } from '../meeting-keys';
import { decodeCarrierFrame } from '../messages/carrier-frame';
import type { FirstSignalling } from '../connection/first-signalling';
import { Forwarding } from './forwarding';
import { Introduced, type Introducer, type IntroducerRank } from './introduced';
import { identityOf, Member, type MemberEvents, type MemberFacts } from './member';
import type { MemberEnd } from './member-state';
import type { Ports } from '../ports';
import { RateLimit } from '../limits/rate-limit';
import type { Self } from '../self';

/** Time for two to find each other, before they are introduced again. */
const INTRODUCE_AGAIN_MS = 10_000;
/** Of the places that there are, one member who keeps no door may fill this part with people whom nobody has met. */
const QUOTA_DIVISOR = 4;
const MIN_QUOTA = 4;
/** People whom a member that keeps no door may bring together with us in a second. */
const INTRODUCTIONS_PER_SECOND = 5;

export interface MembersEvents extends Omit<MemberEvents, 'forward' | 'canForward'> {
  /** Let go of without a word: another one takes its place, or everything begins again. */
  dropped: (member: Member) => void;
}

export interface ArrivalByDoor {
  peerId: string;
  signalling: FirstSignalling;
  /** How the door that lets us in described its end; null at the own door. */
  remote: CompactDescription | null;
  /** At the door: the identity that knocked. For a newcomer: unknown yet. */
  expected: Uint8Array | null;
  knownName: string;
}

export class Members {
  readonly #members = new Map<string, Member>();
  /** The same as a list, made when it is asked for. */
  #all: readonly Member[] | null = null;
  /** Once its handshake is done each of them is a member; who has come back takes the place of the one before. */
  readonly #introduced: Introduced;
  /** Who let us in. */
  #door: string | null = null;
  readonly #forwarding: Forwarding;
  readonly #memberEvents: MemberEvents;
  readonly #introducedAt = new Map<string, number>();
  readonly #introductions = new WeakMap<Member, RateLimit>();

  /** @param limit members that are ever kept at once: whoever introduces more is not honest. */
  constructor(
    private readonly meeting: MeetingKeyring,
    private readonly self: Self,
    private readonly ports: Ports,
    private readonly limit: number,
    private readonly access: Access,
    private readonly events: MembersEvents,
  ) {
    this.#introduced = new Introduced(Math.max(MIN_QUOTA, Math.floor(limit / QUOTA_DIVISOR)));
    this.#forwarding = new Forwarding({ all: () => this.all, get: (peerId) => this.get(peerId) }, ports);
    this.#memberEvents = {
      ...events,
      opened: (member) => {
        this.#opened(member);
      },
      ended: (member, reason) => {
        this.#ended(member, reason);
      },
      forward: ({ facts }, frame, way) => {
        this.#forwarding.forward(facts.peerId, frame, way);
      },
      canForward: ({ facts }) => this.#forwarding.reaches(facts.peerId),
    };
  }

  /** A new list whenever somebody came or went. */
  get all(): readonly Member[] {
    this.#all ??= [...this.#members.values()];
    return this.#all;
  }

  /** Of how many others something is kept: members, and those who were introduced. */
  get kept(): number {
    return this.#members.size + this.#introduced.size;
  }

  /** Who let us in, if it is here. */
  get door(): Member | null {
    return (this.#door === null ? null : this.#members.get(this.#door)) ?? null;
  }

  isDoor({ facts }: Member): boolean {
    return facts.peerId === this.#door;
  }

  get(peerId: string): Member | undefined {
    return this.#members.get(peerId);
  }

  byConnection(connectionId: string): Member | undefined {
    return this.all.find((member) => member.owns(connectionId));
  }

  /** Somebody arrives over a connection that the door's channel describes. */
  arriveByDoor({ peerId, signalling, remote, expected, knownName }: ArrivalByDoor): Member {
    const before = this.#members.get(peerId);
    if (before) this.drop(before);
    this.#introduced.forget(peerId);
    const mayBeHere = (shown: Uint8Array): boolean => expected === null || equalPublic(expected, shown);
    const member = this.#create({ peerId, mayBeHere, expected, knownName });
    this.#keep(member);
    if (remote) this.#door = peerId;
    member.arriveByDoor(signalling, remote);
    return member;
  }

  /** Tells a newcomer who is here, and the others that it has come. */
  introduce(newcomer: Member): void {
    const others = this.all.filter((member) => member !== newcomer && member.canCarry);
    const idOf = ({ facts }: Member): Uint8Array => fromHex(facts.peerId);
    for (const other of others) {
      const pair = [newcomer.facts.peerId, other.facts.peerId].sort().join(':');
      this.#introducedAt.set(pair, this.ports.steady());
      other.send({ t: 'introduce', peers: [idOf(newcomer)] });
    }
    if (others.length > 0) newcomer.send({ t: 'introduce', peers: others.map(idOf) });
  }

  /** Two who lost each other, though both are here. */
  introduceAgain(one: Member, other: Member): void {
    const pair = [one.facts.peerId, other.facts.peerId].sort().join(':');
    const last = this.#introducedAt.get(pair) ?? -Infinity;
    if (!one.canCarry || !other.canCarry || this.ports.steady() - last < INTRODUCE_AGAIN_MS) return;
    this.#introducedAt.set(pair, this.ports.steady());
    one.send({ t: 'introduce', peers: [fromHex(other.facts.peerId)] });
    other.send({ t: 'introduce', peers: [fromHex(one.facts.peerId)] });
  }

  tellSelf(): void {
    for (const member of this.all) member.tellSelf();
  }

  /** @param everything links that seem to work are restarted as well. */
  networkChanged(everything: boolean): void {
    for (const member of this.all) member.networkChanged(everything);
  }

  leave(): void {
    this.#introduced.clear();
    for (const member of this.all) member.leave();
  }

  /** Lets go of somebody without a word. */
  drop(member: Member): void {
    const { peerId } = member.facts;
    if (this.#members.get(peerId) === member) this.#letGo(peerId);
    this.#forwarding.dropped(peerId);
    for (const pair of this.#introducedAt.keys()) if (pair.includes(peerId)) this.#introducedAt.delete(pair);
    member.abandon();
    this.events.dropped(member);
  }

  /** The door that was to let us in, if nothing came of it: whoever keeps it may be met in another way. */
  dropDoor(): void {
    const { door } = this;
    if (door?.state.phase === 'arriving') this.drop(door);
  }

  /** Everybody, and whatever was under way. */
  clear(): void {
    this.#introduced.clear();
    for (const member of this.all) this.drop(member);
    this.#forwarding.clear();
    this.#door = null;
  }

  /** Whoever is introduced still has to prove who it is, and that it may be here. */
  introduced(by: Member, peerId: string): void {
    if (peerId === toHex(this.self.peerId) || peerId === by.facts.peerId) return;
    const before = this.#members.get(peerId);
    if (before && before.state.phase !== 'open') return;
    const introducer = { identity: identityOf(by), rank: this.#rankOf(by) };
    const isHeeded = this.#heeds(by, introducer.rank, before !== undefined);
    const member = isHeeded
      ? (this.#introduced.get(peerId) ?? this.#newlyIntroduced(peerId, introducer))
      : null;
    if (!member) {
      this.ports.drop('introduction-refused');
      return;
    }
    this.#introduced.alsoBy(peerId, introducer);
    member.introducedBy(by.facts.peerId);
  }

  /** Passes a frame on to whom it is for, one hop and no further. */
  passOn(from: Member, to: string, frame: Uint8Array): void {
    this.#forwarding.passOn(from, to, frame);
  }

  /** A frame that somebody else sent, and this member passed on. */
  forwarded(via: Member, from: string, frame: Uint8Array): void {
    const isHandshake = decodeCarrierFrame(frame)?.kind === 'handshake';
    const waiting = isHandshake ? this.#introduced.get(from) : undefined;
    const member = waiting ?? this.#members.get(from);
    // Whoever arrives by a door shakes hands over its own connection, and nobody in between has a say in it.
    const isArriving = member !== waiting && member?.state.phase === 'arriving';
    if (!member || member === via || isArriving) {
      this.ports.drop('forward-refused');
      return;
    }
    if (member.forwarded(frame, via.facts.peerId)) this.#forwarding.heardThrough(from, via.facts.peerId);
  }

  /** Null if there is no place for it. */
  #newlyIntroduced(peerId: string, by: Introducer): Member | null {
    const isFull = this.kept >= this.limit;
    if (!this.#introduced.isWithinQuota(by) || (isFull && !this.#introduced.giveWay(by.rank))) return null;
    const mayBeHere = (identity: Uint8Array): boolean => this.access.mayBeHere(identity);
    const member = this.#create({ peerId, mayBeHere, expected: null, knownName: '' });
    this.#introduced.add(member, by);
    return member;
  }

  #keep(member: Member): void {
    this.#members.set(member.facts.peerId, member);
    this.#all = null;
  }

  #letGo(peerId: string): void {
    this.#members.delete(peerId);
    this.#all = null;
  }

  #create(facts: MemberFacts): Member {
    return new Member(facts, this.meeting, this.self, this.ports, this.access, this.#memberEvents);
  }

  #ended(member: Member, reason: MemberEnd): void {
    const { peerId } = member.facts;
    this.#introduced.take(member);
    if (this.#members.get(peerId) !== member) return;
    this.#letGo(peerId);
    this.events.ended(member, reason);
  }

  #opened(member: Member): void {
    if (this.#introduced.take(member)) {
      const before = this.#members.get(member.facts.peerId);
      if (before) this.drop(before);
      this.#keep(member);
    }
    this.events.opened(member);
  }

  #rankOf({ facts, state }: Member): IntroducerRank {
    if (state.phase === 'open' && this.access.keepsDoor(state.introduction.identity)) return 'keeper';
    return facts.peerId === this.#door ? 'door' : 'member';
  }

  /** Any member may bring two together who do not have each other; only keepers of the door may part them first. */
  #heeds(by: Member, rank: IntroducerRank, anew: boolean): boolean {
    if (rank !== 'member') return true;
    const limit = this.#introductions.get(by) ?? new RateLimit(INTRODUCTIONS_PER_SECOND, this.ports.steady);
    this.#introductions.set(by, limit);
    return !anew && limit.take();
  }
}
