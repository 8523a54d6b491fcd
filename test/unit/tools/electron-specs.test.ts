import { expect, it } from 'vitest';
import { allSpecs, filesOf, isDivided, specsOnElectron } from '../../tools/scripts/electron-specs.mjs';
import { suites } from '../../tools/scripts/suites.mjs';

it('the specs that are named for Electron exist', () => {
  expect(allSpecs()).toEqual(expect.arrayContaining(specsOnElectron));
});

it('divided or not, every spec runs once', () => {
  const parts = suites.find(({ name }) => name === 'e2e')?.parts ?? [];
  expect(parts.map(({ runtime }) => runtime)).toEqual(['electron', 'stand-in']);
  expect(parts.flatMap(({ args }) => args()).sort()).toEqual(filesOf(allSpecs()).sort());
});

it('the work is divided where an Electron is named and no runtime is chosen', () => {
  expect(isDivided({ VIGIL_ELECTRON: '/opt/electron' }, 'linux')).toBe(true);
  expect(isDivided({}, 'linux')).toBe(false);
  expect(isDivided({ VIGIL_ELECTRON: '' }, 'linux')).toBe(false);
  expect(isDivided({ VIGIL_ELECTRON: '/opt/electron', VIGIL_RUNTIME: 'electron' }, 'linux')).toBe(false);
  // There is no stand-in.
  expect(isDivided({ VIGIL_ELECTRON: 'C:\\electron' }, 'win32')).toBe(false);
});
