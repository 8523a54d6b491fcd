/** What is known of whoever tells of releases, by identity: it outlives their links and runs as long as the meeting. */
import { Allowance } from '../limits/rate-limit';
import { identityOf, type Member } from '../members/member';
import type { Ports } from '../ports';

/** What one identity may say of it at once, and one more every so many milliseconds. */
const HELD = { capacity: 4, refillMs: 60_000 };
const WANTED = { capacity: 3, refillMs: 60_000 };
/** Of so many identities: more than there can be participants. */
const MAX_TELLERS = 64;

export interface Teller {
  held: Allowance;
  wanted: Allowance;
  /** It lied: nothing more of it is offered. */
  lied: boolean;
  /** It was asked in vain: whoever else has news comes before it. */
  inVain: boolean;
}

export class ReleaseTellers {
  readonly #all = new Map<string, Teller>();

  constructor(private readonly ports: Pick<Ports, 'steady'>) {}

  of(member: Member): Teller {
    const id = identityOf(member);
    const teller = this.#all.get(id) ?? this.#fresh();
    this.#all.delete(id);
    this.#all.set(id, teller);
    const [oldest] = this.#all.keys();
    if (this.#all.size > MAX_TELLERS && oldest !== undefined) this.#all.delete(oldest);
    return teller;
  }

  end(): void {
    this.#all.clear();
  }

  #fresh(): Teller {
    const { steady } = this.ports;
    return {
      held: new Allowance(HELD.capacity, HELD.refillMs, steady),
      wanted: new Allowance(WANTED.capacity, WANTED.refillMs, steady),
      lied: false,
      inVain: false,
    };
  }
}
