/** What one participant writes and reads: to all or to one, in one order for all. */
import { toHex } from '../../bytes';
import { VigilError } from '../../errors';
import type { GroupState } from '../group/group-state';
import { Allowance } from '../limits/rate-limit';
import type { Member } from '../members/member';
import type { Members } from '../members/members';
import { MAX_TEXT_LENGTH, type SpokenEvent } from '../messages/spoken-events';
import type { Ports } from '../ports';
import type { Self } from '../self';
import type { ChatMessageView, ChatNewsView, ChatPersonView, Written } from '../views';
import { ChatLog, type ChatEntry } from './chat-log';
import { cleanText } from './chat-text';
import type { PairStream } from './pair-stream';
import type { Quiet } from './quiet';
import type { SpeechClock } from './speech-clock';
import type { Streams } from './streams';

/** What this person writes at once, and one more every so many milliseconds. */
const WRITES = { capacity: 8, refillMs: 3000 };
/** Longer than that nothing is cleaned: it is too long anyway. */
const MAX_RAW_LENGTH = 4 * MAX_TEXT_LENGTH;
/** Messages that are handed over at once. */
export const MAX_CHAT_NEWS = 100;

type Event<Kind extends SpokenEvent['e']> = Extract<SpokenEvent, { e: Kind }>;

export interface ChatOptions {
  self: Self;
  members: Members;
  group: GroupState;
  quiet: Quiet;
  clock: SpeechClock;
  streams: Streams;
  /** Something that is shown is different. */
  viewChanged: () => void;
}

export class Chat {
  readonly #log: ChatLog;
  readonly #writes: Allowance;
  readonly #own: ChatPersonView;
  #written = 0;

  constructor(
    private readonly options: ChatOptions,
    private readonly ports: Pick<Ports, 'steady' | 'wall' | 'drop'>,
  ) {
    this.#log = new ChatLog(ports.steady);
    this.#writes = new Allowance(WRITES.capacity, WRITES.refillMs, ports.steady);
    this.#own = { peerId: toHex(options.self.peerId), name: options.self.name };
  }

  /** How many messages there ever were. */
  get count(): number {
    return this.#log.count;
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

  /** Writes to all, or to one. Throws VigilError no-such-peer. @param to a peer id, or null for all. */
  write(text: string, to: string | null): Written {
    if (text.length > MAX_RAW_LENGTH) return { ok: false, why: 'too-long' };
    const clean = cleanText(text);
    if (clean === '') return { ok: false, why: 'empty' };
    if (clean.length > MAX_TEXT_LENGTH) return { ok: false, why: 'too-long' };
    const { self, quiet, viewChanged } = this.options;
    if (!quiet.mayWrite(self.identity.publicKey)) return { ok: false, why: 'paused' };
    const receiver = to === null ? null : this.#hearing(to);
    if (receiver && !this.options.streams.hasRoom(receiver)) return { ok: false, why: 'not-delivered' };
    const { waitMs } = this.#writes;
    if (!this.#writes.take()) return { ok: false, why: 'too-fast', waitMs };
    if (receiver) this.#writeTo(receiver, clean);
    else this.#writeToAll(clean);
    viewChanged();
    return { ok: true };
  }

  /** A message of a member to all. */
  said(from: Member, stream: PairStream, { clock, text }: Event<'chat'>): void {
    stream.clock = this.options.clock.take(clock, stream.clock);
    this.#read(from, text, { clock: stream.clock, place: 0, to: null });
  }

  /** A message of a member to this person. */
  saidPrivately(from: Member, stream: PairStream, { clock: claimed, place, text }: Event<'private'>): void {
    const clock = this.options.clock.read(claimed, stream.clock);
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

  /** Nothing of it is kept. */
  clear(): void {
    this.#log.clear();
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

  #writeToAll(text: string): void {
    const clock = this.options.clock.next();
    this.#add(this.#own, { clock, place: 0, text, to: null });
    this.options.streams.sayToAll({ e: 'chat', clock, text });
  }

  #writeTo(receiver: Member, text: string): void {
    const stream = this.options.streams.of(receiver);
    const { clock, place } = stream.nextPrivate(this.options.clock.now);
    this.#add(this.#own, { clock, place, text, to: personOf(receiver) });
    this.options.streams.say(receiver, { e: 'private', clock, place, text });
  }

  /** Somebody to whom something can be said. */
  #hearing(peerId: string): Member {
    const member = this.options.members.get(peerId);
    if (!member || !this.options.group.mayHear(member)) throw new VigilError('no-such-peer');
    return member;
  }
}

function idOf({ peerId, number }: ChatEntry): string {
  return `${peerId}:${number}`;
}

export function personOf({ facts, name }: Member): ChatPersonView {
  return { peerId: facts.peerId, name };
}
