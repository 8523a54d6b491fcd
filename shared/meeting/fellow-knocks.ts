/**
 * Who waits at any door, for host and co-hosts alike: each keeper tells the others who knocks at its own, and does
 * what one of them decides.
 */
import { fromHex, toHex } from '../bytes';
import { cleanName } from '../identity/name';
import type { KnockView } from '../ipc';
import type { Member } from './member';
import type { MemberMessage } from './member-messages';

export type KnocksMessage = Extract<MemberMessage, { t: 'knocks' }>;

export class FellowKnocks {
  /** What each fellow keeper told. Whoever comes back tells it again. */
  readonly #theirs = new WeakMap<Member, KnockView[]>();
  /** Null: what was told may be lost. */
  readonly #told = new WeakMap<Member, string | null>();

  constructor(private readonly now: () => number) {}

  /** @param own those who knock at the own door. @param keepers members who decide as well. */
  tell(own: readonly KnockView[], keepers: readonly Member[]): void {
    const list = own.map(({ knockId, name }) => ({ id: fromHex(knockId), name }));
    const digest = own.map(({ knockId }) => knockId).join();
    for (const keeper of keepers) {
      const told = this.#told.get(keeper);
      if ((told === undefined ? '' : told) === digest) continue;
      this.#told.set(keeper, digest);
      keeper.send({ t: 'knocks', list });
    }
  }

  /** Its link was lost, with whatever was on its way there. */
  relinked(keeper: Member): void {
    this.#told.set(keeper, null);
  }

  heard(keeper: Member, { list }: KnocksMessage): void {
    const before = this.#theirs.get(keeper) ?? [];
    const knocks = list.map(({ id, name }) => {
      const knockId = toHex(id);
      const since = before.find((one) => one.knockId === knockId)?.since ?? this.now();
      return { knockId, name: cleanName(name), since };
    });
    this.#theirs.set(keeper, knocks);
  }

  /** What people may be shown: only of those who still keep a door. */
  of(keepers: readonly Member[]): KnockView[] {
    return keepers.flatMap((keeper) => this.#theirs.get(keeper) ?? []);
  }

  /** At whose door somebody waits. */
  keeperOf(knockId: string, keepers: readonly Member[]): Member | undefined {
    return keepers.find((keeper) => this.#theirs.get(keeper)?.some((knock) => knock.knockId === knockId));
  }
}
