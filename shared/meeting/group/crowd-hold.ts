/**
 * Several people removed, or silenced, within seconds: that looks like somebody breaking up a meeting with a stolen key.
 * After the first one each counts here only when this person says so (docs/protocol.md, Membership statements).
 */
import { toHex } from '../../bytes';
import type { SteadyTime } from '../../clocks';

/** What is signed closer together than this is asked about. Milliseconds. */
export const TOGETHER_MS = 10_000;

export class CrowdHold {
  #lastAt: SteadyTime = -Infinity;
  readonly #held = new Map<string, Uint8Array>();
  /** It does not count for these here, whatever was signed. */
  readonly #ignored = new Map<string, Uint8Array>();

  /**
   * What was signed of people who are here, as it becomes known together. @param isHere whoever else waits for an answer
   * and is gone makes no crowd any more.
   */
  signed(
    identities: readonly Uint8Array[],
    now: SteadyTime,
    isHere: (identity: Uint8Array) => boolean,
  ): void {
    const isSoon = now - this.#lastAt < TOGETHER_MS;
    const together = identities.length > 1 || isSoon || this.held.some(isHere);
    if (identities.length > 0) this.#lastAt = now;
    if (!together) return;
    for (const identity of identities)
      if (!this.#ignored.has(toHex(identity))) this.#held.set(toHex(identity), identity);
  }

  /** Of whom this person is asked. */
  get held(): Uint8Array[] {
    return [...this.#held.values()];
  }

  /** Of whom this person is or was asked, and did not agree. */
  get all(): Uint8Array[] {
    return [...this.#held.values(), ...this.#ignored.values()];
  }

  /** True while what was signed of this identity does not count here. */
  stays(identity: Uint8Array): boolean {
    if (this.#held.size + this.#ignored.size === 0) return false;
    const key = toHex(identity);
    return this.#held.has(key) || this.#ignored.has(key);
  }

  /** It counts here, whatever was said before: this person signs the same, or what was signed is over. */
  agreed(identity: Uint8Array): void {
    this.#held.delete(toHex(identity));
    this.#ignored.delete(toHex(identity));
  }

  /** @param count let it count. */
  answer(count: boolean): void {
    if (!count) for (const [key, identity] of this.#held) this.#ignored.set(key, identity);
    this.#held.clear();
  }
}
