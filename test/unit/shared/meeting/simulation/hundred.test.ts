import { beforeAll, expect, it } from 'vitest';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { Crowd } from './crowd';
import { expectAgreement } from './expect-agreement';
import { comingsAndGoings, gathering, partition } from './scenario';
import { MILD } from './weather';
import { WHOLE } from './whole';

beforeAll(cryptoReady);

const size = WHOLE ? 100 : 20;

it(`${String(size)} people join, leave, vanish, are removed and come back, and all agree on list and keys`, () => {
  const crowd = new Crowd('hundred', 2 * size, MILD);
  expectAgreement(crowd, [...gathering(size), ...comingsAndGoings(size), partition(10_000, 0.3 * size)]);
  expect(crowd.here.length).toBeGreaterThanOrEqual(0.96 * size);
}, 900_000);
