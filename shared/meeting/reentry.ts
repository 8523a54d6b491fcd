/** When a guest who lost everybody looks for the door again: at once after a link that held, else ever later. */
const STEADY_LINK_MS = 30_000;
const FIRST_PAUSE_MS = 1000;
const MAX_PAUSE_MS = 30_000;

export class JoinPause {
  /** Null when a link that held has had its attempt at once. */
  #insideSince: number | null = null;
  #pause = 0;

  constructor(private readonly now: () => number) {}

  inside(): void {
    this.#insideSince = this.now();
  }

  /** Milliseconds to wait this time. */
  next(): number {
    const held = this.#insideSince !== null && this.now() - this.#insideSince > STEADY_LINK_MS;
    this.#insideSince = null;
    const pause = held ? 0 : this.#pause;
    this.#pause = held ? FIRST_PAUSE_MS : Math.min(Math.max(pause * 2, FIRST_PAUSE_MS), MAX_PAUSE_MS);
    return pause;
  }
}
