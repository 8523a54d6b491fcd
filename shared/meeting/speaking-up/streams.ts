/** The streams with everybody: by peer id, so that they outlive channels and links. */
import type { SteadyClock } from '../../clocks';
import type { Member } from '../members/member';
import type { MemberEnd } from '../members/member-state';
import type { Members } from '../members/members';
import type { Said } from './outbox';
import { PairStream } from './pair-stream';

/** Of those who are not here, so many are kept: they may come back in the same run. */
const MAX_GONE = 64;

export class Streams {
  readonly #streams = new Map<string, PairStream>();
  readonly #begun = new WeakSet<Member>();

  constructor(
    private readonly members: Members,
    private readonly mayHear: (member: Member) => boolean,
    private readonly steady: SteadyClock,
  ) {}

  of({ facts }: Member): PairStream {
    const known = this.#streams.get(facts.peerId);
    if (known) return known;
    const stream = new PairStream(this.steady);
    this.#streams.set(facts.peerId, stream);
    this.#forgetOldest();
    return stream;
  }

  /** Says the first thing to somebody with whom there is a channel since. */
  begin(member: Member, here: Said): void {
    if (!this.#begun.has(member) && this.#say(member, here)) this.#begun.add(member);
  }

  /** False if it is not said: nothing was begun, or too much is unheard. */
  say(member: Member, event: Said): boolean {
    return this.#begun.has(member) && this.#say(member, event);
  }

  /** To everybody who may hear it. */
  sayToAll(event: Said): void {
    for (const member of this.members.all) if (this.mayHear(member)) this.say(member, event);
  }

  /** Whether something can be said to it now. */
  hasRoom(member: Member): boolean {
    return this.#begun.has(member) && this.of(member).outbox.hasRoom;
  }

  /** How many of its events were taken. */
  takenOf({ facts }: Member): number {
    return this.#streams.get(facts.peerId)?.inbox.expected ?? 0;
  }

  /** It has taken so many: what it should have and has not goes again. */
  heard(member: Member, count: number): void {
    const stream = this.#streams.get(member.facts.peerId);
    for (const body of stream?.outbox.heard(count) ?? []) member.send({ t: 'say', body });
  }

  /** Whoever said goodbye, or was told so, does not come back in this run. */
  gone({ facts }: Member, reason: MemberEnd): void {
    if (reason === 'bye' || reason === 'left') this.#streams.delete(facts.peerId);
  }

  clear(): void {
    this.#streams.clear();
  }

  #say(member: Member, event: Said): boolean {
    const body = this.of(member).outbox.add(event);
    if (body) member.send({ t: 'say', body });
    return body !== null;
  }

  #forgetOldest(): void {
    const gone = [...this.#streams.keys()].filter((peerId) => !this.members.get(peerId));
    for (const peerId of gone.slice(0, Math.max(0, gone.length - MAX_GONE))) this.#streams.delete(peerId);
  }
}
