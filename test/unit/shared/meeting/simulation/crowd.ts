/** Many people in one simulated meeting: they come, let one another in, leave, vanish, are sent away and return. */
import type { Invite } from '../../../../../shared/invite/link';
import type { MeetingSession } from '../../../../../shared/meeting/session';
import type { Role } from '../../../../../shared/meeting/meeting';
import type { Sleep } from '../../../../support/world/computer';
import { World, type Person } from '../../../../support/world/world';
import { KeyChest, type Sealing } from './key-chest';
import { Dice, expose, FOUL, type Weather } from './weather';

/** How often people look at their screens, in milliseconds. */
const LOOKS_EVERY = 250;

export type Fate = 'wants-in' | 'left' | 'crashed' | 'removed';

export interface Participant {
  person: Person;
  fate: Fate;
  /** With what the others sealed when this run began: of that it must never have a key. */
  before: ReadonlyMap<string, Sealing>;
}

export class Crowd {
  readonly world: World;
  readonly dice: Dice;
  readonly chest = new KeyChest();
  readonly all: Participant[] = [];
  /** Nobody is let in while false. */
  doormen = true;

  constructor(
    readonly seed: string,
    size: number,
    weather: Weather = FOUL,
    invite: Partial<Invite> = {},
  ) {
    this.world = new World(seed, invite, size);
    this.dice = new Dice(seed);
    expose(this.world, this.dice, weather);
    this.world.onFrame = (peerId, command) => {
      this.chest.note(peerId, command);
    };
    this.#add('host', { role: 'host', hostKeySeed: this.world.hostKeySeed });
  }

  /** Whoever should be inside by and by. */
  get here(): Participant[] {
    return this.all.filter(({ fate }) => fate === 'wants-in');
  }

  get inside(): Participant[] {
    return this.here.filter(({ person }) => insideOf(person) !== null);
  }

  get host(): Participant | undefined {
    return this.inside.find(({ person }) => insideOf(person)?.group.ledger.rights === 'host');
  }

  get coHosts(): Participant[] {
    return this.inside.filter(({ person }) => insideOf(person)?.group.ledger.rights === 'co-host');
  }

  get plainMembers(): Participant[] {
    return this.inside.filter(({ person }) => insideOf(person)?.group.ledger.rights === 'none');
  }

  join(count = 1): Participant[] {
    return Array.from({ length: count }, () =>
      this.#add(`guest ${String(this.all.length)}`, { role: 'guest' }),
    );
  }

  /** In a new run, by the same link. */
  rejoin({ person }: Participant): Participant {
    return this.#add(person.name, { role: 'guest' }, person.seed);
  }

  leave(participant: Participant): void {
    participant.fate = 'left';
    participant.person.meeting.leave();
  }

  crash(participant: Participant): void {
    participant.fate = 'crashed';
    participant.person.crash(() => this.patience());
  }

  sleep({ person }: Participant, sleep: Sleep): void {
    person.sleep(sleep, () => this.patience());
  }

  wake({ person }: Participant): void {
    person.wake();
  }

  /** How long a link without a path is kept, in milliseconds. */
  patience(): number {
    return this.dice.between(15_000, 30_000);
  }

  /** False if the one may not, or does not have the other. */
  remove(by: Participant, target: Participant): boolean {
    const inside = insideOf(by.person);
    if (!inside?.members.get(target.person.peerId)) return false;
    if (!inside.group.access.removable(target.person.identity)) return false;
    target.fate = 'removed';
    inside.moderation.remove(target.person.peerId);
    return true;
  }

  /** False if the host is not there, or does not have the one. */
  nameCoHost({ person }: Participant): boolean {
    const inside = this.host && insideOf(this.host.person);
    const state = inside?.members.get(person.peerId)?.state;
    if (!inside || state?.phase !== 'open' || !state.perMeetingKey) return false;
    inside.moderation.setCoHost(person.peerId, true);
    return true;
  }

  run(milliseconds: number): void {
    for (let left = milliseconds; left > 0; left -= LOOKS_EVERY) {
      this.world.run(Math.min(left, LOOKS_EVERY));
      if (this.doormen) this.#letIn();
      this.#answer();
    }
  }

  /** Runs until `isDone`, looked at once a second; the seconds that it took, or null if it took longer. */
  settle(limitSeconds: number, isDone: () => boolean): number | null {
    for (let seconds = 0; seconds <= limitSeconds; seconds++) {
      if (isDone()) return seconds;
      this.run(1000);
    }
    return null;
  }

  get #atTheScreen(): Participant[] {
    return this.inside.filter(({ person }) => !person.clock.isAsleep);
  }

  #letIn(): void {
    for (const { person } of this.#atTheScreen) {
      const inside = insideOf(person);
      if (!inside || inside.group.ledger.rights === 'none' || this.dice.chance(0.5)) continue;
      for (const { knockId } of inside.door.knocks) {
        // Another keeper may have been quicker.
        if (inside.door.knocks.some((knock) => knock.knockId === knockId))
          person.meeting.moderation.decide(knockId, true);
      }
    }
  }

  /** Several removals at once are asked about: everybody agrees. */
  #answer(): void {
    for (const { person } of this.#atTheScreen) {
      const asked = insideOf(person)?.group.access.heldRemovals.length ?? 0;
      if (asked > 0 && this.dice.chance(0.3)) insideOf(person)?.moderation.answered('removals', true);
    }
  }

  #add(name: string, role: Role, seed?: Person['seed']): Participant {
    const before = new Map<string, Sealing>();
    for (const { person } of this.inside) {
      const sealing = this.chest.sealing(person.peerId);
      // Whoever is alone seals for nobody.
      const isHeard = insideOf(person)?.members.all.some(({ state }) => state.phase === 'open') === true;
      if (sealing && isHeard) before.set(person.peerId, sealing);
    }
    const person = this.world.person(name, role, {}, seed);
    const participant: Participant = { person, fate: 'wants-in', before };
    this.all.push(participant);
    return participant;
  }
}

/** Null for somebody who is not inside. */
export function insideOf({ meeting }: Person): MeetingSession | null {
  return meeting.isInside ? meeting.gathered : null;
}
