/** News of one kind at a bearable rate: the first at once, what follows within seconds together. */

export const CALM_MS = 3000;

export interface NewsItem {
  id: string;
  /** What is said of it, if it is said alone. */
  line: string;
}

export class CalmNews {
  #known: ReadonlySet<string> | null = null;
  #waiting: NewsItem[] = [];
  #stop: (() => void) | null = null;

  /**
   * @param timer runs once after so many milliseconds, unless the function returned is called
   * @param calmMs what follows within so long is said together
   */
  constructor(
    private readonly say: (items: readonly NewsItem[]) => void,
    private readonly timer: (milliseconds: number, run: () => void) => () => void,
    private readonly calmMs = CALM_MS,
  ) {}

  /** What is there now. What is there at first is no news. */
  follow(items: readonly NewsItem[]): void {
    const known = this.#known;
    this.#known = new Set(items.map(({ id }) => id));
    if (known) this.#waiting.push(...items.filter(({ id }) => !known.has(id)));
    if (this.#stop === null) this.#sayNow();
  }

  end(): void {
    this.#stop?.();
    this.#stop = null;
    this.#waiting = [];
    this.#known = null;
  }

  #sayNow(): void {
    this.#stop = null;
    if (this.#waiting.length === 0) return;
    const items = this.#waiting;
    this.#waiting = [];
    this.#stop = this.timer(this.calmMs, () => {
      this.#sayNow();
    });
    this.say(items);
  }
}
