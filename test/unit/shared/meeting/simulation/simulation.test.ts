import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ascii, toHex, uintBE } from '../../../../../shared/bytes';
import { blake2b256, cryptoReady } from '../../../../../shared/crypto/sodium';
import { opens } from './agreement';
import { WHOLE } from './whole';
import { expectAgreement } from './expect-agreement';
import { Crowd } from './crowd';
import {
  comingsAndGoings,
  gathering,
  partition,
  playThrough,
  relayOutage,
  withoutKeepers,
  type Chapter,
} from './scenario';

beforeAll(cryptoReady);
vi.setConfig({ testTimeout: 600_000 });

const everything = (size: number): Chapter[] => [
  ...gathering(size),
  ...comingsAndGoings(size),
  partition(10_000, 20),
  partition(50_000, 150),
  relayOutage,
  ...withoutKeepers,
];

describe('a simulated meeting', () => {
  const size = WHOLE ? 12 : 8;
  it.each(WHOLE ? ['ash', 'birch', 'cedar', 'elm'] : ['ash'])(
    `of ${String(size)}, seed %s: all agree again after whatever happens`,
    (seed) => {
      expectAgreement(new Crowd(seed, 40), everything(size));
    },
  );

  if (WHOLE)
    it('of 25: the same', () => {
      expectAgreement(new Crowd('fir', 80), everything(25));
    });

  it('opens frames of everybody inside, and none for those who are gone', async () => {
    const crowd = new Crowd('frames', 30);
    expectAgreement(crowd, [...gathering(8), ...comingsAndGoings(8)]);
    const gone = crowd.all.filter(({ fate }) => fate !== 'wants-in');
    expect(gone.length).toBeGreaterThan(2);
    for (const sender of crowd.here) {
      for (const receiver of crowd.here)
        if (receiver !== sender) expect(await opens(crowd, sender, receiver)).toBe(true);
      for (const receiver of gone) expect(await opens(crowd, sender, receiver)).toBe(false);
    }
  });

  it('says nothing to the relay while nothing happens, and leaves nothing behind when all have left', () => {
    const crowd = new Crowd('quiet', 30);
    expectAgreement(crowd, [...gathering(8), ...comingsAndGoings(8), partition(50_000, 150)]);
    const before = crowd.world.bus.seen.length;
    crowd.run(120_000);
    expect(crowd.world.bus.seen.length).toBe(before);
    for (const one of crowd.here) crowd.leave(one);
    const running = crowd.all.filter(({ fate }) => fate === 'left').map(({ person }) => person.timers());
    expect(Math.max(...running)).toBe(0);
    expect(crowd.world.bus.rooms).toBe(0);
  });

  it('is the same again with the same seed, and another with another', () => {
    const digestOf = (seed: string): string => {
      const crowd = new Crowd(seed, 30);
      const seen: Uint8Array[] = [];
      crowd.world.network.onSent = (bytes) =>
        seen.push(uintBE((crowd.world.scheduler.now() % 2 ** 31) | 0, 6), bytes.slice(0, 40));
      playThrough(crowd, [...gathering(6), ...comingsAndGoings(6)]);
      return toHex(blake2b256([ascii('run'), ...seen, ...crowd.world.bus.seen.map(({ bytes }) => bytes)]));
    };
    expect(digestOf('once')).toBe(digestOf('once'));
    expect(digestOf('once')).not.toBe(digestOf('again'));
  });
});
