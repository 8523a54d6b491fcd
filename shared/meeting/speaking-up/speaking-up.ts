/** Chat, hands and reactions of one participant (docs/protocol.md, Speaking up). */
import { ByteReader, fromHex, toHex } from '../../bytes';
import { VigilError } from '../../errors';
import type { GroupState } from '../group/group-state';
import { Allowance } from '../limits/rate-limit';
import type { Member } from '../members/member';
import type { MemberEnd } from '../members/member-state';
import type { Members } from '../members/members';
import { decodeSpoken, MAX_TEXT_LENGTH, type Reaction, type SpokenEvent } from '../messages/spoken-events';
import type { Ports } from '../ports';
import type { Self } from '../self';
import type {
  ChatMessageView,
  ChatNewsView,
  ChatPersonView,
  HandView,
  SpeakingUpView,
  Written,
} from '../views';
import { ChatLog, type ChatEntry } from './chat-log';
import { cleanText } from './chat-text';
import { Hands } from './hands';
import type { Said } from './outbox';
import type { PairStream } from './pair-stream';
import type { Quiet } from './quiet';
import { Reactions } from './reactions';
import { SpeechClock } from './speech-clock';
import { Streams } from './streams';

/** What this person writes at once, and one more every so many milliseconds; and likewise what it does by hand. */
const WRITES = { capacity: 8, refillMs: 3000 };
const GESTURES = { capacity: 8, refillMs: 2000 };
/** Longer than that nothing is cleaned: it is too long anyway. */
const MAX_RAW_LENGTH = 4 * MAX_TEXT_LENGTH;
/** Messages that are handed over at once. */
export const MAX_CHAT_NEWS = 100;

type Event<Kind extends SpokenEvent['e']> = Extract<SpokenEvent, { e: Kind }>;

export interface SpeakingUpOptions {
  self: Self;
  members: Members;
  group: GroupState;
  quiet: Quiet;
  /** Something that is shown is different. */
  viewChanged: () => void;
}

export class SpeakingUp {
  readonly #clock = new SpeechClock();
  readonly #streams: Streams;
  readonly #hands = new Hands();
  readonly #reactions: Reactions;
  readonly #log: ChatLog;
  readonly #writes: Allowance;
  readonly #gestures: Allowance;
  /** Whose first event after its handshake was taken. */
  readonly #met = new WeakSet<Member>();
  readonly #own: ChatPersonView;
  #written = 0;

  constructor(
    private readonly options: SpeakingUpOptions,
    private readonly ports: Pick<Ports, 'steady' | 'wall' | 'timer' | 'drop'>,
  ) {
    const { self, members, viewChanged } = options;
    this.#streams = new Streams(members, ports.steady);
    this.#reactions = new Reactions(ports, viewChanged);
    this.#log = new ChatLog(ports.steady);
    this.#writes = new Allowance(WRITES.capacity, WRITES.refillMs, ports.steady);
    this.#gestures = new Allowance(GESTURES.capacity, GESTURES.refillMs, ports.steady);
    this.#own = { peerId: toHex(self.peerId), name: self.name };
  }

