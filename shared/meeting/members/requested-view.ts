/** What the other side says of how it shows a picture: the latest counts, and not too often. */
import type { Ports } from '../ports';
import { RateLimit } from '../limits/rate-limit';

/** An honest window says it less often; after an interruption several may come at once. */
const VIEWS_PER_SECOND = 4;
const WAIT_MS = 1000;

export class RequestedView<Wish> {
  readonly #limit: RateLimit;
  #waiting: { wish: Wish; cancel: () => void } | null = null;

  constructor(
    private readonly ports: Pick<Ports, 'steady' | 'timer' | 'drop'>,
    private readonly show: (wish: Wish) => void,
  ) {
    this.#limit = new RateLimit(VIEWS_PER_SECOND, ports.steady);
  }

  said(wish: Wish): void {
    if (this.#waiting) {
      this.ports.drop('view-flood');
      this.#waiting.wish = wish;
    } else if (this.#limit.take()) {
      this.show(wish);
    } else {
      const cancel = this.ports.timer(WAIT_MS, () => {
        this.#showWaiting();
      });
      this.#waiting = { wish, cancel };
    }
  }

  end(): void {
    this.#waiting?.cancel();
    this.#waiting = null;
  }

  #showWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.said(waiting.wish);
  }
}
