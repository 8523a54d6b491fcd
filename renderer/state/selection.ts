/** What of the snapshot a component shows: as long as that stays the same, nothing else draws it anew. */
import type { Snapshot } from './snapshot';

/** Reads what `select` takes of the snapshot: the very same value again, until a part of it is another one. */
export function selection<T>(getSnapshot: () => Snapshot, select: (snapshot: Snapshot) => T): () => T {
  let last: { of: Snapshot; value: T } | null = null;
  return () => {
    const of = getSnapshot();
    if (last?.of === of) return last.value;
    const value = select(of);
    last = { of, value: last !== null && isSame(last.value, value) ? last.value : value };
    return last.value;
  };
}

/** Plain objects by their parts, one level deep; anything else by what it is. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isPlain(one) || !isPlain(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && Object.is(one[key], other[key]))
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
