/** How topics appear on a relay: a tag that holds them, and an event kind that follows from them. */
import type { Filter } from 'nostr-tools/filter';
import { toHex } from '../../../shared/bytes';
import type { Room } from '../../../shared/invite/key-schedule';
import { topicOf } from '../../../shared/wire/topics';

export const TOPIC_TAG = 'x';
/** Ephemeral kinds (NIP-01); which one follows from the topic, so that Vigil has no kind of its own. */
const FIRST_EPHEMERAL_KIND = 20_000;
const EPHEMERAL_KINDS = 10_000;
/** A common implementation takes twenty kinds in a filter by default, and each topic brings its own. */
const MAX_TOPICS_IN_FILTER = 18;

export function eventKindOf(topic: Uint8Array): number {
  return FIRST_EPHEMERAL_KIND + ((((topic[0] ?? 0) << 8) | (topic[1] ?? 0)) % EPHEMERAL_KINDS);
}

/** A room's topics on this relay in these periods, by their names in hex. */
export function topicsOf(room: Room, relayUrl: string, periods: readonly number[]): Map<string, Uint8Array> {
  return new Map(
    periods.map((period) => {
      const topic = topicOf(room.topicKey, 'nostr', relayUrl, period);
      return [toHex(topic), topic] as const;
    }),
  );
}

/** @param topics by their names in hex. */
export function filtersOf(topics: readonly (readonly [name: string, topic: Uint8Array])[]): Filter[] {
  const parts = Array.from({ length: Math.ceil(topics.length / MAX_TOPICS_IN_FILTER) }, (_, index) =>
    topics.slice(index * MAX_TOPICS_IN_FILTER, (index + 1) * MAX_TOPICS_IN_FILTER),
  );
  return parts.map((part) => ({
    kinds: [...new Set(part.map(([, topic]) => eventKindOf(topic)))],
    [`#${TOPIC_TAG}`]: part.map(([name]) => name),
    limit: 100,
  }));
}
