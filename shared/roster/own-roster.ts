/** The own roster, and what it was in the last seconds: whoever still says that is only a moment behind. */
import { equalPublic } from '../bytes';
import type { SteadyTime } from '../clocks';
import { differencesOf, rosterHash, type Difference, type Roster } from './roster';

/** Milliseconds. */
const REMEMBERED_FOR = 5000;

export interface HashedRoster {
  roster: Roster;
  /** 32 bytes. */
  hash: Uint8Array;
}

export class OwnRoster {
  #current: HashedRoster;
  #former: (HashedRoster & { until: SteadyTime })[] = [];
  /** When an entry last came or went here, by its key. */
  readonly #touched = new Map<string, SteadyTime>();
  /** Where lists differ from the one that holds: many peers are behind by the same. */
  #differences = new WeakMap<Roster, ReadonlyMap<string, Difference>>();
  #changedAt: SteadyTime = -Infinity;

  /** Throws RangeError if `roster` is not one. @param meetingId 32 bytes. */
  constructor(
    private readonly meetingId: Uint8Array,
    roster: Roster,
  ) {
    this.#current = this.hashed(roster);
  }

  get roster(): Roster {
    return this.#current.roster;
  }

  get hash(): Uint8Array {
    return this.#current.hash;
  }

  get changedAt(): SteadyTime {
    return this.#changedAt;
  }

  /** False if it says the same. Throws RangeError if `roster` is not one. */
  replace(roster: Roster, now: SteadyTime): boolean {
    const next = this.hashed(roster);
    if (equalPublic(next.hash, this.hash)) return false;
    for (const key of differencesOf(roster, this.roster).keys()) this.#touched.set(key, now);
    this.#former.push({ ...this.#current, until: now });
    this.#current = next;
    this.#differences = new WeakMap();
    this.#changedAt = now;
    return true;
  }

  /** Lets go of what is too long ago. */
  forget(now: SteadyTime): void {
    this.#former = this.#former.filter(({ until }) => now - until < REMEMBERED_FOR);
    for (const [key, at] of this.#touched) if (now - at > 2 * REMEMBERED_FOR) this.#touched.delete(key);
  }

  /** The own roster of the last seconds that has this hash. */
  former(hash: Uint8Array): HashedRoster | undefined {
    return this.#former.findLast((former) => equalPublic(former.hash, hash));
  }

  /** When an entry last came or went here; -Infinity if that is long ago. */
  touchedAt(key: string): SteadyTime {
    return this.#touched.get(key) ?? -Infinity;
  }

  differencesTo(roster: Roster): ReadonlyMap<string, Difference> {
    const known = this.#differences.get(roster);
    if (known) return known;
    const differences = differencesOf(this.roster, roster);
    this.#differences.set(roster, differences);
    return differences;
  }

  hashed(roster: Roster): HashedRoster {
    return { roster, hash: rosterHash(this.meetingId, roster) };
  }
}
