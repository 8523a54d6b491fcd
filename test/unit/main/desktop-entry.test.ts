import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ENTRY_NAME, ensureDesktopEntry } from '../../../main/desktop-entry';

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(os.tmpdir(), 'vigil-entry-'));
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true, maxRetries: 20 });
});

const entryIn = (folder: string): string => path.join(place, folder, 'applications', ENTRY_NAME);
const ensure = (program: string, env: NodeJS.ProcessEnv = {}, platform: NodeJS.Platform = 'linux'): boolean =>
  ensureDesktopEntry({
    platform,
    env: { XDG_DATA_DIRS: path.join(place, 'shared'), ...env },
    home: place,
    program,
  });

it('an app that no package has installed makes an entry, which follows it to where it lies', () => {
  expect(ensure('/opt/one/vigil')).toBe(true);
  const entry = readFileSync(entryIn('.local/share'), 'utf8');
  expect(entry).toContain('\nExec="/opt/one/vigil" %U\n');
  expect(entry).toContain('x-scheme-handler/vigil;');
  expect(ensure('/opt/two/vigil', { APPIMAGE: '/home/x/My "50%" $Vigil.AppImage' })).toBe(true);
  expect(readFileSync(entryIn('.local/share'), 'utf8')).toContain(
    String.raw`Exec="/home/x/My \\"50%%\\" \\$Vigil.AppImage" %U`,
  );
  expect(ensure('/opt/one/vigil', { XDG_DATA_HOME: path.join(place, 'own') })).toBe(true);
  expect(readFileSync(entryIn('own'), 'utf8')).toBe(entry);
});

it('an installed one is left alone, and other systems have none', () => {
  mkdirSync(path.dirname(entryIn('shared')), { recursive: true });
  writeFileSync(entryIn('shared'), 'installed');
  expect(ensure('/opt/one/vigil')).toBe(true);
  expect(() => readFileSync(entryIn('.local/share'))).toThrow();
  expect(ensure('/opt/one/vigil', { XDG_DATA_DIRS: '' }, 'darwin')).toBe(true);
  expect(() => readFileSync(entryIn('.local/share'))).toThrow();
});

it('where none can be made, it is told', () => {
  writeFileSync(path.join(place, 'file'), '');
  expect(ensure('/opt/one/vigil', { XDG_DATA_HOME: path.join(place, 'file') })).toBe(false);
  expect(ensure('/opt/one\nExec=other/vigil')).toBe(false);
});
