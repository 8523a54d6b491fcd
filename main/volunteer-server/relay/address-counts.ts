/** How many connections each address has now: in memory alone, and gone with the last of them. */

export class AddressCounts {
  readonly #counts = new Map<string, number>();

  /** False, and nothing counted, where the address has so many already. */
  take(address: string, limit: number): boolean {
    const key = keyOf(address);
    const count = this.#counts.get(key) ?? 0;
    if (count >= limit) return false;
    this.#counts.set(key, count + 1);
    return true;
  }

  release(address: string): void {
    const key = keyOf(address);
    const count = this.#counts.get(key) ?? 0;
    if (count <= 1) this.#counts.delete(key);
    else this.#counts.set(key, count - 1);
  }

  /** Addresses that are counted now. */
  get size(): number {
    return this.#counts.size;
  }
}

/** One household has a whole /64 of IPv6 to choose addresses from (RFC 6177). */
function keyOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) while (groups.length < 4) groups.push('0');
  return groups.slice(0, 4).join(':');
}
