import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ascii, concat, toHex } from '../../../../shared/bytes';
import { blake2b256, cryptoReady } from '../../../../shared/crypto/sodium';
import {
  comparePositions,
  keyIdOf,
  MAX_GENERATION,
  MAX_KEY_ID,
  MAX_STEP,
  readKeyId,
} from '../../../../shared/media/key-id';
import { keyMessageSchema, type KeyMessage } from '../../../../shared/media/key-messages';
import { baseKeyFrom, nextBaseKey, ratchetBy, trackKeyOf } from '../../../../shared/media/ratchet';
import {
  Generations,
  PREPARED_MS,
  RENEWED_WITHIN_MS,
  SenderKeys,
  STEP_INTERVAL_MS,
} from '../../../../shared/media/sender-keys';
import { decodeCbor, encodeCbor } from '../../../../shared/wire/cbor';
import { seededRandom } from '../../../support/world/random';
import { Scheduler } from '../../../support/world/scheduler';

beforeAll(cryptoReady);

describe('a key id', () => {
  it('holds generation, step and track, and sorts by the first two', () => {
    const part = fc.record({
      generation: fc.nat({ max: MAX_GENERATION }),
      step: fc.nat({ max: MAX_STEP }),
      track: fc.nat({ max: 15 }),
    });
    fc.assert(
      fc.property(part, part, (a, b) => {
        const [one, two] = [keyIdOf(a, a.track), keyIdOf(b, b.track)];
        expect(BigInt(one)).toBe((BigInt(a.generation) << 12n) | BigInt((a.step << 4) | a.track));
        expect(readKeyId(one)).toEqual(a);
        const order = Math.sign(comparePositions(a, b));
        if (order !== 0) expect(Math.sign(one - two)).toBe(order);
      }),
    );
    expect(keyIdOf({ generation: MAX_GENERATION, step: 255 }, 15)).toBe(MAX_KEY_ID);
    expect(MAX_KEY_ID).toBe(2 ** 44 - 1);
  });

  it.each([
    [-1, 0, 0],
    [MAX_GENERATION + 1, 0, 0],
    [0.5, 0, 0],
    [0, 256, 0],
    [0, -1, 0],
    [0, 0, 16],
    [Number.NaN, 0, 0],
  ])('refuses generation %d, step %d, track %d', (generation, step, track) => {
    expect(() => keyIdOf({ generation, step }, track)).toThrow(RangeError);
  });
});

describe('the ratchet', () => {
  it('is BLAKE2b-256 under the base key, with the labels of the protocol', () => {
    const base = baseKeyFrom(seededRandom('base')(32));
    expect(nextBaseKey(base)).toEqual(blake2b256([ascii('vigil-ratchet-1')], base));
    expect(trackKeyOf(base, 1)).toEqual(blake2b256([concat(ascii('vigil-track-1'), Uint8Array.of(1))], base));
    expect(ratchetBy(base, 3)).toEqual(nextBaseKey(nextBaseKey(nextBaseKey(base))));
    expect(ratchetBy(base, 0)).toEqual(base);
    expect(ratchetBy(base, 0)).not.toBe(base);
    expect(() => baseKeyFrom(new Uint8Array(31))).toThrow(RangeError);
  });
});

describe('a key message', () => {
  const good = { t: 'key', generation: 5, step: 255, key: new Uint8Array(32) } as const;

  it('survives CBOR and its schema', () => {
    expect(keyMessageSchema.parse(decodeCbor(encodeCbor(good)))).toEqual(good);
  });

  it.each([
    { ...good, generation: MAX_GENERATION + 1 },
    { ...good, generation: -1 },
    { ...good, step: 256 },
    { ...good, step: 1.5 },
    { ...good, key: new Uint8Array(31) },
    { ...good, key: 'k' },
    { ...good, t: 'keys' },
  ])('of another shape is refused (%#)', (message) => {
    expect(keyMessageSchema.safeParse(message).success).toBe(false);
  });
});

interface Sender {
  scheduler: Scheduler;
  keys: SenderKeys;
  /** `worker:generation.step`, in order. */
  used: string[];
  told: { to: string; at: string; key: string }[];
}

/** @param clock of the computer, by the scheduler's time. */
function sender(generations = new Generations(), clock = (time: number): number => time): Sender {
  const scheduler = new Scheduler();
  // As main hands them all: what a computer's clock says is none of the keys' business.
  const ports = {
    wall: () => clock(scheduler.now()),
    steady: scheduler.steady,
    timer: scheduler.timer,
    random: seededRandom('sender'),
  };
  const used: string[] = [];
  const told: Sender['told'] = [];
  const keys = new SenderKeys(generations, ports, {
    use: (worker, { generation, step }) => used.push(`${worker}:${generation}.${step}`),
    tell: (to, { generation, step, key }: KeyMessage) =>
      told.push({ to, at: `${generation}.${step}`, key: toHex(key) }),
  });
  return { scheduler, keys, used, told };
}

