/** Chat, hands and reactions of one participant (docs/protocol.md, Speaking up). */
import { ByteReader, fromHex, toHex } from '../../bytes';
import { VigilError } from '../../errors';
import type { GroupState } from '../group/group-state';
import { Allowance } from '../limits/rate-limit';
import type { Member } from '../members/member';
import type { MemberEnd } from '../members/member-state';
import type { Members } from '../members/members';
import { decodeSpoken, type Reaction, type SpokenEvent } from '../messages/spoken-events';
import type { Ports } from '../ports';
import type { Self } from '../self';
import type { ChatPersonView, HandView, SpeakingUpView } from '../views';
import { Chat, personOf } from './chat';
import { Hands } from './hands';
import type { Said } from './outbox';
import type { PairStream } from './pair-stream';
import type { Quiet } from './quiet';
import { Reactions } from './reactions';
import { SpeechClock } from './speech-clock';
import { Streams } from './streams';

/** What this person does by hand at once, and once more every so many milliseconds. */
const GESTURES = { capacity: 8, refillMs: 2000 };

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
  readonly chat: Chat;
  readonly #clock = new SpeechClock();
  readonly #streams: Streams;
  readonly #hands = new Hands();
  readonly #reactions: Reactions;
  readonly #gestures: Allowance;
  /** Whose first event after its handshake was taken. */
  readonly #met = new WeakSet<Member>();
  readonly #own: ChatPersonView;

  constructor(
    private readonly options: SpeakingUpOptions,
    private readonly ports: Pick<Ports, 'steady' | 'wall' | 'timer' | 'drop'>,
  ) {
    const { self, members, group, viewChanged } = options;
    this.#streams = new Streams(members, (member) => group.mayHear(member), ports.steady);
    this.chat = new Chat({ ...options, clock: this.#clock, streams: this.#streams }, ports);
    this.#reactions = new Reactions(ports, viewChanged);
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
      chatCount: this.chat.count,
      quiet: this.options.quiet.view,
    };
  }

  /** Somebody may be here since: it is told how far this side is. */
  follow(): void {
    const { members, group } = this.options;
    for (const member of members.all) if (group.mayHear(member)) this.#streams.begin(member, this.#here);
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
    this.chat.clear();
    this.#streams.clear();
  }

  get #here(): Said {
    return { e: 'here', clock: this.#clock.now, hand: this.#hands.raisedOf(this.#own.peerId) };
  }

  #happened(from: Member, stream: PairStream, event: SpokenEvent): void {
    switch (event.e) {
      case 'here':
        this.#began(from, stream, event);
        break;
      case 'chat':
        this.chat.said(from, stream, event);
        break;
      case 'private':
        this.chat.saidPrivately(from, stream, event);
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
    if (wasUp && this.#hands.raisedOf(peerId) === 0) this.#streams.sayToAll({ e: 'hand', raised: 0 });
  }

  #tellAll(event: Said): void {
    this.#streams.sayToAll(event);
    this.options.viewChanged();
  }

  /** Null for somebody who is not here. */
  #shown(peerId: string): HandView | null {
    if (peerId === this.#own.peerId) return { ...this.#own, mine: true };
    const member = this.options.members.get(peerId);
    return member && this.options.group.mayHear(member) ? { ...personOf(member), mine: false } : null;
  }
}
