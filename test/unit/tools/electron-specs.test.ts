import { expect, it } from 'vitest';
import {
  allSpecs,
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
