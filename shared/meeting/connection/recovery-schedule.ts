/**
 * What is tried, and when, while the link to one other member does not work (docs/protocol.md, When a link
 * breaks). It knows times only; whoever holds it knows how.
 */
import type { Ports } from '../ports';

const TICK_MS = 1000;
/** The rendezvous carries only after so long without anything else. */
const ROOM_AFTER_MS = 2000;
/** A member in between that brings nothing for so long does not carry. */
const UNHEARD_MS = 4000;
/** A restart gets this long, then the link is replaced. */
const REPLACE_AFTER_MS = 12_000;
/** What was said is said again after these pauses, the last one over and over. */
const SAY_AGAIN_MS = [2000, 4000, 8000];
/** Whoever cannot be reached in this time is lost. */
const GIVE_UP_AFTER_MS = 75_000;
/** Between two ticks no more than this passes, unless the computer slept. */
const CLOCK_JUMP_MS = 5000;

export interface RecoveryScheduleEvents {
  healthy: () => boolean;
  /** A member in between can carry messages, as far as this side knows. */
  canForward: () => boolean;
  /** When the other was last heard, by any carrier, in milliseconds. */
  heardAt: () => number;
  joinRoom: () => void;
  leaveRoom: () => void;
  sayAgain: () => void;
  replace: () => void;
  giveUp: () => void;
}

interface Trouble {
  since: number;
  tickedAt: number;
  inRoom: boolean;
  said: number;
  sayAgainAt: number;
  replaced: boolean;
  stop: () => void;
}

export class RecoverySchedule {
  #trouble: Trouble | null = null;

  constructor(
    private readonly ports: Pick<Ports, 'now' | 'timer'>,
    private readonly events: RecoveryScheduleEvents,
  ) {}

  /** The state of the link may have changed. */
  follow(): void {
    if (this.events.healthy()) this.stop();
    else if (!this.#trouble) this.#begin();
  }

  stop(): void {
    this.#trouble?.stop();
    if (this.#trouble?.inRoom === true) this.events.leaveRoom();
    this.#trouble = null;
  }

  #begin(): void {
    const now = this.ports.now();
    this.#trouble = {
      since: now,
      tickedAt: now,
      inRoom: false,
      said: 0,
      sayAgainAt: now + ROOM_AFTER_MS,
      replaced: false,
      stop: this.#later(),
    };
  }

  #later(): () => void {
    return this.ports.timer(TICK_MS, () => {
      this.#tick();
    });
  }

  #tick(): void {
    const { events } = this;
    const trouble = this.#trouble;
    if (!trouble) return;
    trouble.stop = this.#later();
    const now = this.ports.now();
    this.#forgetSleep(trouble, now);
    const age = now - trouble.since;
    if (age >= GIVE_UP_AFTER_MS) {
      this.stop();
      events.giveUp();
      return;
    }
    const carried = events.canForward() && now - events.heardAt() <= UNHEARD_MS;
    if (!trouble.inRoom && !carried && age >= ROOM_AFTER_MS) {
      trouble.inRoom = true;
      trouble.sayAgainAt = now;
      events.joinRoom();
    }
    if (now >= trouble.sayAgainAt) {
      trouble.sayAgainAt = now + (SAY_AGAIN_MS[trouble.said++] ?? SAY_AGAIN_MS.at(-1) ?? 0);
      events.sayAgain();
    }
    if (!trouble.replaced && age >= REPLACE_AFTER_MS) {
      trouble.replaced = true;
      events.replace();
    }
  }

  /** Nobody could answer meanwhile. */
  #forgetSleep(trouble: Trouble, now: number): void {
    const gap = now - trouble.tickedAt;
    trouble.tickedAt = now;
    if (gap >= 0 && gap <= CLOCK_JUMP_MS) return;
    trouble.since += gap - TICK_MS;
    trouble.sayAgainAt = now;
  }
}
