/** What a scenario of the lab is: a play on a stage that ends with figures, and with what is wrong with them. */
import type { Stage } from './stage';
import type { LanPlan } from './plan';

export interface Outcome {
  part: Record<string, unknown>;
  /** What had to hold and does not, in words; nothing if all is well. */
  problems: string[];
}

export interface Scenario {
  name: string;
  /** It is broken off after so long. */
  limitMs: number;
  run: (lab: Lab) => Promise<Outcome>;
}

export interface Lab {
  /** Whether a scenario of many parts plays only those that tell most. */
  isShort: boolean;
  /** Progress, for people. */
  say: (line: string) => void;
  /** A network of its own, which ends with the scenario. */
  stage: (lans: readonly LanPlan[]) => Stage;
}
