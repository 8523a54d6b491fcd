import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildStandIn } from '../../../tools/electron-stand-in/build.mjs';

const [OFF, ON] = Buffer.from('01');

let folder: string;
let launcher: string;

beforeAll(async () => {
  folder = await buildStandIn(fs.mkdtempSync(path.join(os.tmpdir(), 'vigil-fuses-')));
  launcher = path.join(folder, 'electron');
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});

test('the launcher carries a wire that the fuses tool reads', async () => {
  const wire = await getCurrentFuseWire(launcher);
  expect(wire.version).toBe(FuseVersion.V1);
  expect(wire[FuseV1Options.RunAsNode]).toBe(ON);
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(OFF);
});

test('fuses can be flipped, and the launcher still starts', async () => {
  await flipFuses(launcher, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
  const wire = await getCurrentFuseWire(launcher);
  expect(wire[FuseV1Options.RunAsNode]).toBe(OFF);
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(ON);

  const app = path.join(folder, 'says-hello.cjs');
  fs.writeFileSync(app, "require('electron').app.exit(0); console.log('hello')");
  expect(execFileSync(launcher, [app], { encoding: 'utf8', timeout: 20_000 })).toBe('hello\n');
});

test('the build is the same each time', async () => {
  const again = await buildStandIn(fs.mkdtempSync(path.join(os.tmpdir(), 'vigil-fuses-')));
  try {
    const read = (file: string): Buffer => fs.readFileSync(path.join(again, file));
    expect(read('boot.cjs').equals(fs.readFileSync(path.join(folder, 'boot.cjs')))).toBe(true);
    expect(read('version').toString()).toMatch(/^\d+\.\d+\.\d+$/);
  } finally {
    fs.rmSync(again, { recursive: true, force: true, maxRetries: 20 });
  }
});
