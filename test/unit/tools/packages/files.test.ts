/** What packages are made from, as far as it can be judged without making one. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../tools/packages/config';
import { changelog, controlFile, specFile } from '../../../tools/packages/control-files';
import { desktopEntry } from '../../../tools/packages/desktop-entry';
import { icnsSizes, icoSizes, linuxSizes } from '../../../tools/scripts/icon-files.mjs';
import { root } from '../../../tools/scripts/paths.mjs';

const config = readConfig();
const read = (file: string): Buffer => readFileSync(path.join(root, file));
const text = (file: string): string => read(file).toString();

/** Pixels each way, by the head of a PNG. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('icons', () => {
  it('are there in every size for Linux', () => {
    const files = readdirSync(path.join(root, 'main/icons/sizes'));
    expect(files.sort()).toEqual(linuxSizes.map((size) => `${String(size)}x${String(size)}.png`).sort());
    for (const size of linuxSizes)
      expect(sizeOf(read(`main/icons/sizes/${String(size)}x${String(size)}.png`))).toEqual([size, size]);
  });

  it('are there in every size for Windows', () => {
    const ico = read('main/icons/icon.ico');
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const at = ico.readUInt32LE(6 + 16 * index + 12);
      return sizeOf(ico.subarray(at, at + ico.readUInt32LE(6 + 16 * index + 8)))[0];
    });
    expect(sizes).toEqual(icoSizes);
  });

  it('are there in every size for macOS', () => {
    const icns = read('main/icons/icon.icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const sizes: number[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      sizes.push(sizeOf(icns.subarray(at + 8))[0]);
    expect(sizes).toEqual(icnsSizes);
  });
});

describe('what a desktop is told', () => {
  const entry = desktopEntry(config, config.linux.executableName);

  it('is that Vigil opens invite links and invite files, of which several may come', () => {
    expect(entry).toContain('Exec=vigil %U\n');
    expect(entry).toContain('MimeType=application/x-vigil-invite;x-scheme-handler/vigil;\n');
  });

  it('is the same in the Flatpak, whose files are there', () => {
    expect(text(`main/packaging/linux/${config.appId}.desktop`)).toBe(entry);
    const flatpak = load(text(`main/packaging/flatpak/${config.appId}.yml`)) as {
      id: string;
      command: string;
      modules: { sources: { type: string; path?: string }[] }[];
    };
    expect([flatpak.id, flatpak.command]).toEqual([config.appId, config.linux.executableName]);
    const files = flatpak.modules.flatMap(({ sources }) => sources.map((source) => source.path ?? ''));
    expect(files[0]).toBe(`../../../dist/Vigil-${config.version}-linux-x64.tar.gz`);
    for (const file of files.slice(1).filter((name) => name !== ''))
      expect(() => read(path.join('main/packaging/flatpak', file)), file).not.toThrow();
  });

  it('names this version and the same kinds of files', () => {
    const metainfo = text(`main/packaging/linux/${config.appId}.metainfo.xml`);
    expect(/<release version="([^"]+)"/.exec(metainfo)?.[1]).toBe(config.version);
    const { mimeType, ext } = config.fileAssociations[0]!;
    expect(metainfo).toContain(`<mediatype>${mimeType}</mediatype>`);
    const kinds = text(`main/packaging/linux/${config.appId}.xml`);
    expect(kinds).toContain(`<mime-type type="${mimeType}">`);
    expect(kinds).toContain(`<glob pattern="*.${ext}" />`);
  });

  it('is the name of the window, too', () => {
    const manifest = JSON.parse(text('package.json')) as { desktopName: string };
    expect(manifest.desktopName).toBe(`${config.appId}.desktop`);
  });
});

describe('what deb and rpm say', () => {
  it('sorts a version before a release before that release', () => {
    const early = { ...config, version: '1.2.0-beta.1' };
    expect(controlFile(early, path.join(root, 'main/icons'))).toContain('\nVersion: 1.2.0~beta.1\n');
    expect(changelog(early)).toContain('(1.2.0~beta.1)');
    expect(specFile(early, false)).toContain('\nVersion: 1.2.0~beta.1\n');
  });

  it('has a description in Debian’s form: one line, then indented ones, none empty', () => {
    const control = controlFile(config, path.join(root, 'main/icons'));
    const [, ...lines] = control.slice(control.indexOf('Description:')).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(line).toMatch(/^ (\.|\S.*)$/);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  });
});
