/** All scenarios, in the order in which they are run. */
import type { Scenario } from '../scenario';
import { nat } from './nat';

export const scenarios: readonly Scenario[] = [nat];
