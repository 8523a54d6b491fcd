/** The group code as it is shown: made anew only when other people are here. */
import { toHex } from '../../bytes';
import { groupCode, type Named } from '../../roster/group-code';
import type { Member } from '../members/member';
import type { MeetingKeyring } from '../meeting-keys';
import type { Ports } from '../ports';
import type { Self } from '../self';

/** Whoever comes in first is connected first: the code takes long enough to hold its picture up. */
const FIRST_CODE_MS = 1000;

/** The group code over everybody here, computed only when that changes. */
export class ShownGroupCode {
  #of = '';
  #code: string[] | null = null;
  #wait: 'none' | 'over' | (() => void) = 'none';

  /** @param changed a code is there now. */
  constructor(
    private readonly timer: Ports['timer'],
    private readonly changed: () => void,
  ) {}

  /** Null while alone, and for a second after the first other one came. */
  code(base: MeetingKeyring, self: Self, members: readonly Member[]): string[] | null {
    const people = members.flatMap(({ state }): Named[] =>
      state.phase === 'open' ? [state.introduction] : [],
    );
    if (people.length === 0 || this.#wait !== 'over') return null;
    const all = [{ identity: self.identity.publicKey, name: self.name }, ...people];
    const of = JSON.stringify(all.map(({ identity, name }) => toHex(identity) + name).sort());
    if (of !== this.#of) {
      this.#of = of;
      this.#code = groupCode(base.meetingId, all);
    }
    return this.#code;
  }

  /** Somebody's handshake is done. */
  opened(): void {
    if (this.#wait !== 'none') return;
    this.#wait = this.timer(FIRST_CODE_MS, () => {
      this.#wait = 'over';
      this.changed();
    });
  }

  end(): void {
    if (typeof this.#wait === 'function') this.#wait();
    this.#wait = 'over';
  }
}
