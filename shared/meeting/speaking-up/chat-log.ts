/**
 * What was written, in one order for all, and only while the meeting lasts. Which messages are kept depends on what they
 * are, not on when they came: the last ones of each person, and of all.
 */
import type { SteadyClock, SteadyTime, WallTime } from '../../clocks';

export const MAX_OF_ONE = 200;
export const MAX_OF_ALL = 2000;
/** What stood so long has been read: something that comes before it now is late. */
const READ_AFTER_MS = 3000;

/** Where a message stands. */
export interface ChatPlace {
  clock: number;
  /** 0 for what is said to all. */
  place: number;
  /** Of whom it is, in hex. */
  peerId: string;
  /** Grows with each message of that one. */
  number: number;
}

export interface ChatEntry extends ChatPlace {
  /** Of whom it is, in hex. */
  identity: string;
  name: string;
  /** Null: to all. */
  to: { peerId: string; name: string } | null;
  text: string;
  /** When it came. */
  at: WallTime;
}

interface Shown extends ChatEntry {
  late: boolean;
  shownAt: SteadyTime;
  /** As the how many-th it was added here. */
  added: number;
}

export function comparePlaces(one: ChatPlace, other: ChatPlace): number {
  return (
    one.clock - other.clock ||
    one.place - other.place ||
    (one.peerId === other.peerId ? one.number - other.number : one.peerId < other.peerId ? -1 : 1)
  );
}

export class ChatLog {
  #shown: readonly Shown[] = [];
  /** Ever shown here. */
  #count = 0;

  constructor(private readonly steady: SteadyClock) {}

  /** In order. A new list whenever something came. */
  get all(): readonly (ChatEntry & { late: boolean; added: number })[] {
    return this.#shown;
  }

  /** How many were ever added: what is new to a person is counted by it. */
  get count(): number {
    return this.#count;
  }

  add(entry: ChatEntry): void {
    const now = this.steady();
    const behind = this.#shown.findLastIndex((one) => comparePlaces(one, entry) < 0) + 1;
    const late = this.#shown.slice(behind).some(({ shownAt }) => now - shownAt >= READ_AFTER_MS);
    this.#count++;
    this.#shown = limited(
      this.#shown.toSpliced(behind, 0, { ...entry, late, shownAt: now, added: this.#count }),
      entry.identity,
    );
  }

  clear(): void {
    this.#shown = [];
  }
}

function limited(all: readonly Shown[], identity: string): readonly Shown[] {
  const ofThis = all.filter((one) => one.identity === identity);
  const surplus = ofThis.length > MAX_OF_ONE ? ofThis[0] : undefined;
  return all.filter((one) => one !== surplus).slice(-MAX_OF_ALL);
}
