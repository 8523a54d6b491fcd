/**
 * Who waits at any door, for host and co-hosts alike: each keeper tells the others who knocks at its own, and does
 * what one of them decides.
 */
import { fromHex, toHex } from '../../bytes';
import type { WallClock } from '../../clocks';
import { cleanName } from '../../identity/name';
import type { Waiting } from './visitor-session';
import type { Member } from '../members/member';
import type { MemberMessage } from '../messages/member-messages';

export type KnocksMessage = Extract<MemberMessage, { t: 'knocks' }>;

export class SharedKnocks {
  /** What each fellow keeper told. Whoever comes back tells it again. */
  readonly #theirs = new WeakMap<Member, Waiting[]>();
  /** Null: what was told may be lost. */
  readonly #told = new WeakMap<Member, string | null>();

  constructor(private readonly wall: WallClock) {}

  /** @param own those who knock at the own door. @param keepers members who decide as well. */
  tell(own: readonly Waiting[], keepers: readonly Member[]): void {
    const list = own.map(({ knockId, identity, name }) => ({ id: fromHex(knockId), identity, name }));
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
    const knocks = list.map(({ id, identity, name }) => {
      const knockId = toHex(id);
      const since = before.find((one) => one.knockId === knockId)?.since ?? this.wall();
      return { knockId, identity, name: cleanName(name), since, byLink: null };
    });
    this.#theirs.set(keeper, knocks);
  }

  /** What people may be shown: only of those who still keep a door. */
  of(keepers: readonly Member[]): Waiting[] {
    return keepers.flatMap((keeper) => this.#theirs.get(keeper) ?? []);
  }

  /** At whose door somebody waits. */
  keeperOf(knockId: string, keepers: readonly Member[]): Member | undefined {
    return keepers.find((keeper) => this.#theirs.get(keeper)?.some((knock) => knock.knockId === knockId));
  }
}
