/** What was last said in a room, for those who are found a moment later. */
import type { SteadyClock } from '../../shared/clocks';
import type { Envelope } from '../../shared/wire/envelope';

/** A hello is repeated at most after 30 seconds: whoever opens the door in between still gets the last one. */
const HELLO_MS = 35_000;
const OTHERS_MS = 10_000;
const MAX_KEPT = 64;

export class RecentEnvelopes {
  #kept: { envelope: Envelope; until: number }[] = [];

  constructor(private readonly steady: SteadyClock) {}

  add(envelopes: readonly Envelope[]): void {
    const now = this.steady();
    // A new hello takes the place of the last one.
    if (envelopes.some(isHello)) this.#kept = this.#kept.filter(({ envelope }) => !isHello(envelope));
    const added = envelopes.map((envelope) => ({
      envelope,
      until: now + (isHello(envelope) ? HELLO_MS : OTHERS_MS),
    }));
    this.#kept = [...this.#current(), ...added].slice(-MAX_KEPT);
  }

  /** Oldest first. */
  get all(): Envelope[] {
    return this.#current().map(({ envelope }) => envelope);
  }

  #current(): { envelope: Envelope; until: number }[] {
    const now = this.steady();
    return this.#kept.filter(({ until }) => until > now);
  }
}

function isHello({ kind }: Envelope): boolean {
  return kind === 'hello';
}
