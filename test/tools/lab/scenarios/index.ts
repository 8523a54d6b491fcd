/** All scenarios, in the order in which they are run. */
import type { Scenario } from '../scenario';
import { cutOff } from './cut-off';
import { flood } from './flood';
import { killMatrix } from './kill-matrix';
import { linkability } from './linkability';
import { loss } from './loss';
import { nat } from './nat';
import { privateMode } from './private-mode';
import { serversKilled } from './servers-killed';
import { volunteer } from './volunteer';

export const scenarios: readonly Scenario[] = [
  killMatrix,
  serversKilled,
  nat,
  cutOff,
  linkability,
  privateMode,
  loss,
  flood,
  volunteer,
];
