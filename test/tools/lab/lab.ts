/**
 * `npm run lab -- [SCENARIO…] [--json] [--short]`: networks of this computer's own, and the real app in them. With
 * --short a scenario of many parts plays those that tell most. Progress goes to stderr; the last line of stdout is the result. Exit 1 if something that must hold does not, 2 if there can be no lab.
 */
import { parseArgs } from 'node:util';
import { obstacle, removeStale } from './namespaces';
import { reportOf } from './report';
import { runScenario } from './run-scenario';
import type { Outcome, Scenario } from './scenario';
import { scenarios } from './scenarios';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function chosen(names: readonly string[]): Scenario[] {
  const unknown = names.filter((name) => !scenarios.some((scenario) => scenario.name === name));
  if (unknown.length === 0) return scenarios.filter(({ name }) => names.length === 0 || names.includes(name));
  const known = scenarios.map(({ name }) => name).join(', ');
  throw new Error(`There is no scenario ${unknown.join(', ')}. There are: ${known}.`);
}

interface Flags {
  json: boolean;
  short: boolean;
}

async function run(names: readonly string[], flags: Flags): Promise<number> {
  const wanted = chosen(names);
  const why = obstacle();
  if (why !== null) {
    say(`There can be no lab here: ${why}.`);
    return 2;
  }
  removeStale();
  const outcomes: [string, Outcome][] = [];
  for (const scenario of wanted)
    outcomes.push([scenario.name, await runScenario(scenario, { isShort: flags.short, say })]);
  const { json, problems } = reportOf(outcomes);
  for (const problem of problems) say(`Does not hold: ${problem}.`);
  console.log(flags.json ? JSON.stringify(json) : JSON.stringify(json, null, 2));
  return problems.length === 0 ? 0 : 1;
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, short: { type: 'boolean', default: false } },
  allowPositionals: true,
});
try {
  process.exitCode = await run(positionals, values);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
