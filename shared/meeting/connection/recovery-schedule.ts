/**
 * What is tried, and when, while the connection to one other member does not work (docs/protocol.md, When a link
 * breaks). Pure: it is told what happened and when, and says what is due; it knows times only.
 */
import type { SteadyTime } from '../../clocks';

const TICK_MS = 1000;
/** The rendezvous carries only after so long without anything else. */
const ROOM_AFTER_MS = 2000;
/** A member in between that brings nothing for so long does not carry. */
const UNHEARD_MS = 4000;
/** A restart gets this long, then the connection is replaced. */
const REPLACE_AFTER_MS = 12_000;
/** What was said is said again after these pauses, the last one over and over. */
const SAY_AGAIN_MS = [2000, 4000, 8000];
/** Whoever cannot be reached in this time is lost. */
const GIVE_UP_AFTER_MS = 75_000;
/** Between two ticks no more than this passes, unless the computer slept. */
const SLEEP_MS = 5000;

export type ScheduleEvent =
  /** The connection may work now, or no longer. */
  | { type: 'health'; healthy: boolean }
  | {
      type: 'tick';
      /** A member in between can carry messages, as far as this side knows. */
      canForward: boolean;
      /** When the other was last heard, by any carrier. */
      heardAt: SteadyTime;
    }
  | { type: 'ended' };

export type ScheduleEffect =
  /** inMs: when the next tick is wanted; null: none is. */
  | { type: 'wake'; by: 'tick'; inMs: number | null }
  | { type: 'join-room' }
  | { type: 'leave-room' }
  | { type: 'say-again' }
  | { type: 'replace' }
  | { type: 'give-up' };

interface Trouble {
  since: number;
  tickedAt: number;
  inRoom: boolean;
  said: number;
  sayAgainAt: number;
  replaced: boolean;
}

export class RecoverySchedule {
  #trouble: Trouble | null = null;

  handle(event: ScheduleEvent, now: SteadyTime): ScheduleEffect[] {
    switch (event.type) {
      case 'health':
        if (event.healthy) return this.#stop();
        return this.#trouble ? [] : this.#begin(now);
      case 'tick':
        return this.#trouble ? this.#tick(this.#trouble, event, now) : [];
      case 'ended':
        return this.#stop();
    }
  }

  #stop(): ScheduleEffect[] {
    const trouble = this.#trouble;
    this.#trouble = null;
    if (!trouble) return [];
    return [
      { type: 'wake', by: 'tick', inMs: null },
      ...(trouble.inRoom ? [{ type: 'leave-room' } as const] : []),
    ];
  }

  #begin(now: SteadyTime): ScheduleEffect[] {
    const sayAgainAt = now + ROOM_AFTER_MS;
    this.#trouble = { since: now, tickedAt: now, inRoom: false, said: 0, sayAgainAt, replaced: false };
    return [{ type: 'wake', by: 'tick', inMs: TICK_MS }];
  }

  #tick(
    trouble: Trouble,
    { canForward, heardAt }: Extract<ScheduleEvent, { type: 'tick' }>,
    now: SteadyTime,
  ): ScheduleEffect[] {
    forgetSleep(trouble, now);
    const age = now - trouble.since;
    if (age >= GIVE_UP_AFTER_MS) return [...this.#stop(), { type: 'give-up' }];
    const effects: ScheduleEffect[] = [{ type: 'wake', by: 'tick', inMs: TICK_MS }];
    const carried = canForward && now - heardAt <= UNHEARD_MS;
    if (!trouble.inRoom && !carried && age >= ROOM_AFTER_MS) {
      trouble.inRoom = true;
      trouble.sayAgainAt = now;
      effects.push({ type: 'join-room' });
    }
    if (now >= trouble.sayAgainAt) {
      trouble.sayAgainAt = now + (SAY_AGAIN_MS[trouble.said++] ?? SAY_AGAIN_MS.at(-1) ?? 0);
      effects.push({ type: 'say-again' });
    }
    if (!trouble.replaced && age >= REPLACE_AFTER_MS) {
      trouble.replaced = true;
      effects.push({ type: 'replace' });
    }
    return effects;
  }
}

/** Nobody could answer meanwhile. */
function forgetSleep(trouble: Trouble, now: SteadyTime): void {
  const gap = now - trouble.tickedAt;
  trouble.tickedAt = now;
  if (gap <= SLEEP_MS) return;
  trouble.since += gap - TICK_MS;
  trouble.sayAgainAt = now;
}
