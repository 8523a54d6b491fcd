import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { givenElectron, versionOf } from '../../tools/scripts/given-electron.mjs';
import { Explained } from '../../tools/scripts/say.mjs';

/** @returns a folder with these files, which may be run. */
function distribution(...files: string[]): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-distribution-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
  for (const file of files) {
    const full = path.join(folder, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, '33.2.1\n');
    chmodSync(full, 0o755);
  }
  return folder;
}

describe('the Electron that VIGIL_ELECTRON names', () => {
  it('is none where the variable is not set', () => {
    expect(givenElectron({})).toBeUndefined();
    expect(givenElectron({ VIGIL_ELECTRON: '' })).toBeUndefined();
  });

  it.each([
    ['linux', 'electron'],
    ['win32', 'electron.exe'],
    ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ] as const)('is found as it lies on %s', (platform, program) => {
    const folder = distribution(program);
    expect(givenElectron({ VIGIL_ELECTRON: folder }, platform)).toEqual({
      folder,
      executable: path.join(folder, program),
    });
  });

  it('is meant from where the command was typed', () => {
    const folder = distribution('electron');
    const env = { VIGIL_ELECTRON: path.basename(folder), INIT_CWD: path.dirname(folder) };
    expect(givenElectron(env, 'linux')?.folder).toBe(folder);
  });

  it('must be there, and said to be missing by folder and program', () => {
    const folder = distribution('version');
    const look = () => givenElectron({ VIGIL_ELECTRON: folder }, 'linux');
    expect(look).toThrow(Explained);
    expect(look).toThrow(`${folder}, which holds no Electron: there is no program electron in it`);
  });

  it('says its version, which a package needs', () => {
    const folder = distribution('version');
    expect(versionOf(folder)).toBe('33.2.1');
    writeFileSync(path.join(folder, 'version'), 'v34.0.0-beta.1');
    expect(versionOf(folder)).toBe('34.0.0-beta.1');
    writeFileSync(path.join(folder, 'version'), 'new');
    expect(() => versionOf(folder)).toThrow(Explained);
    expect(() => versionOf(path.join(folder, 'none'))).toThrow(Explained);
  });
});
