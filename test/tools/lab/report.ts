/** Puts the scenarios' parts together. Pure. */
import type { Outcome } from './scenario';

export interface Report {
  json: Record<string, unknown>;
  problems: string[];
}

export function reportOf(outcomes: readonly (readonly [name: string, outcome: Outcome])[]): Report {
  return {
    json: Object.fromEntries(outcomes.map(([name, { part }]) => [name, part])),
    problems: outcomes.flatMap(([name, { problems }]) => problems.map((problem) => `${name}: ${problem}`)),
  };
}

/** The middle of the values, in whole numbers; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? null : Math.round(middle);
}
