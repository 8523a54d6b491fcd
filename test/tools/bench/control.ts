/** Control messages of one join, in simulated meetings of several sizes: a count, not a time. */
import { cryptoReady } from '../../../shared/crypto/sodium';
import { measureJoins, type JoinCost } from '../../unit/shared/meeting/simulation/cost';

const SIZES = [10, 20, 40, 80];

export async function benchControl(): Promise<JoinCost[]> {
  await cryptoReady();
  return measureJoins(SIZES);
}
