/**
 * Several removals within seconds look like somebody breaking up a meeting with a stolen key: after the first one
 * each counts here only when this person says so (docs/protocol.md, Membership statements).
 */
import { toHex } from '../bytes';

/** Removals closer together than this are asked about. Milliseconds. */
const TOGETHER_MS = 10_000;

export class RemovalHold {
  #lastAt = -Infinity;
  readonly #held = new Map<string, Uint8Array>();
  /** This person stays with them, whatever was signed. */
  readonly #ignored = new Set<string>();

  /**
   * Removals of people who are here, as they become known together. @param isHere whoever else waits for an answer and
   * is gone makes no crowd any more.
   */
  removed(identities: readonly Uint8Array[], now: number, isHere: (identity: Uint8Array) => boolean): void {
    const isSoon = Math.abs(now - this.#lastAt) < TOGETHER_MS;
    const together = identities.length > 1 || isSoon || this.held.some(isHere);
    if (identities.length > 0) this.#lastAt = now;
    if (!together) return;
    for (const identity of identities)
      if (!this.#ignored.has(toHex(identity))) this.#held.set(toHex(identity), identity);
  }

  get held(): Uint8Array[] {
    return [...this.#held.values()];
  }

  /** True while a removal of this identity does not count here. */
  stays(identity: Uint8Array): boolean {
    if (this.#held.size + this.#ignored.size === 0) return false;
    const key = toHex(identity);
    return this.#held.has(key) || this.#ignored.has(key);
  }

  /** This person removes it as well: whatever was said before. */
  agreed(identity: Uint8Array): void {
    this.#held.delete(toHex(identity));
    this.#ignored.delete(toHex(identity));
  }

  /** @param count let them count; otherwise this person stays with them. */
  answer(count: boolean): void {
    if (!count) for (const identity of this.#held.keys()) this.#ignored.add(identity);
    this.#held.clear();
  }
}