const heard = ({ told }: Sender): string[] => told.map(({ to, at }) => `${to} ${at}`);

describe('the keys of a sender', () => {
  it('wait for a worker', () => {
    const alice = sender();
    alice.keys.join('bob');
    expect(alice.told).toEqual([]);
    alice.keys.workerStarted(7);
    expect(heard(alice)).toEqual(['bob 0.0']);
    expect(alice.used).toEqual(['7:0.0']);
  });

  it('make a step for a newcomer, which the others find themselves', () => {
    const alice = sender();
    alice.keys.workerStarted(7);
    alice.keys.join('bob');
    alice.scheduler.run(10_000);
    alice.keys.join('carol');
    expect(heard(alice)).toEqual(['bob 0.0', 'carol 0.1']);
    expect(alice.used).toEqual(['7:0.0', '7:0.1']);
    const [bob, carol] = alice.told;
    expect(carol?.key).not.toBe(bob?.key);
  });

  describe('follow the renewal of channels', () => {
    function three(): Sender {
      const alice = sender();
      alice.keys.workerStarted(7);
      alice.keys.join('bob');
      alice.scheduler.run(10_000);
      alice.keys.join('carol');
      alice.scheduler.run(10_000);
      alice.told.length = alice.used.length = 0;
      return alice;
    }

    it('when all are renewed: told to all at once, used two seconds later', () => {
      const alice = three();
      alice.keys.renewed('bob');
      expect(heard(alice)).toEqual([]);
      alice.keys.renewed('carol');
      expect(heard(alice)).toEqual(['bob 1.0', 'carol 1.0']);
      alice.scheduler.run(PREPARED_MS - 1);
      expect(alice.used).toEqual([]);
      alice.scheduler.run(1);
      expect(alice.used).toEqual(['7:1.0']);
    });

    it('when somebody is not renewed for ten minutes', () => {
      const alice = three();
      alice.keys.renewed('bob');
      alice.scheduler.run(RENEWED_WITHIN_MS);
      expect(heard(alice)).toEqual(['bob 1.0', 'carol 1.0']);
    });

    it('and give whoever joins, asks or stays after somebody left meanwhile a key that is used', () => {
      const joined = three();
      joined.keys.renewed('bob');
      joined.keys.renewed('carol');
      joined.keys.join('dave');
      expect(joined.used).toEqual(['7:1.0', '7:1.1']);
      expect(heard(joined).at(-1)).toBe('dave 1.1');

      const asked = three();
      asked.keys.renewed('bob');
      asked.keys.renewed('carol');
      asked.keys.join('bob');
      expect(heard(asked).slice(2)).toEqual(['bob 0.1', 'bob 1.0']);

      const left = three();
      left.keys.renewed('bob');
      left.keys.renewed('carol');
      left.keys.leave('carol');
      left.scheduler.run(10_000);
      expect(left.used).toEqual(['7:2.0']);
      expect(heard(left).at(-1)).toBe('bob 2.0');
    });

    it('and not for somebody who has no key', () => {
      const alice = three();
      alice.keys.renewed('mallory');
      alice.scheduler.run(2 * RENEWED_WITHIN_MS);
      expect(heard(alice)).toEqual([]);
    });
  });

  it('share one step among joins within 500 ms', () => {
    const alice = sender();
    alice.keys.workerStarted(7);
    alice.keys.join('bob');
    alice.scheduler.run(10_000);
    alice.keys.join('carol');
    for (const name of ['dave', 'erin', 'frank']) {
      alice.scheduler.run(100);
      alice.keys.join(name);
    }
    expect(heard(alice)).toEqual(['bob 0.0', 'carol 0.1']);
    alice.scheduler.run(STEP_INTERVAL_MS - 300);
    expect(heard(alice).slice(2)).toEqual(['dave 0.2', 'erin 0.2', 'frank 0.2']);
    expect(alice.used).toEqual(['7:0.0', '7:0.1', '7:0.2']);
    alice.scheduler.run(60_000);
    expect(alice.used).toHaveLength(3);
  });

  it.each([-3_600_000, -1, 3_600_000])(
    'come to a newcomer within 500 ms of the last step, though the clock was set by %i ms',
    (set) => {
      let ahead = 0;
      const alice = sender(new Generations(), (time) => time + ahead);
      alice.keys.workerStarted(7);
      alice.keys.join('bob');
      alice.scheduler.run(10_000);
      alice.keys.join('carol');
      alice.scheduler.run(100);
      ahead = set;
      alice.keys.join('dave');
      alice.scheduler.run(STEP_INTERVAL_MS - 101);
      expect(heard(alice)).toEqual(['bob 0.0', 'carol 0.1']);
      alice.scheduler.run(1);
      expect(heard(alice).slice(2)).toEqual(['dave 0.2']);
    },
  );

  it('never give a key under which something may have been sealed before the join', () => {
    // From the moment that anybody has a key, frames are sealed under it.
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            wait: fc.nat({ max: 700 }),
            who: fc.nat({ max: 6 }),
            what: fc.constantFrom('join', 'leave'),
          }),
          { maxLength: 60 },
        ),
        (story) => {
          const alice = sender();
          alice.keys.workerStarted(7);
          const joinedAt = new Map<string, number>();
          const aliveSince = new Map<string, number>();
          const steps: number[] = [];
          let seen = 0;
          const look = (): void => {
            for (const { to, at } of alice.told.slice(seen)) {
              const since = aliveSince.get(at) ?? alice.scheduler.now();
              if (!aliveSince.has(at)) {
                aliveSince.set(at, since);
                if (!at.endsWith('.0')) steps.push(since);
              }
              expect(since).toBeGreaterThanOrEqual(joinedAt.get(to) ?? Infinity);
            }
            seen = alice.told.length;
          };
          for (const { wait, who, what } of story) {
            for (let tick = 0; tick < wait; tick += 50) {
              alice.scheduler.run(50);
              look();
            }
            const name = `p${String(who)}`;
            if (what === 'leave') {
              joinedAt.delete(name);
              alice.keys.leave(name);
            } else if (!joinedAt.has(name)) {
              joinedAt.set(name, alice.scheduler.now());
              alice.keys.join(name);
            }
            look();
          }
          expect(alice.used).toEqual([...new Set(alice.used)]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are new when somebody leaves, at once, for all who stay and wait', () => {
    const alice = sender();
    alice.keys.workerStarted(7);
    for (const name of ['bob', 'carol', 'dave']) alice.keys.join(name);
    expect(heard(alice)).toEqual(['bob 0.0', 'carol 0.1']);
    alice.keys.leave('bob');
    expect(heard(alice).slice(2)).toEqual(['carol 1.0', 'dave 1.0']);
    expect(alice.used.at(-1)).toBe('7:1.0');
    expect(new Set(alice.told.map(({ key }) => key)).size).toBe(3);
    alice.keys.leave('nobody');
    expect(alice.used).toHaveLength(3);
  });

  it('are new after step 255', () => {
    const alice = sender();
    alice.keys.workerStarted(7);
    for (let count = 0; count <= 256; count++) {
      alice.keys.join(`p${String(count)}`);
      alice.scheduler.run(STEP_INTERVAL_MS);
    }
    expect(alice.used.slice(-2)).toEqual(['7:0.255', '7:1.0']);
    expect(alice.told.filter(({ at }) => at === '1.0')).toHaveLength(257);
  });

  it('are new for every worker, and numbers never come again in a run', () => {
    const generations = new Generations();
    const first = sender(generations);
    first.keys.workerStarted(7);
    first.keys.join('bob');
    first.keys.workerLost(7);
    first.keys.join('carol');
    expect(heard(first)).toEqual(['bob 0.0']);
    first.keys.workerStarted(8);
    expect(heard(first).slice(1).sort()).toEqual(['bob 1.0', 'carol 1.0']);
    first.keys.workerLost(7);
    first.keys.spent(0);
    expect(first.used).toEqual(['7:0.0', '8:1.0']);
    first.keys.spent(1);
    expect(first.used.at(-1)).toBe('8:2.0');
    first.keys.stop();
    const second = sender(generations);
    second.keys.workerStarted(8);
    expect(second.used).toEqual(['8:3.0']);
  });

  it('are told again to a member whose link was lost', () => {
    const alice = sender();
    alice.keys.workerStarted(7);
    alice.keys.join('bob');
    alice.keys.join('bob');
    expect(heard(alice)).toEqual(['bob 0.0', 'bob 0.0']);
    expect(alice.used).toHaveLength(1);
  });

  it('end with the meeting', () => {
    const alice = sender();
    alice.keys.workerStarted(7);
    for (const name of ['bob', 'carol', 'dave']) alice.keys.join(name);
    alice.keys.stop();
    const { length } = alice.told;
    alice.scheduler.run(10_000);
    alice.keys.join('erin');
    alice.keys.leave('bob');
    alice.keys.workerStarted(9);
    expect(alice.told).toHaveLength(length);
  });
});
