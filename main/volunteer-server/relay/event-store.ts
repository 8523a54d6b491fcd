/**
 * The newest events of kinds that are meant to be kept, and the others for as long as told, in memory alone; and the
 * ids of what was just seen.
 */
import { matchFilters, type Filter } from 'nostr-tools/filter';
import type { NostrEvent } from './messages';

const REMEMBERED_IDS = 4_096;

/** NIP-01: relays pass these on and forget them. */
export function isEphemeral(kind: number): boolean {
  return kind >= 20_000 && kind < 30_000;
}

export class EventStore {
  private readonly events: NostrEvent[] = [];
  private ephemeral: { event: NostrEvent; until: number }[] = [];
  private readonly ids = new Set<string>();

  /** @param now Unix milliseconds. */
  constructor(
    private readonly capacity: number,
    private readonly ephemeralSeconds: number,
    private readonly now: () => number,
  ) {}

  /** Answers false when this event was there already. */
  add(event: NostrEvent): boolean {
    if (this.ids.has(event.id)) return false;
    this.ids.add(event.id);
    for (const oldest of this.ids) {
      if (this.ids.size <= REMEMBERED_IDS) break;
      this.ids.delete(oldest);
    }
    if (isEphemeral(event.kind)) {
      const until = this.now() + this.ephemeralSeconds * 1_000;
      if (this.ephemeralSeconds > 0)
        this.ephemeral = [...this.current, { event, until }].slice(-this.capacity);
    } else {
      this.events.push(event);
      if (this.events.length > this.capacity) this.events.shift();
    }
    return true;
  }

  get size(): number {
    return this.events.length;
  }

  /** What the filters ask for, newest first, each filter with its own limit. */
  find(filters: Filter[]): NostrEvent[] {
    const all = [...this.events, ...this.current.map(({ event }) => event)];
    const newestFirst = all.sort((a, b) => b.created_at - a.created_at);
    const found = filters.flatMap((filter) =>
      newestFirst.filter((event) => matchFilters([filter], event)).slice(0, filter.limit ?? this.capacity),
    );
    return [...new Set(found)].sort((a, b) => b.created_at - a.created_at);
  }

  private get current(): { event: NostrEvent; until: number }[] {
    return this.ephemeral.filter(({ until }) => until > this.now());
  }
}
