/** What files offered by others and by this person have in common: who is reached, and when something is shown. */
import { toHex } from '../../bytes';
import type { GroupState } from '../group/group-state';
import { Allowance } from '../limits/rate-limit';
import type { Member } from '../members/member';
import type { Members } from '../members/members';
import type { Ports } from '../ports';
import type { Self } from '../self';
import type { Quiet } from '../speaking-up/quiet';
import type { ChatPersonView } from '../views';

/** How often what has come is shown. */
const SHOWN_MS = 1000;

/** How many are kept: of one identity here, of this person there. */
export const MAX_KEPT = 32;

export interface FilesOptions {
  self: Self;
  members: Members;
  group: GroupState;
  quiet: Quiet;
  /** Something that is shown is different. */
  viewChanged: () => void;
}

export type FilePorts = Pick<Ports, 'random' | 'steady' | 'wall' | 'timer' | 'drop'>;

export interface Rate {
  capacity: number;
  refillMs: number;
}

export class FileCircle {
  #stopShowing: (() => void) | null = null;

  constructor(
    readonly options: FilesOptions,
    readonly ports: FilePorts,
  ) {}

  get own(): ChatPersonView {
    const { self } = this.options;
    return { peerId: toHex(self.peerId), name: self.name };
  }

  /** Somebody to whom a link works. */
  reached(peerId: string): Member | null {
    const member = this.options.members.get(peerId);
    return member?.path === 'open' && this.options.group.mayHear(member) ? member : null;
  }

  /** One of this identity may be here no more, or is here in another run. */
  goneFrom(): (identity: Uint8Array, peerId: string) => boolean {
    const { group, members } = this.options;
    const runs = new Map<string, string>();
    for (const { state, facts } of members.all)
      if (state.phase === 'open') runs.set(toHex(state.introduction.identity), facts.peerId);
    return (identity, peerId) =>
      !group.access.mayBeHere(identity) || (runs.get(toHex(identity)) ?? peerId) !== peerId;
  }

  allowance({ capacity, refillMs }: Rate): Allowance {
    return new Allowance(capacity, refillMs, this.ports.steady);
  }

  /** An allowance for each member, from the first time that it is asked for. */
  allowances(rate: Rate): (member: Member) => Allowance {
    const known = new Map<string, Allowance>();
    return ({ facts }) => {
      const allowance = known.get(facts.peerId) ?? this.allowance(rate);
      known.set(facts.peerId, allowance);
      return allowance;
    };
  }

  changed(): void {
    this.options.viewChanged();
  }

  /** Shown at a bearable rate. */
  progressed(): void {
    this.#stopShowing ??= this.ports.timer(SHOWN_MS, () => {
      this.#stopShowing = null;
      this.options.viewChanged();
    });
  }

  end(): void {
    this.#stopShowing?.();
  }
}
