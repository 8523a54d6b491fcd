import { beforeAll, describe, expect, it, vi } from 'vitest';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { lateTimers, parted, sleepers, sleepingHost, unsteadyClocks } from './clock-scenario';
import { Crowd } from './crowd';
import { expectAgreement } from './expect-agreement';
import { comingsAndGoings, gathering, partition } from './scenario';
import { FAIR } from './weather';
import { WHOLE } from './whole';

beforeAll(cryptoReady);
vi.setConfig({ testTimeout: 600_000 });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const size = WHOLE ? 12 : 5;

const jumps = [-9 * MINUTE, 9 * MINUTE, -HOUR, HOUR, -2 * DAY, 2 * DAY];

describe('clocks that are set during a simulated meeting', () => {
  it.each(WHOLE ? jumps : [-9 * MINUTE, 2 * DAY])(
    'by %i ms, one after the other, and back: nobody loses anybody, nor says anything to the relay',
    (jump) => {
      const crowd = new Crowd(`set by ${String(jump)}`, 20, FAIR);
      expectAgreement(crowd, gathering(size));
      const said = crowd.world.bus.seen.length;
      for (const offset of [jump, 0])
        for (const { person } of crowd.here) {
          person.clock.offset = offset;
          for (let seconds = 0; seconds < 20; seconds++) {
            crowd.run(1000);
            expect(parted(crowd)).toEqual([]);
          }
        }
      expect(crowd.world.bus.seen.length).toBe(said);
      expect(crowd.here.flatMap(({ person }) => person.connections.restarts)).toEqual(
        crowd.here.map(() => 0),
      );
      // Whoever comes now gets everybody's keys, and everybody gets the newcomer's.
      expectAgreement(crowd, [{ name: 'one more comes', within: 10, play: () => crowd.join() }]);
    },
  );

  it.each(WHOLE ? ['maple', 'oak'] : ['maple'])(
    'and differ by minutes, again and again: all agree after whatever happens (seed %s)',
    (seed) => {
      const crowd = new Crowd(seed, 40);
      unsteadyClocks(crowd);
      expectAgreement(crowd, [
        ...gathering(size),
        ...comingsAndGoings(size),
        ...(WHOLE ? [partition(10_000, 20), partition(50_000, 150)] : []),
      ]);
    },
  );
});

describe('computers that sleep during a simulated meeting', () => {
  it.each(['clock-stops', 'clock-runs'] as const)('all agree again, where the %s', (sleep) => {
    const crowd = new Crowd(`sleep ${sleep}`, 40);
    expectAgreement(crowd, [
      ...gathering(size),
      sleepers(sleep, 3000, 20),
      sleepers(sleep, 20_000, 60),
      ...(WHOLE ? [sleepers(sleep, 2 * MINUTE, 120), sleepers(sleep, 20 * MINUTE, 120)] : []),
      sleepingHost(sleep),
    ]);
  });

  it('or whose timers are late by up to a second: all agree all the same', () => {
    const crowd = new Crowd('late', 40);
    expectAgreement(crowd, gathering(size));
    lateTimers(crowd, 1000);
    expectAgreement(crowd, [...comingsAndGoings(size).slice(0, 3), partition(10_000, 30)]);
  });
});
