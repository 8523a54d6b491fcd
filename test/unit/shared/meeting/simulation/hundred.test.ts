import { beforeAll, expect, it } from 'vitest';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { Crowd } from './crowd';
import { expectAgreement } from './expect-agreement';
import { comingsAndGoings, gathering, partition } from './scenario';
import { MILD } from './weather';

beforeAll(cryptoReady);

it('a hundred people join, leave, vanish, are removed and come back, and all agree on list and keys', () => {
  const size = 100;
  const crowd = new Crowd('hundred', 2 * size, MILD);
  expectAgreement(crowd, [...gathering(size), ...comingsAndGoings(size), partition(10_000, 30)]);
  expect(crowd.here.length).toBeGreaterThan(95);
}, 900_000);
