/** `npm run dist -- --check` finds what is wrong: a package that is well, and the same with one flaw each. */
import { appendFileSync, chmodSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallPackage, type SmallPackage } from '../../../support/packaging/small-package';
import { digestOfHead } from '../../../tools/packages/check/archive';
import { checks } from '../../../tools/packages/check/checks';
import { integrity } from '../../../tools/packages/check/fuses';
import { openPackage } from '../../../tools/packages/check/opened';
import { flawsOfConfig } from '../../../tools/packages/check/schema';
import { budget } from '../../../tools/packages/check/size';
import { readConfig } from '../../../tools/packages/config';
import { onPath } from '../../../tools/scripts/chromium.mjs';
import { root } from '../../../tools/scripts/paths.mjs';

const { appId } = readConfig();
/** Without them the checks that ask them fail, as they should. */
const hasTools = ['desktop-file-validate', 'appstreamcli', 'update-mime-database'].every(
  (name) => onPath([name]) !== undefined,
);

describe.skipIf(process.platform !== 'linux' || !hasTools)('a package', () => {
  let made: SmallPackage;
  beforeEach(async () => {
    made = await smallPackage();
  });
  afterEach(() => {
    made.remove();
  });

  /** What this check says is wrong. */
  async function problemsOf(name: string): Promise<string[]> {
    const opened = await openPackage(made.folder);
    const check = checks.find((each) => each.name.includes(name));
    if (check?.applies(opened) !== true) throw new Error(`there is no check ${name} for it`);
    return check.problems(opened);
  }

  const change = (file: string, from: string | RegExp, to: string): void => {
    const named = path.join(made.folder, file);
    const before = readFileSync(named, 'utf8');
    writeFileSync(named, before.replace(from, to));
    expect(readFileSync(named, 'utf8')).not.toBe(before);
  };

  it('that is well has no problem', async () => {
    const opened = await openPackage(made.folder);
    for (const { name, problems } of checks.filter(({ applies }) => applies(opened)))
      expect([name, await problems(opened)]).toEqual([name, []]);
  });

  it.each([
    ['a source', 'out/main/index.ts', 'x'],
    ['a map of the source', 'out/renderer/index.js.map', '{}'],
    ['a test', 'node_modules/sodium-native/test/all.js', 'x'],
    ['a file of the project', 'docs/protocol.md', 'x'],
    ['a file for secrets', 'out/main/.env', 'x'],
    ['a key in a file', 'out/main/worker.js', `const key = "-----BEGIN PRIVATE KEY-----"`],
  ])('with %s in its archive fails', async (_what, file, text) => {
    await made.repack({ [file]: text });
    const found = await problemsOf('the archive holds');
    expect(found).not.toEqual([]);
    expect(found.join()).toContain(file);
  });

  it('whose archive was changed behind its digests fails', async () => {
    const archive = path.join(made.app, 'resources/app.asar');
    const bytes = readFileSync(archive);
    bytes.write('OUT/MAIN', bytes.lastIndexOf('out/main/index.js'), 'latin1');
    writeFileSync(archive, bytes);
    expect(await problemsOf('the archive holds')).toEqual(['/out/main/index.js is not what its digest says']);
  });

  it.each([
    ['runAsNode', FuseV1Options.RunAsNode, true],
    ['enableNodeCliInspectArguments', FuseV1Options.EnableNodeCliInspectArguments, true],
    ['onlyLoadAppFromAsar', FuseV1Options.OnlyLoadAppFromAsar, false],
  ])('with a wrong fuse fails: %s', async (name, fuse, on) => {
    await flipFuses(made.executable, { version: FuseVersion.V1, [fuse]: on });
    expect(await problemsOf('fuses')).toEqual([`${name} should be ${on ? 'off' : 'on'} and is not`]);
  });

  it('without fuses fails', async () => {
    truncateSync(made.executable, 4096);
    expect(await problemsOf('fuses')).toEqual(['the program has none']);
  });

  it('with a native part of another target, or one that cannot be loaded, fails', async () => {
    await made.repack({ 'node_modules/udx-native/prebuilds/win32-x64/udx-native.node': 'x' });
    expect(await problemsOf('native parts')).toEqual([
      '/node_modules/udx-native/prebuilds/win32-x64/udx-native.node is not for this target',
    ]);
    const own = `node_modules/udx-native/prebuilds/linux-${process.arch}/udx-native.node`;
    await made.repack({ [own]: readFileSync(process.execPath).subarray(0, 5000) });
    expect((await problemsOf('native parts')).join()).toContain('udx-native.node cannot be loaded');
  });

  it.each([
    ['a key that is none', /^Terminal=.*$/m, 'Terminal=perhaps', 'Terminal'],
    ['a program that is not there', 'Exec=vigil ', 'Exec=vigill ', 'vigill, which is not there'],
    ['an icon that is not there', /^Icon=.*$/m, 'Icon=vigil', 'icon vigil is not there'],
    ['no word of links', ';x-scheme-handler/vigil', '', 'does not open x-scheme-handler/vigil'],
  ])('whose desktop entry has %s fails', async (_what, from, to, told) => {
    change(`usr/share/applications/${appId}.desktop`, from, to);
    expect((await problemsOf('desktop entry')).join()).toContain(told);
  });

  it('whose AppStream data are wrong, or of another version, fails', async () => {
    const file = `usr/share/metainfo/${appId}.metainfo.xml`;
    change(file, /version="[^"]+" date/, 'version="99.0.0" date');
    expect((await problemsOf('AppStream')).join()).toContain('its newest release is 99.0.0');
    change(file, /<summary>.*<\/summary>/, '');
    expect((await problemsOf('AppStream')).join()).toContain('summary');
  });

  it('whose invite files have no kind fails', async () => {
    change(`usr/share/mime/packages/${appId}.xml`, '*.vigil', '*.vigi');
    expect(await problemsOf('kinds')).toEqual(['*.vigil is not of the kind application/x-vigil-invite']);
  });

  it('with something beside Electron, something that others may write, or setuid, fails', async () => {
    writeFileSync(path.join(made.app, 'notes.txt'), 'x');
    expect(await problemsOf('around it')).toEqual(['notes.txt does not belong there']);
    rmSync(path.join(made.app, 'notes.txt'));
    const licences = path.join(made.app, 'resources/third-party.txt');
    const words = readFileSync(licences);
    rmSync(licences);
    expect(await problemsOf('around it')).toEqual(['resources/third-party.txt is missing']);
    writeFileSync(licences, words);
    chmodSync(made.executable, 0o777);
    expect(await problemsOf('around it')).toEqual(['usr/lib/vigil/vigil can be written by others']);
    chmodSync(made.executable, 0o4755);
    expect(await problemsOf('around it')).toEqual(['usr/lib/vigil/vigil is setuid']);
  });

  it('that is too large fails', async () => {
    appendFileSync(path.join(made.app, 'icudtl.dat'), '');
    truncateSync(path.join(made.app, 'icudtl.dat'), budget.app.linux);
    expect((await problemsOf('budget')).join()).toMatch(/the app has .* MB, and may have/);
  });

  it('whose program does not know its archive fails, where Electron looks', async () => {
    const opened = { ...(await openPackage(made.folder)), platform: 'win32' as const };
    expect(integrity(opened).join()).toContain('does not name');
    appendFileSync(made.executable, digestOfHead(opened.archive));
    expect(integrity(opened)).toEqual([]);
  });
});

describe('electron-builder.yml', () => {
  const text = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8');

  it('keeps to the schema, and another key or another type would be found', () => {
    expect(flawsOfConfig(text)).toEqual([]);
    expect(flawsOfConfig(`${text}\nfusses: {}\n`)).not.toEqual([]);
    expect(flawsOfConfig(text.replace('asar: true', 'asar: perhaps'))).not.toEqual([]);
  });
});
