/** Who is large in the speaker view, and in which order the others stand beside. */

export interface SpeakerOrder {
  /** At least one, as long as anybody is here. */
  large: readonly string[];
  /** The rail at the end side, from its top. */
  rail: readonly string[];
}

export interface Beside {
  peerId: string;
  name: string;
}

/** More pinned ones than this stand first in the rail. */
export const MAX_LARGE = 4;

/**
 * Pinned first, then the speaker, raised hands in their order, the others by name. Whoever is pinned is large; if
 * nobody is, the first.
 * @param pinned peer ids, as all below; those who are gone are passed over.
 * @param language by which names are compared, BCP 47.
 */
export function speakerOrder(
  people: readonly Beside[],
  pinned: readonly string[],
  speaker: string | null,
  hands: readonly string[],
  language: string,
): SpeakerOrder {
  const here = new Set(people.map(({ peerId }) => peerId));
  const { compare } = new Intl.Collator(language);
  const byName = [...people].sort((one, other) => compare(one.name, other.name));
  const wanted = [...pinned, ...(speaker === null ? [] : [speaker]), ...hands];
  const order = [...new Set([...wanted.filter((id) => here.has(id)), ...byName.map(({ peerId }) => peerId)])];
  const count = Math.min(MAX_LARGE, Math.max(1, pinned.filter((id) => here.has(id)).length));
  return { large: order.slice(0, count), rail: order.slice(count) };
}

/** As it stands under a pointer or the focus: nobody moves; who is gone leaves, who comes stands last. */
export function heldOrder(shown: SpeakerOrder, now: SpeakerOrder): SpeakerOrder {
  const here = new Set([...now.large, ...now.rail]);
  const large = shown.large.filter((id) => here.has(id));
  if (large.length === 0) return now;
  const kept = [...large, ...shown.rail.filter((id) => here.has(id))];
  const come = [...now.large, ...now.rail].filter((id) => !kept.includes(id));
  return { large, rail: [...kept.slice(large.length), ...come] };
}

export function isSameOrder(one: SpeakerOrder, other: SpeakerOrder): boolean {
  return isSame(one.large, other.large) && isSame(one.rail, other.rail);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
