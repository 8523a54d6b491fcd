/** News that say the same again are the very same value: what is drawn of it stays as it is. */

/** `now`, with every part of `before` in it that is no other by what it holds. Plain objects and arrays. */
export function kept<T>(before: unknown, now: T): T {
  if (Object.is(before, now)) return now;
  if (Array.isArray(before) && Array.isArray(now)) return keptArray(before, now) as T;
  return isPlain(before) && isPlain(now) ? (keptObject(before, now) as T) : now;
}

function keptArray(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const next = now.map((part, index) => kept(before[index], part));
  const isSame = next.length === before.length && next.every((part, index) => Object.is(part, before[index]));
  return isSame ? before : next;
}

type Plain = Record<string, unknown>;

function keptObject(before: Plain, now: Plain): Plain {
  const keys = Object.keys(now);
  const next = Object.fromEntries(keys.map((key) => [key, kept(before[key], now[key])]));
  const isSame =
    keys.length === Object.keys(before).length &&
    keys.every((key) => Object.hasOwn(before, key) && Object.is(next[key], before[key]));
  return isSame ? before : next;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
