/**
 * The host keeps its co-hosts able to sign: one who comes back in another run has another key, and one whose statements
 * are nearly used up gets more.
 */
import { equalPublic } from '../bytes';
import { GRANT, MAX_GRANTS } from '../membership/co-hosts';
import type { CoHost } from '../membership/rulings';
import type { GroupState } from './group/group-state';
import type { StatementLedger } from './group/statement-ledger';
import type { Members } from './members/members';

/** Keys of one co-host, each of another run, that are named without asking. */
const MAX_FOLLOWED = 4;
/** A co-host with so few statements left is named again: more than it keeps for removing people. */
const GRANT_LOW = 6;
const MAX_UNASKED_ALLOWANCE = 3 * GRANT;

export class CoHostRuns {
  constructor(
    private readonly group: GroupState,
    private readonly members: Members,
  ) {}

  /** To be called whenever somebody came or said how it signs. Does nothing but at the host. */
  follow(): void {
    if (this.#ledger.rights !== 'host') return;
    for (const { state } of this.members.all) {
      if (state.phase !== 'open' || !state.perMeetingKey) continue;
      const { identity } = state.introduction;
      const known = this.#ledger.activeCoHost(identity);
      if (!known) continue;
      if (equalPublic(known.perMeetingKey, state.perMeetingKey)) {
        this.#renewGrant(known);
        continue;
      }
      // Its run before is not gone yet, or it is here with two computers: one of them signs, and goes on to.
      if (this.#isHere(known)) continue;
      // Each time uses up what the host may sign; further ones are for a person to decide.
      if (this.#runsOf(identity) >= MAX_FOLLOWED) continue;
      const { perMeetingKey } = state;
      // The old one first: what follows a statement looks at all of this again.
      this.group.sign({
        kind: 'drop-co-host',
        perMeetingKey: known.perMeetingKey,
        counting: known.used,
      });
      this.group.sign({ kind: 'co-host', identity, perMeetingKey });
    }
  }

  /** Before its statements are used up; a few times, so that nobody uses up what all co-hosts may get. */
  #renewGrant({ identity, perMeetingKey, used, allowance }: CoHost): void {
    const isLow = used >= allowance - GRANT_LOW;
    const given = this.#ledger.membership.coHosts.reduce((sum, one) => sum + one.allowance, 0);
    if (isLow && allowance < MAX_UNASKED_ALLOWANCE && given < MAX_GRANTS * GRANT)
      this.group.sign({ kind: 'co-host', identity, perMeetingKey });
  }

  #isHere({ identity, perMeetingKey }: CoHost): boolean {
    return this.members.all.some(
      ({ state }) =>
        state.phase === 'open' &&
        state.perMeetingKey !== null &&
        equalPublic(state.introduction.identity, identity) &&
        equalPublic(state.perMeetingKey, perMeetingKey),
    );
  }

  #runsOf(identity: Uint8Array): number {
    return this.#ledger.membership.coHosts.filter((one) => equalPublic(one.identity, identity)).length;
  }

  get #ledger(): StatementLedger {
    return this.group.ledger;
  }
}
