/** Frames whose key is on its way: says which is missing, and waits a moment, so that no picture is lost. */
import { systemClocks } from '../../clocks';

/** A key message that was sent before the frame is here by then. */
const PATIENCE_MS = 250;
/** One transform waits at most so often, whatever key ids it is shown. */
const INTERVAL_MS = 1000;

export class MissingKeys {
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(private readonly report: (peerId: string, keyId: number) => void) {}

  /** For one transform: resolves when a key of the peer has come, or at once or later when none has. */
  patience(): (peerId: string, keyId: number) => Promise<void> {
    let waitedAt = -Infinity;
    return async (peerId, keyId) => {
      const now = systemClocks.steady();
      if (now - waitedAt < INTERVAL_MS) return;
      waitedAt = now;
      this.report(peerId, keyId);
      await this.#arrival(peerId);
    };
  }

  /** Keys of this peer were installed. */
  arrived(peerId: string): void {
    for (const resolve of this.#waiting.get(peerId) ?? []) resolve();
  }

  async #arrival(peerId: string): Promise<void> {
    const waiting = this.#waiting.get(peerId) ?? new Set();
    this.#waiting.set(peerId, waiting);
    let done = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      done = resolve;
    });
    waiting.add(done);
    const timer = setTimeout(done, PATIENCE_MS);
    await arrived;
    clearTimeout(timer);
    waiting.delete(done);
    if (waiting.size === 0) this.#waiting.delete(peerId);
  }
}
