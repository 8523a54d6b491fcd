import { describe, expect, it } from 'vitest';
import { carriersFor } from '../../../../../shared/meeting/connection/carriers';
import {
  RecoverySchedule,
  type ScheduleEvent,
} from '../../../../../shared/meeting/connection/recovery-schedule';

const START = 1_000_000;

describe('what is tried while a connection does not work', () => {
  /** Ticks as they are asked for; what else is to be done, with the second in which it is. */
  function troubleOf(seconds: number, canForward: boolean): string[] {
    const schedule = new RecoverySchedule();
    const done: string[] = [];
    const clock: { now: number; wakeAt: number | null } = { now: START, wakeAt: null };
    const handle = (event: ScheduleEvent): void => {
      for (const effect of schedule.handle(event, clock.now)) {
        if (effect.type !== 'wake') done.push(`${String((clock.now - START) / 1000)} ${effect.type}`);
        else clock.wakeAt = effect.inMs === null ? null : clock.now + effect.inMs;
      }
    };
    handle({ type: 'health', healthy: false });
    while (clock.wakeAt !== null && clock.wakeAt <= START + seconds * 1000) {
      clock.now = clock.wakeAt;
      handle({ type: 'tick', canForward, heardAt: clock.now });
    }
    handle({ type: 'health', healthy: true });
    expect(clock.wakeAt).toBeNull();
    return done;
  }

  it('begins with the room at the rendezvous, if nobody in between carries, and leaves it at the end', () => {
    expect(troubleOf(10, false)).toEqual([
      '2 join-room',
      '2 say-again',
      '4 say-again',
      '8 say-again',
      '10 leave-room',
    ]);
  });

  it('needs no room where somebody in between carries', () => {
    expect(troubleOf(10, true)).toEqual(['2 say-again', '4 say-again', '8 say-again']);
  });

  it('is another connection once, and nothing more after 75 seconds', () => {
    const done = troubleOf(100, false);
    expect(done.filter((one) => one.endsWith('replace'))).toEqual(['12 replace']);
    expect(done.slice(-2)).toEqual(['75 leave-room', '75 give-up']);
  });

  it('is not given up because the computer slept', () => {
    const schedule = new RecoverySchedule();
    schedule.handle({ type: 'health', healthy: false }, 0);
    const effects = schedule.handle({ type: 'tick', canForward: true, heardAt: 0 }, 3_600_000);
    expect(effects.map(({ type }) => type)).toEqual(['wake', 'say-again']);
  });

  it('is nothing before there is trouble, and none after it', () => {
    const schedule = new RecoverySchedule();
    expect(schedule.handle({ type: 'tick', canForward: false, heardAt: 0 }, 0)).toEqual([]);
    expect(schedule.handle({ type: 'health', healthy: true }, 0)).toEqual([]);
    schedule.handle({ type: 'health', healthy: false }, 0);
    expect(schedule.handle({ type: 'health', healthy: false }, 1)).toEqual([]);
    expect(schedule.handle({ type: 'ended' }, 2)).toEqual([{ type: 'wake', by: 'tick', inMs: null }]);
  });
});

describe('what carries a frame', () => {
  it('is the connection alone while it works', () => {
    for (const about of ['self', 'restart', 'here'] as const)
      expect(carriersFor(about, { healthy: true, canForward: true })).toEqual(['connection']);
  });

  it('is otherwise somebody in between, and the room for what mends the connection', () => {
    const broken = { healthy: false, canForward: true };
    expect(carriersFor('self', broken)).toEqual(['member']);
    expect(carriersFor('restart', broken)).toEqual(['member', 'connection', 'room']);
    expect(carriersFor('here', broken)).toEqual(['member', 'room']);
  });

  it('is what the connection keeps for later where there is nobody, except for what is out of date by then', () => {
    const alone = { healthy: false, canForward: false };
    expect(carriersFor('self', alone)).toEqual(['connection']);
    expect(carriersFor('link-wanted', alone)).toEqual(['room']);
  });
});
