import { describe, expect, it } from 'vitest';
import { RelayClock } from '../../../../../main/rendezvous/nostr/relay-clock';
import { clockFaultOf } from '../../../../../main/rendezvous/nostr/relay-refusal';

const HOUR = 3_600_000;

function computer(offset: number) {
  const world = { time: 1_800_000_000_000, offset };
  const clock = new RelayClock(
    () => world.time + world.offset,
    () => world.time - 1_799_999_000_000,
  );
  return { world, clock };
}

describe("a relay's time", () => {
  it('is the own one until it is told, and from then on its own, whatever happens to the own clock', () => {
    const { world, clock } = computer(-480_000);
    expect(clock.time).toBe(world.time - 480_000);
    clock.told(world.time);
    expect(clock.time).toBe(world.time);
    world.time += HOUR;
    world.offset = 9 * HOUR;
    expect(clock.time).toBe(world.time);
  });

  it('is not believed where it is more than a day away', () => {
    const { world, clock } = computer(0);
    clock.told(world.time + 25 * HOUR);
    expect(clock.time).toBe(world.time);
  });

  it.each([-3500, -1500, -480, -70, 950, 1300, 3500])(
    'is found by what it refuses, with a clock that is %i s off',
    (seconds) => {
      const { world, clock } = computer(seconds * 1000);
      let refusals = 0;
      for (;;) {
        const ahead = (clock.time - world.time) / 1000;
        if (ahead >= -60 && ahead <= 900) break;
        expect(clock.refused(ahead < 0 ? 'slow' : 'fast', clock.reading)).toBe(true);
        refusals++;
      }
      expect(refusals).toBeLessThanOrEqual(8);
    },
  );

  it('is sought no further than an hour, and not again for the same connection', () => {
    const { world, clock } = computer(0);
    let tries = 0;
    while (clock.refused('slow', clock.reading)) tries++;
    expect(tries).toBeLessThan(10);
    expect(clock.time).toBe(world.time);
    expect(clock.refused('slow', clock.reading)).toBe(false);
    clock.told(world.time);
    expect(clock.refused('slow', clock.reading)).toBe(true);
  });

  it('moves once for all that was under way when it was refused', () => {
    const { world, clock } = computer(0);
    const { reading } = clock;
    for (let event = 0; event < 20; event++) expect(clock.refused('slow', reading)).toBe(true);
    expect(clock.time - world.time).toBe(120_000);
  });
});

it.each([
  ['invalid: ephemeral event expired', 'slow'],
  ['invalid: created_at too early', 'slow'],
  ['rejected: created_at is more than 60 seconds in the past', 'slow'],
  ['invalid: created_at too late', 'fast'],
  ['rejected: created_at is more than 900 seconds in the future', 'fast'],
  ['blocked: no', null],
  ['', null],
] as const)('%j says that an event is %s', (words, fault) => {
  expect(clockFaultOf(words)).toBe(fault);
});
