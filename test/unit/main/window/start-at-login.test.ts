import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const app = vi.hoisted(() => ({ isPackaged: true, folder: '', getPath: () => app.folder }));
vi.mock('electron', () => ({ app }));
const { autostartEntry, setStartAtLogin, startsAtLogin } =
  await import('../../../../main/window/start-at-login');

const onLinux = process.platform === 'linux';

beforeEach(() => {
  app.isPackaged = true;
  app.folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-login-'));
});
afterEach(() => {
  rmSync(app.folder, { recursive: true });
});

it.runIf(onLinux)('is written down where desktops look for it, and taken away again', () => {
  expect(startsAtLogin(null)).toBe(false);
  setStartAtLogin(null, true);
  expect(startsAtLogin(null)).toBe(true);
  const file = path.join(app.folder, 'autostart/vigil.desktop');
  expect(readFileSync(file, 'utf8')).toContain(`Exec="${process.execPath}"`);
  setStartAtLogin(null, false);
  setStartAtLogin(null, false);
  expect(startsAtLogin(null)).toBe(false);
});

it.runIf(onLinux)('a folder that cannot be written is told of', () => {
  rmSync(app.folder, { recursive: true });
  writeFileSync(app.folder, '');
  expect(() => {
    setStartAtLogin(null, true);
  }).toThrow('internal');
});

it('a checkout and a further profile are not offered it', () => {
  expect(startsAtLogin('bob')).toBeNull();
  app.isPackaged = false;
  expect(startsAtLogin(null)).toBeNull();
  expect(() => {
    setStartAtLogin(null, true);
  }).toThrow('not-allowed');
});

it('a place with spaces, quotes and percent signs stays one argument', () => {
  expect(autostartEntry('/opt/My "App" 100% $HOME/vigil').split('\n')[3]).toBe(
    String.raw`Exec="/opt/My \\"App\\" 100%% \\$HOME/vigil"`,
  );
});
