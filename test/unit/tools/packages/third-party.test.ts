/** Whoever gets Vigil gets the licence of everything in it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { load } from 'js-yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../../tools/scripts/paths.mjs';
import { licenceOf, shippedPackages, THIRD_PARTY, thirdParty } from '../../../tools/packages/third-party';

describe('the licences of what others have made', () => {
  const text = thirdParty(root);

  it('name every package that goes into Vigil, and what it needs', () => {
    const folders = shippedPackages(root).map((folder) => path.relative(root, folder));
    for (const name of ['react', 'hyperdht', 'sodium-native', 'nostr-wasm', 'mediabunny', 'zod', 'qr'])
      expect(folders).toContain(`node_modules/${name}`);
    expect(folders).not.toContain('node_modules/vitest');
    for (const folder of folders) {
      const { name, version } = JSON.parse(
        readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
      ) as Record<string, string>;
      expect(text).toContain(`\n${String(name)} ${String(version)} (`);
    }
  });

  it('hold what packages hold of others, and the words that each asks for', () => {
    for (const words of [
      'RNNoise, within',
      'Jean-Marc Valin',
      'TensorFlow Lite and MediaPipe',
      'XNNPACK',
      'TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION',
      'Mozilla Public License Version 2.0',
      'Pieter Wuille',
      'creativecommons.org/licenses/by/4.0',
    ])
      expect(text).toContain(words);
  });

  it('lie in each package where they can be read', () => {
    const { extraResources } = load(readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(extraResources).toEqual([{ from: `out/main/${THIRD_PARTY}`, to: THIRD_PARTY }]);
    const copyright = readFileSync(path.join(root, 'main/packaging/linux/copyright'), 'utf8');
    expect(copyright).toContain(`/usr/lib/vigil/resources/${THIRD_PARTY}`);
  });
});

describe('a package that does not bring its licence', () => {
  let folder: string;
  const texts = path.join(root, 'main/packaging/licences');
  const say = (license: string): void => {
    const said = { name: 'small', version: '1.0.0', license, author: 'Ruth' };
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(said));
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-licence-'));
    mkdirSync(path.join(folder, 'dist'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });

  it('is given the words of the one that it names', () => {
    say('MIT');
    expect(licenceOf(folder, texts)).toMatch(
      /^small 1\.0\.0 \(MIT\)\n\nCopyright \(c\) Ruth\n\nPermission is/,
    );
  });

  it('is refused where its words are not known', () => {
    say('Of its own');
    expect(() => licenceOf(folder, texts)).toThrow('small does not bring its licence');
  });
});
