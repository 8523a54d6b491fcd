import { beforeAll, expect, it } from 'vitest';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { Crowd } from './crowd';
import { expectAgreement } from './expect-agreement';
import { comingsAndGoings, gathering, partition, renewal } from './scenario';
import { MILD } from './weather';
import { WHOLE } from './whole';

beforeAll(cryptoReady);

const size = WHOLE ? 100 : 16;

it(`${String(size)} people join, leave, vanish, are removed and come back, and all agree on list and keys`, () => {
  const crowd = new Crowd('hundred', 2 * size, MILD);
  expectAgreement(crowd, [...gathering(size), ...comingsAndGoings(size), partition(10_000, 0.3 * size)]);
  expect(crowd.here.length).toBeGreaterThanOrEqual(0.96 * size);
}, 900_000);

it(`${String(size)} people renew all keys, twice, and agree on list and keys`, () => {
  const crowd = new Crowd('renewals of many', 2 * size, MILD);
  expectAgreement(crowd, gathering(size));
  const generations = (): Map<string, number> =>
    new Map(
      crowd.inside.map(({ person: { peerId } }) => [peerId, crowd.chest.sealing(peerId)?.generation ?? -1]),
    );
  for (let round = 0; round < 2; round++) {
    const before = generations();
    expectAgreement(crowd, [renewal(0.3 * size)]);
    for (const [peerId, generation] of generations())
      expect(generation).toBeGreaterThan(before.get(peerId) ?? Infinity);
  }
}, 900_000);
