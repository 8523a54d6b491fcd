import { beforeAll, expect, it } from 'vitest';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { measureJoins, tableOf } from './cost';
import { WHOLE } from './whole';

beforeAll(cryptoReady);

/** Twice as many people may cost this much more: a little slack for what goes on beside. */
const TWICE = 2.2;

it('a join costs control messages in proportion to the people inside, and no more', () => {
  const costs = measureJoins(WHOLE ? [10, 20, 40, 80] : [12, 24]);
  console.log(tableOf(costs));
  costs.forEach((cost, index) => {
    const half = costs[index - 1];
    if (!half) return;
    expect(cost.linkMessages / half.linkMessages).toBeLessThanOrEqual(TWICE);
    expect(cost.linkBytes / half.linkBytes).toBeLessThanOrEqual(TWICE);
    expect(cost.relayMessages).toBeLessThanOrEqual(half.relayMessages + 2);
  });
}, 600_000);
