/** Somebody's list of people shows what it lacks: statements, and people whom it does not see. */
import { toHex } from '../../bytes';
import { STATEMENTS_PER_MESSAGE } from '../../membership/statement';
import { RateLimit } from '../limits/rate-limit';
import type { Member } from '../members/member';
import type { Members } from '../members/members';
import type { MemberMessage } from '../messages/member-messages';
import type { Ports } from '../ports';
import type { Self } from '../self';
import type { StatementLedger } from './statement-ledger';

/** An answer to a list may be much longer than the list. */
const ANSWERS_PER_SECOND = 1;

/** So many introduce two members to each other again: few, and the same by everybody's view. */
const INTRODUCERS = 3;

export class Healing {
  readonly #answers = new WeakMap<Member, RateLimit>();

  constructor(
    private readonly options: { ledger: StatementLedger; members: Members; self: Self },
    private readonly ports: Pick<Ports, 'steady'>,
  ) {}

  /** Tells it what its list of people shows it to lack. */
  heal(member: Member, { entries, heads }: Extract<MemberMessage, { t: 'roster-list' }>): void {
    if (!this.#mayAnswer(member)) return;
    const { ledger, members, self } = this.options;
    tellStatements(member, ledger.missing(heads));
    const listed = new Set(entries.map(({ peerId }) => toHex(peerId)));
    const own = toHex(self.peerId);
    for (const other of members.all) {
      if (other === member || listed.has(other.facts.peerId)) continue;
      const pair = [member.facts.peerId, other.facts.peerId];
      if (introducersOf(pair, [own, ...this.#carriers()]).includes(own))
        members.introduceAgain(member, other);
    }
  }

  #carriers(): string[] {
    return this.options.members.all.filter((one) => one.canCarry).map(({ facts }) => facts.peerId);
  }

  #mayAnswer(member: Member): boolean {
    const limit = this.#answers.get(member) ?? new RateLimit(ANSWERS_PER_SECOND, this.ports.steady);
    this.#answers.set(member, limit);
    return limit.take();
  }
}

export function tellStatements(member: Member, statements: readonly Uint8Array[]): void {
  for (let start = 0; start < statements.length; start += STATEMENTS_PER_MESSAGE) {
    const end = start + STATEMENTS_PER_MESSAGE;
    member.send({ t: 'statements', list: statements.slice(start, end), more: end < statements.length });
  }
}

/** Who introduces two to each other again: the lowest peer ids that are not of the pair. @param peerIds in hex. */
function introducersOf(pair: readonly string[], peerIds: readonly string[]): string[] {
  return peerIds
    .filter((peerId) => !pair.includes(peerId))
    .sort()
    .slice(0, INTRODUCERS);
}
