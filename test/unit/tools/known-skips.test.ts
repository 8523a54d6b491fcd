import { describe, expect, it } from 'vitest';
import { judgeSkips, knownSkips } from '../../tools/scripts/known-skips.mjs';
import { suites } from '../../tools/scripts/suites.mjs';

const skip = { suite: 'e2e', name: 'calls by pigeon', reason: 'no pigeon' };
const known = { suite: 'e2e', name: 'calls by pigeon', reason: 'pigeons are elsewhere' };

describe('skipped tests in CI', () => {
  it('pass where the list names them', () => {
    expect(judgeSkips([known], [skip], true)).toEqual([]);
  });

  it('fail where it does not', () => {
    expect(judgeSkips([], [skip], false)).toEqual([
      'e2e: "calls by pigeon" was skipped, and is not among the known skips.',
    ]);
    expect(judgeSkips([{ ...known, suite: 'unit' }], [skip], false)).toHaveLength(1);
    expect(judgeSkips([{ ...known, name: 'calls' }], [skip], false)).toHaveLength(1);
  });

  it('pass on the named runtime alone', () => {
    const onElectron = { ...known, runtime: 'electron' } as const;
    expect(judgeSkips([onElectron], [{ ...skip, runtime: 'electron' }], true)).toEqual([]);
    expect(judgeSkips([onElectron], [{ ...skip, runtime: 'stand-in' }], true)).toHaveLength(1);
  });

  it('are missed when they run after all, unless their runtime was not there', () => {
    expect(judgeSkips([known], [], true)).toEqual([
      'e2e: "calls by pigeon" is among the known skips, and was not skipped.',
    ]);
    expect(judgeSkips([{ ...known, runtime: 'electron' }], [], true)).toEqual([]);
    expect(judgeSkips([{ ...known, mayRun: true }], [], true)).toEqual([]);
    expect(judgeSkips([known], [], false)).toEqual([]);
  });
});

it('the list gives a reason for each, in a suite that there is', () => {
  const names = suites.map(({ name }) => name);
  for (const { suite, reason } of knownSkips) {
    expect(names).toContain(suite);
    expect(reason).toMatch(/\w+ \w+/);
  }
});
