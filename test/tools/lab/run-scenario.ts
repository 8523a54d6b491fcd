/** Runs one scenario within its time; whatever it has put on stage ends with it. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../scripts/paths.mjs';
import type { Outcome, Scenario } from './scenario';
import { Stage } from './stage';

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done in ${String(limitMs / 1000)} s`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export interface RunOptions {
  isShort: boolean;
  say: (line: string) => void;
}

export async function runScenario(scenario: Scenario, { isShort, say }: RunOptions): Promise<Outcome> {
  const stages: Stage[] = [];
  const started = performance.now();
  const tell = (line: string): void => {
    say(`${scenario.name}, ${((performance.now() - started) / 1000).toFixed(1)} s: ${line}`);
  };
  try {
    const work = scenario.run({
      isShort,
      say: tell,
      stage: (lans) => {
        const stage = new Stage(lans);
        stages.push(stage);
        return stage;
      },
    });
    const outcome = await within(scenario.limitMs, work);
    tell(outcome.problems.length === 0 ? 'all is well.' : `FAILED. ${outcome.problems.join('; ')}`);
    return outcome;
  } catch (error) {
    const folder = path.join(root, 'test-results', `lab-${scenario.name}`);
    mkdirSync(folder, { recursive: true });
    await Promise.all(stages.map((stage) => stage.pictures(folder)));
    tell(`broken off: ${words(error)}`);
    return { part: { error: words(error) }, problems: [words(error)] };
  } finally {
    await Promise.all(stages.map((stage) => stage.end()));
  }
}
