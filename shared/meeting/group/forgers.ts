/**
 * Who passed on a statement that nobody signed. Each costs a signature check, so all that the same identity says of
 * statements is left unread for a while, by whichever of its channels: members pass on only what they have verified.
 */
import type { Ports } from '../ports';
import { identityOf, type Member } from '../members/member';

const PAUSE_MS = 10_000;

export class Forgers {
  /** By identity: what ends the pause without a word. */
  readonly #ignored = new Map<string, () => void>();

  constructor(private readonly ports: Pick<Ports, 'timer'>) {}

  /** By the timer, not the clock: it ends in its time, whatever the clock is set to. */
  ignore(member: Member): void {
    const who = identityOf(member);
    if (this.#ignored.has(who)) return;
    const cancel = this.ports.timer(PAUSE_MS, () => {
      this.#ignored.delete(who);
    });
    this.#ignored.set(who, cancel);
  }

  ignores(member: Member): boolean {
    return this.#ignored.has(identityOf(member));
  }

  /** The meeting is over. */
  end(): void {
    for (const cancel of this.#ignored.values()) cancel();
    this.#ignored.clear();
  }
}
