import { expect, it } from 'vitest';
import {
  allSpecs,
  callsOfPlaywright,
  filesOf,
  isDivided,
  slowSpecs,
  specsOnElectron,
} from '../../tools/scripts/electron-specs.mjs';
import { suites } from '../../tools/scripts/suites.mjs';

it('the specs that are named exist, and none for Electron is slow', () => {
  expect(allSpecs()).toEqual(expect.arrayContaining([...specsOnElectron, ...slowSpecs]));
  expect(slowSpecs.filter((name) => specsOnElectron.includes(name))).toEqual([]);
});

it('divided or not, every spec but the slow ones runs once', () => {
  const { parts = [], usual } = suites.find(({ name }) => name === 'e2e') ?? {};
  expect(parts.map(({ runtime }) => runtime)).toEqual(['electron', 'stand-in']);
  const once = filesOf(allSpecs().filter((name) => !slowSpecs.includes(name))).sort();
  expect(parts.flatMap(({ args }) => args()).sort()).toEqual(once);
  expect(usual?.().sort()).toEqual(once);
});

it('the work is divided where an Electron is named and no runtime is chosen', () => {
  expect(isDivided({ VIGIL_ELECTRON: '/opt/electron' }, 'linux')).toBe(true);
  expect(isDivided({}, 'linux')).toBe(false);
  expect(isDivided({ VIGIL_ELECTRON: '' }, 'linux')).toBe(false);
  expect(isDivided({ VIGIL_ELECTRON: '/opt/electron', VIGIL_RUNTIME: 'electron' }, 'linux')).toBe(false);
  // There is no stand-in.
  expect(isDivided({ VIGIL_ELECTRON: 'C:\\electron' }, 'win32')).toBe(false);
});

it('of many specs those that measure run alone and the others two at a time, each once', () => {
  for (const args of [[], filesOf(specsOnElectron), filesOf(['share', 'call', 'sound'])]) {
    const calls = callsOfPlaywright(args);
    const files = calls.flatMap(({ args: own }) => own.filter((word) => !word.startsWith('--')));
    expect(files.sort()).toEqual([...(args.length === 0 ? filesOf(allSpecs()) : args)].sort());
    expect(new Set(calls.map(({ part }) => part)).size).toBe(calls.length);
    for (const { args: own } of calls)
      expect(own.includes('--workers=2')).toBe(!own.includes('test/e2e/share.spec.ts') && own.length > 1);
  }
  expect(callsOfPlaywright(filesOf(['call']))).toEqual([{ part: '', args: filesOf(['call']) }]);
  expect(callsOfPlaywright(['e2e/call', '-g', 'mute'])).toEqual([
    { part: '', args: ['e2e/call', '-g', 'mute'] },
  ]);
});
