/** One run of Vitest over some files, with at most one protection taken out. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageScript } from '../scripts/paths.mjs';
import { runNode } from '../scripts/processes.mjs';

/** Whatever is taken out, tests end within their own limits. */
const LIMIT_MS = 180_000;
const BASELINE_LIMIT_MS = 600_000;

export interface TestRunOptions {
  /** Below test/. */
  files: readonly string[];
  only: string | undefined;
  /** The name of a protection; null: everything is in place. */
  takenOut: string | null;
  /** Where its report may stand. */
  report: string;
}

export interface TestRun {
  /** Full names of tests that ran and failed. */
  failed: string[];
  passed: number;
  /** Why the run proves nothing: a file that could not be loaded, no report, no end. */
  trouble: string | null;
}

/** Of Vitest's JSON reporter. */
interface Report {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[];
  }[];
}

/** What a snippet leads to that does not fit where it stands, and no protection's absence. */
const BROKEN = /\b(?:ReferenceError|SyntaxError)\b/;

export async function runTests({ files, only, takenOut, report }: TestRunOptions): Promise<TestRun> {
  const args = ['run', '--config', 'test/tools/mutate/vitest.config.ts', '--reporter=json'];
  args.push(`--outputFile=${report}`, ...(takenOut === null ? [] : ['--bail=1']));
  if (only !== undefined) args.push('-t', only);
  args.push(...files.map((file) => path.posix.join('test', file)));
  const { code, output } = await runNode([packageScript('vitest/vitest.mjs'), ...args], {
    env: takenOut === null ? {} : { VIGIL_TAKEN_OUT: takenOut },
    timeoutMs: takenOut === null ? BASELINE_LIMIT_MS : LIMIT_MS,
    output: 'keep',
  });
  if (!existsSync(report)) return { failed: [], passed: 0, trouble: lastOf(output) };
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.filter(({ status }) => status === 'failed');
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const broken = [
    ...testResults.flatMap(({ status, message }) => (status === 'failed' && message !== '' ? [message] : [])),
    ...failed.flatMap(({ failureMessages }) => failureMessages ?? []).filter((text) => BROKEN.test(text)),
  ];
  const isUnexplained = code !== 0 && failed.length === 0;
  const trouble = broken[0] ?? (isUnexplained ? lastOf(output) : null);
  return { failed: failed.map(({ fullName }) => fullName), passed, trouble };
}

function lastOf(output: string): string {
  return output.trim().split('\n').slice(-6).join('\n');
}
