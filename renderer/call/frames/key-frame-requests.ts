/** After a frame of a picture was lost here, those that follow are of no use until the next key frame. */
import { systemClocks } from '../../clocks';
import type { Opened } from '../../../shared/media/frames';

/** Milliseconds between two requests. */
const INTERVAL_MS = 500;

export class KeyFrameRequests {
  #needed = false;
  #askedAt = -Infinity;

  /** @param ask the browser's own request, where it has one; otherwise its decoder will notice by itself. */
  constructor(private readonly ask: () => Promise<unknown> | undefined) {}

  /** @param opened a frame of VP8. */
  saw(opened: Opened): void {
    if (!opened.ok) {
      // These are missing from no picture.
      if (opened.reason !== 'replayed' && opened.reason !== 'empty') this.#needed = true;
      return;
    }
    const isKeyFrame = ((opened.bytes[0] ?? 1) & 1) === 0;
    if (isKeyFrame) this.#needed = false;
    const now = systemClocks.steady();
    if (!this.#needed || now - this.#askedAt < INTERVAL_MS) return;
    this.#askedAt = now;
    void this.ask()?.catch(() => undefined);
  }
}
