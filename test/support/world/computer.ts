/** One simulated computer: clocks that people set, timers that may be late, and sleep. */
import type { Clocks, SteadyClock, WallClock } from '../../../shared/clocks';
import type { RoomHandle } from '../../../shared/meeting/ports';
import type { Scheduler } from './scheduler';

/** Whether the steady clock stands still while a computer sleeps; systems differ in that. */
export type Sleep = 'clock-stops' | 'clock-runs';

interface Timer {
  /** By the steady clock. */
  at: number;
  run: () => void;
  cancel: () => void;
}

export class Computer implements Clocks {
  readonly timers = new Set<Timer>();
  readonly rooms: RoomHandle[] = [];
  /** By how many milliseconds this timer is late. */
  late: () => number = () => 0;
  #runs = true;
  /** How far the wall clock is ahead of the right time, in milliseconds. */
  #offset = 0;
  /** How long the steady clock has stood still. */
  #stoodStill = 0;
  #asleep: { since: number; sleep: Sleep } | null = null;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly clockSet: () => void,
  ) {}

  readonly wall: WallClock = () => this.scheduler.now() + this.#offset;

  readonly steady: SteadyClock = () => {
    const until = this.#asleep?.sleep === 'clock-stops' ? this.#asleep.since : this.scheduler.steady();
    return until - this.#stoodStill;
  };

  get offset(): number {
    return this.#offset;
  }

  /** Somebody, or a time server, sets the clock. */
  set offset(offset: number) {
    this.#offset = offset;
    this.clockSet();
  }

  get isAsleep(): boolean {
    return this.#asleep !== null;
  }

  readonly timer = (milliseconds: number, run: () => void): (() => void) => {
    const timer: Timer = { at: this.steady() + milliseconds + this.late(), run, cancel: () => undefined };
    this.timers.add(timer);
    this.#plan(timer);
    return () => {
      this.timers.delete(timer);
      timer.cancel();
    };
  };

  sleep(sleep: Sleep): void {
    this.#asleep = { since: this.scheduler.steady(), sleep };
    for (const { cancel } of this.timers) cancel();
  }

  /** What came due meanwhile is due now, where the clock ran on; elsewhere everything is late by the sleep. */
  wake(): void {
    if (this.#asleep?.sleep === 'clock-stops')
      this.#stoodStill += this.scheduler.steady() - this.#asleep.since;
    this.#asleep = null;
    for (const timer of this.timers) this.#plan(timer);
  }

  /** As if the power went. */
  crash(): void {
    this.#runs = false;
    for (const room of this.rooms) room.leave();
  }

  #plan(timer: Timer): void {
    if (this.#asleep) return;
    timer.cancel = this.scheduler.timer(Math.max(0, timer.at - this.steady()), () => {
      this.timers.delete(timer);
      if (this.#runs) timer.run();
    });
  }
}
