/**
 * Those who were introduced and have not proven yet who they are: shown to nobody, asked about nothing, and no more of
 * them than their introducers may bring (docs/protocol.md, Everyone greets everyone).
 */
import type { Member } from './member';

/** Host and co-hosts; whoever let this side in; any other member. */
export type IntroducerRank = 'keeper' | 'door' | 'member';
const ranks: readonly IntroducerRank[] = ['member', 'door', 'keeper'];

export interface Introducer {
  /** In hex: the same however often it comes back. */
  identity: string;
  rank: IntroducerRank;
}

interface Waiting {
  member: Member;
  by: Introducer;
}

const isBelow = (one: IntroducerRank, other: IntroducerRank): boolean =>
  ranks.indexOf(one) < ranks.indexOf(other);

export class Introduced {
  readonly #waiting = new Map<string, Waiting>();

  /** @param quota of those whom one member brings who keeps no door. */
  constructor(private readonly quota: number) {}

  get size(): number {
    return this.#waiting.size;
  }

  get(peerId: string): Member | undefined {
    return this.#waiting.get(peerId)?.member;
  }

  /** Whether this introducer may bring one more. */
  isWithinQuota({ identity, rank }: Introducer): boolean {
    if (rank !== 'member') return true;
    const brought = [...this.#waiting.values()].filter(
      ({ by }) => by.rank === rank && by.identity === identity,
    );
    return brought.length < this.quota;
  }

  /** Lets go of the one that waits longest of those whom somebody below this rank brought. False if there is none. */
  giveWay(to: IntroducerRank): boolean {
    for (const [peerId, { by }] of this.#waiting) {
      if (!isBelow(by.rank, to)) continue;
      this.forget(peerId);
      return true;
    }
    return false;
  }

  add(member: Member, by: Introducer): void {
    this.#waiting.set(member.facts.peerId, { member, by });
  }

  /** Somebody else introduces it as well: the highest rank counts. */
  alsoBy(peerId: string, by: Introducer): void {
    const waiting = this.#waiting.get(peerId);
    if (waiting && isBelow(waiting.by.rank, by.rank)) waiting.by = by;
  }

  /** It has ended, or is a member now. False if another one waits under this peer id, or none. */
  take(member: Member): boolean {
    const { peerId } = member.facts;
    return this.get(peerId) === member && this.#waiting.delete(peerId);
  }

  forget(peerId: string): void {
    const member = this.get(peerId);
    this.#waiting.delete(peerId);
    member?.abandon();
  }

  clear(): void {
    for (const peerId of [...this.#waiting.keys()]) this.forget(peerId);
  }
}
