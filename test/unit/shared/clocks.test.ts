/** The two kinds of time: what mixes them does not pass `npm test -- types`. */
import { expect, expectTypeOf, it } from 'vitest';
import type { unixSeconds } from '../../../shared/clocks';
import {
  type Clocks,
  type SteadyClock,
  type SteadyTime,
  type WallClock,
  type WallTime,
} from '../../../shared/clocks';
import type { RateLimit } from '../../../shared/meeting/limits/rate-limit';
import { systemClocks } from '../../../main/clocks';

it('neither kind of time is taken for the other, and neither clock', () => {
  expectTypeOf<WallTime>().not.toExtend<SteadyTime>();
  expectTypeOf<SteadyTime>().not.toExtend<WallTime>();
  expectTypeOf<WallClock>().not.toExtend<SteadyClock>();
  expectTypeOf<SteadyClock>().not.toExtend<WallClock>();
  expectTypeOf<Clocks['wall']>().not.toExtend<ConstructorParameters<typeof RateLimit>[1]>();
  expectTypeOf<SteadyTime>().not.toExtend<Parameters<typeof unixSeconds>[0]>();
});

it("this computer's clocks are of those kinds: wall time counts from 1970, steady time only on", () => {
  expect(systemClocks.wall()).toBeGreaterThan(Date.UTC(2024, 0));
  expect(systemClocks.steady()).toBeLessThan(Date.UTC(2024, 0));
  const before = systemClocks.steady();
  expect(systemClocks.steady()).toBeGreaterThanOrEqual(before);
});