  get view(): SpeakingUpView {
    return {
      hands: this.#hands.order.flatMap((peerId) => this.#shown(peerId) ?? []),
      reactions: this.#reactions.all.flatMap(({ peerId, ...rest }) => {
        const shown = this.#shown(peerId);
        return shown ? [{ ...shown, ...rest }] : [];
      }),
      chatCount: this.#log.count,
      quiet: this.options.quiet.view,
    };
  }

  /** What was written since this person came, in one order for all. */
  get messages(): ChatMessageView[] {
    return this.#log.all.map((entry) => this.#messageView(entry));
  }

  /** What is not seen yet of that, a part at a time. @param seen how many messages were; 0 at first. */
  news(seen: number): ChatNewsView {
    const { all, count } = this.#log;
    const unseen = all.filter(({ added }) => added > seen).sort((one, other) => one.added - other.added);
    const fresh = unseen.slice(0, MAX_CHAT_NEWS);
    const last = fresh.at(-1)?.added ?? count;
    return {
      seen: fresh.length < unseen.length ? last : count,
      order: all.map(idOf),
      fresh: fresh.map((entry) => this.#messageView(entry)),
    };
  }

  /** What a message says; null if it is not kept. @param id as in its view. */
  textOf(id: string): string | null {
    return this.#log.all.find((entry) => idOf(entry) === id)?.text ?? null;
  }

  /** Somebody may be here since: it is told how far this side is. */
  follow(): void {
    const { members, group } = this.options;
    for (const member of members.all) if (group.mayHear(member)) this.#streams.begin(member, this.#here);
  }

  /** Writes to all, or to one. Throws VigilError no-such-peer. @param to a peer id, or null for all. */
  write(text: string, to: string | null): Written {
    if (text.length > MAX_RAW_LENGTH) return { ok: false, why: 'too-long' };
    const clean = cleanText(text);
    if (clean === '') return { ok: false, why: 'empty' };
    if (clean.length > MAX_TEXT_LENGTH) return { ok: false, why: 'too-long' };
    const { self, quiet, viewChanged } = this.options;
    if (!quiet.mayWrite(self.identity.publicKey)) return { ok: false, why: 'paused' };
    const receiver = to === null ? null : this.#hearing(to);
    if (receiver && !this.#streams.hasRoom(receiver)) return { ok: false, why: 'not-delivered' };
    const { waitMs } = this.#writes;
    if (!this.#writes.take()) return { ok: false, why: 'too-fast', waitMs };
    if (receiver) this.#writeTo(receiver, clean);
    else this.#writeToAll(clean);
    viewChanged();
    return { ok: true };
  }

  /** Raises or lowers the own hand. False if that was done too often. */
  raiseHand(up: boolean): boolean {
    const { peerId } = this.#own;
    if (up === this.#hands.raisedOf(peerId) > 0) return true;
    if (!this.#gestures.take()) return false;
    const raised = up ? this.#clock.next() : 0;
    if (up) this.#hands.raise(peerId, raised, raised);
    else this.#hands.drop(peerId);
    this.#tellAll({ e: 'hand', raised });
    return true;
  }

  /** Lowers somebody's hand for all. False if that was done too often. Throws VigilError not-allowed. */
  lowerHand(peerId: string): boolean {
    const { self, group } = this.options;
    if (!group.access.keepsDoor(self.identity.publicKey)) throw new VigilError('not-allowed');
    const raised = this.#hands.raisedOf(peerId);
    if (raised === 0) return true;
    if (!this.#gestures.take()) return false;
    this.#hands.lower(peerId, raised);
    this.#tellAll({ e: 'lower', peer: fromHex(peerId), raised });
    return true;
  }

  /** False if that was done too often. */
  react(reaction: Reaction): boolean {
    if (!this.#gestures.take()) return false;
    this.#reactions.add(this.#own.peerId, reaction);
    this.#tellAll({ e: 'reaction', reaction });
    return true;
  }

  /** One event of a member, as it came. */
  said(from: Member, body: Uint8Array): void {
    // Whoever may not be heard, or not yet, says it again.
    if (!this.options.group.mayHear(from)) {
      this.ports.drop('speech-refused');
      return;
    }
    const numbered = decodeSpoken(body);
    if (!numbered) {
      this.ports.drop('speech-malformed');
      return;
    }
    const stream = this.#streams.of(from);
    stream.inbox.receive(numbered, (event) => {
      const isTaken = stream.taken.take();
      if (!isTaken) this.ports.drop('speech-flood');
      else if (event === null) this.ports.drop('speech-malformed');
      else this.#happened(from, stream, event);
      return isTaken;
    });
  }

  /** So many of this side's events a member has taken. @param heard 4 bytes. */
  heardSaid(from: Member, heard: Uint8Array): void {
    if (this.options.group.mayHear(from)) this.#streams.heard(from, new ByteReader(heard).uintBE(4));
  }

  /** So many events of this member were taken here. */
  takenOf(member: Member): number {
    return this.#streams.takenOf(member);
  }

  /** It is no longer a member. */
  gone(member: Member, reason: MemberEnd): void {
    this.#streams.gone(member, reason);
    if (reason === 'bye' || reason === 'left') this.#hands.drop(member.facts.peerId);
  }

  /** Nothing of it is kept. */
  end(): void {
    this.#reactions.end();
    this.#log.clear();
    this.#streams.clear();
  }

  #messageView(entry: ChatEntry & { late: boolean }): ChatMessageView {
    const { peerId, name, to, text, at, late } = entry;
    return {
      id: idOf(entry),
      from: { peerId, name },
      mine: peerId === this.#own.peerId,
      ...{ to, text, at, late },
    };
  }

  get #here(): Said {
    return { e: 'here', clock: this.#clock.now, hand: this.#hands.raisedOf(this.#own.peerId) };
  }

  #writeToAll(text: string): void {
    const clock = this.#clock.next();
    this.#add(this.#own, { clock, place: 0, text, to: null });
    this.#sayToAll({ e: 'chat', clock, text });
  }

  #writeTo(receiver: Member, text: string): void {
    const stream = this.#streams.of(receiver);
    const { clock, place } = stream.nextPrivate(this.#clock.now);
    this.#add(this.#own, { clock, place, text, to: personOf(receiver) });
    this.#streams.say(receiver, { e: 'private', clock, place, text });
  }

  #happened(from: Member, stream: PairStream, event: SpokenEvent): void {
    switch (event.e) {
      case 'here':
        this.#began(from, stream, event);
        break;
      case 'chat':
        stream.clock = this.#clock.take(event.clock, stream.clock);
        this.#read(from, event.text, { clock: stream.clock, place: 0, to: null });
        break;
      case 'private':
        this.#readPrivate(from, stream, event);
        break;
      case 'hand':
        this.#handSaid(from, stream, event.raised);
        break;
      case 'lower':
        this.#lowered(from, event);
        break;
      case 'reaction':
        this.#reactions.add(from.facts.peerId, event.reaction);
        break;
    }
    this.options.viewChanged();
  }

  /** Its hand may have been raised long before this side came. */
  #began(from: Member, stream: PairStream, { clock, hand }: Event<'here'>): void {
    if (this.#met.has(from)) {
      this.ports.drop('speech-refused');
      return;
    }
    this.#met.add(from);
    if (this.options.members.isDoor(from)) this.#clock.begin(clock);
    stream.clock = this.#clock.take(clock, stream.clock);
    const { peerId } = from.facts;
    if (this.#hands.raisedOf(peerId) === hand) return;
    this.#hands.drop(peerId);
    if (hand > 0) this.#hands.raise(peerId, hand, this.#clock.read(hand, 0));
  }

  #handSaid({ facts }: Member, stream: PairStream, raised: number): void {
    if (raised === 0) {
      this.#hands.drop(facts.peerId);
      return;
    }
    stream.clock = this.#clock.take(raised, stream.clock);
    this.#hands.raise(facts.peerId, raised, stream.clock);
  }

  #lowered(from: Member, { peer, raised }: Event<'lower'>): void {
    const { access } = this.options.group;
    const mayLower = from.state.phase === 'open' && access.keepsDoor(from.state.introduction.identity);
    if (!mayLower) {
      this.ports.drop('speech-refused');
      return;
    }
    const { peerId } = this.#own;
    const wasUp = this.#hands.raisedOf(peerId) > 0;
    this.#hands.lower(toHex(peer), raised);
    // For those who do not see yet that the other may.
    if (wasUp && this.#hands.raisedOf(peerId) === 0) this.#sayToAll({ e: 'hand', raised: 0 });
  }

  #readPrivate(from: Member, stream: PairStream, { clock: claimed, place, text }: Event<'private'>): void {
    const clock = this.#clock.read(claimed, stream.clock);
    stream.saw({ clock, place });
    this.#read(from, text, { clock, place, to: this.#own });
  }

  #read(from: Member, said: string, where: Pick<ChatEntry, 'clock' | 'place' | 'to'>): void {
    if (from.state.phase !== 'open') return;
    const { identity } = from.state.introduction;
    const text = cleanText(said);
    if (text === '' || text.length > MAX_TEXT_LENGTH) this.ports.drop('speech-malformed');
    else if (!this.options.quiet.mayBeRead(identity)) this.ports.drop('speech-refused');
    else this.#add(personOf(from), { ...where, text }, toHex(identity));
  }

  #add(
    { peerId, name }: ChatPersonView,
    what: Pick<ChatEntry, 'clock' | 'place' | 'to' | 'text'>,
    identity = toHex(this.options.self.identity.publicKey),
  ): void {
    this.#log.add({ ...what, peerId, name, identity, number: this.#written++, at: this.ports.wall() });
  }

  #tellAll(event: Said): void {
    this.#sayToAll(event);
    this.options.viewChanged();
  }

  #sayToAll(event: Said): void {
    const { members, group } = this.options;
    for (const member of members.all) if (group.mayHear(member)) this.#streams.say(member, event);
  }

  /** Somebody to whom something can be said. */
  #hearing(peerId: string): Member {
    const member = this.options.members.get(peerId);
    if (!member || !this.options.group.mayHear(member)) throw new VigilError('no-such-peer');
    return member;
  }

  /** Null for somebody who is not here. */
  #shown(peerId: string): HandView | null {
    if (peerId === this.#own.peerId) return { ...this.#own, mine: true };
    const member = this.options.members.get(peerId);
    return member && this.options.group.mayHear(member) ? { ...personOf(member), mine: false } : null;
  }
}

function idOf({ peerId, number }: ChatEntry): string {
  return `${peerId}:${number}`;
}

function personOf({ facts, name }: Member): ChatPersonView {
  return { peerId: facts.peerId, name };
}
