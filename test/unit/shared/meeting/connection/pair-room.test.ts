import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { derivePairRoom } from '../../../../../shared/invite/key-schedule';
import { Allowance } from '../../../../../shared/meeting/limits/rate-limit';
import { PairRoom } from '../../../../../shared/meeting/connection/pair-room';
import { MAX_MESSAGE_LENGTH } from '../../../../../shared/wire/envelope';
import { Bus } from '../../../../support/world/bus';
import { seededRandom } from '../../../../support/world/random';
import { Scheduler } from '../../../../support/world/scheduler';

beforeAll(cryptoReady);

describe("the pair's room", () => {
  const scheduler = new Scheduler();
  const random = seededRandom('room');

  it('carries frames of the other, of four envelopes at most, and nothing before it is joined or after', () => {
    const bus = new Bus(scheduler, random);
    const [alice, bob, carol] = [random(16), random(16), random(16)];
    const room = derivePairRoom(random(64), random(64), 'initiator');
    const received: Uint8Array[] = [];
    const end = (self: Uint8Array, theirs: Uint8Array): PairRoom =>
      new PairRoom(room, self, theirs, { joinRoom: (...all) => bus.join(...all) }, (frame) =>
        received.push(frame),
      );
    const mine = end(alice, bob);
    const theirs = end(bob, alice);
    const stranger = end(carol, alice);
    const frame = random(60);
    theirs.publish(frame);
    expect(bus.seen).toHaveLength(0);
    for (const one of [mine, theirs, stranger]) one.join();
    theirs.publish(frame);
    stranger.publish(random(60));
    theirs.publish(new Uint8Array(MAX_MESSAGE_LENGTH));
    theirs.publish(new Uint8Array(MAX_MESSAGE_LENGTH + 1));
    scheduler.run(1000);
    expect(received).toEqual([frame, new Uint8Array(MAX_MESSAGE_LENGTH)]);
    const parcels = bus.seen.length;
    for (const one of [mine, theirs, stranger]) one.leave();
    expect(bus.rooms).toBe(0);
    theirs.publish(frame);
    expect(bus.seen).toHaveLength(parcels);
  });
});

describe('an allowance', () => {
  it('is used up, comes back one by one, never grows beyond itself, and survives a clock that is set back', () => {
    let now = 1_000_000;
    const allowance = new Allowance(3, 1000, () => now);
    const takeAll = (): number => {
      let taken = 0;
      while (allowance.take()) taken++;
      return taken;
    };
    expect(takeAll()).toBe(3);
    now += 999;
    expect(takeAll()).toBe(0);
    now += 1;
    expect(takeAll()).toBe(1);
    now += 60_000;
    expect(takeAll()).toBe(3);
    now -= 500_000;
    expect(takeAll()).toBe(0);
    now += 1000;
    expect(takeAll()).toBe(1);
  });
});
