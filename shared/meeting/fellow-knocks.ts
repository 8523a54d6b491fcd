/**
 * Who waits at any door, for host and co-hosts alike: each keeper tells the others who knocks at its own, and does
 * what one of them decides.
 */
import { fromHex, toHex } from '../bytes';
import { cleanName } from '../identity/name';
import type { Waiting } from './meeting-view';
import type { Member } from './member';
import type { MemberMessage } from './member-messages';

export type KnocksMessage = Extract<MemberMessage, { t: 'knocks' }>;

export class FellowKnocks {
  /** What each fellow keeper told, by its peer id. */
  readonly #theirs = new Map<string, Waiting[]>();
  readonly #told = new WeakMap<Member, string>();

  constructor(private readonly now: () => number) {}

  /** @param own those who knock at the own door. @param keepers members who decide as well. */
  tell(own: readonly Waiting[], keepers: readonly Member[]): void {
    const list = own.map(({ knockId, identity, name }) => ({ id: fromHex(knockId), identity, name }));
    const digest = own.map(({ knockId }) => knockId).join();
    for (const keeper of keepers) {
      if ((this.#told.get(keeper) ?? '') === digest) continue;
      this.#told.set(keeper, digest);
      keeper.send({ t: 'knocks', list });
    }
  }

  heard({ facts }: Member, { list }: KnocksMessage): void {
    const before = this.#theirs.get(facts.peerId) ?? [];
    const knocks = list.map(({ id, identity, name }) => {
      const knockId = toHex(id);
      const since = before.find((one) => one.knockId === knockId)?.since ?? this.now();
      return { knockId, identity, name: cleanName(name), since };
    });
    this.#theirs.set(facts.peerId, knocks);
  }

  /** What people may be shown: only of those who still keep a door. */
  of(keepers: readonly Member[]): Waiting[] {
    return keepers.flatMap(({ facts }) => this.#theirs.get(facts.peerId) ?? []);
  }

  /** At whose door somebody waits. */
  keeperOf(knockId: string, keepers: readonly Member[]): Member | undefined {
    return keepers.find(({ facts }) =>
      this.#theirs.get(facts.peerId)?.some((knock) => knock.knockId === knockId),
    );
  }
}
