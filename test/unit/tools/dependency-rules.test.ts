/** Each rule of .dependency-cruiser.mjs is shown to bite, on a small tree that breaks them all. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const reportSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** File, what it imports, and the rule that this breaks. */
const breaches: [file: string, imports: string, rule: string][] = [
  ['shared/wire/reads-files.ts', 'node:fs', 'shared-is-pure'],
  ['shared/wire/uses-ws.ts', 'ws', 'shared-is-pure'],
  ['shared/wire/uses-main.ts', '../../main/keys', 'shared-is-pure'],
  ['shared/noise/own-sodium.ts', 'libsodium-wrappers', 'sodium-in-one-file'],
  ['main/own-sodium.ts', 'libsodium-wrappers', 'sodium-in-one-file'],
  ['main/vault/large-sodium.ts', 'libsodium-wrappers-sumo', 'large-sodium-in-one-file'],
  ['shared/crypto/sodium-large.ts', 'libsodium-wrappers-sumo', 'large-sodium-in-one-file'],
  ['renderer/call/own-cbor.ts', 'cborg', 'cbor-in-one-file'],
  ['shared/crypto/looks-up.ts', '../noise/handshake', 'shared-layer-crypto'],
  ['shared/wire/looks-up.ts', '../meeting/meeting', 'shared-layer-crypto'],
  ['shared/media/looks-up.ts', '../meeting/meeting', 'shared-layer-noise'],
  ['shared/roster/looks-up.ts', '../meeting/meeting', 'shared-layer-membership'],
  ['shared/meeting/shows.ts', '../ipc', 'shared-layer-meeting'],
  ['shared/unplaced/part.ts', '../bytes', 'shared-parts-are-known'],
  ['shared/loose.ts', './crypto/sodium', 'shared-parts-are-layers'],
  ['main/shows.ts', '../renderer/ui/screen', 'main-not-renderer'],
  ['main/volunteer-server/takes-keys.ts', '../keys', 'volunteer-beside-the-app'],
  ['main/serves.ts', './volunteer-server/takes-keys', 'nothing-imports-volunteer'],
  ['renderer/state/takes-keys.ts', '../../main/keys', 'renderer-not-main'],
  ['renderer/call/reads-files.ts', 'node:fs', 'renderer-has-no-node'],
  ['renderer/ui/calls.ts', '../call/connection/link', 'screens-read-state'],
  ['renderer/ui/encrypts.ts', '../../shared/crypto/sodium', 'screens-read-state'],
  ['renderer/call/own-electron.ts', 'electron', 'electron-in-main'],
  ['test/e2e/own-electron.ts', 'electron', 'electron-in-main'],
  ['renderer/call/second-peer.ts', 'simple-peer', 'simple-peer-in-one-file'],
  ['main/rendezvous/second-dht.ts', 'hyperdht', 'dht-in-one-file'],
  ['test/support/dht/own-dht.ts', 'hyperdht', 'dht-in-one-file'],
  ['main/tested.ts', '../test/unit/double', 'nothing-imports-tests'],
  ['shared/meeting/egg.ts', './hen', 'no-cycles'],
  ['main/lost.ts', './nowhere', 'no-unknown-modules'],
];

/** The other half of the cycle, which is reported once. */
const otherHalf: [file: string, imports: string] = ['shared/meeting/hen.ts', './egg'];

/** Imports that the design allows. */
const allowed: [file: string, imports: string][] = [
  ['shared/crypto/sodium.ts', 'libsodium-wrappers'],
  ['main/vault/passphrase.ts', 'libsodium-wrappers-sumo'],
  ['shared/wire/cbor.ts', 'cborg'],
  ['shared/ipc/index.ts', 'zod'],
  ['shared/noise/handshake.ts', '../crypto/sodium'],
  ['shared/meeting/meeting.ts', '../noise/handshake'],
  ['main/keys.ts', '../shared/meeting/meeting'],
  ['main/window/window.ts', 'electron'],
  ['main/files.ts', 'node:fs'],
  ['renderer/ui/screen.ts', '../state/store'],
  ['renderer/state/store.ts', '../../shared/ipc'],
  ['renderer/call/connection/peer-connection.ts', 'simple-peer'],
  ['renderer/call/connection/link.ts', './peer-connection'],
  ['main/rendezvous/dht/hyperdht.ts', 'hyperdht'],
  ['test/unit/double.ts', '../../main/keys'],
  ['test/tools/electron-stand-in/app.ts', 'electron'],
  ['test/unit/tools/electron-stand-in/app.ts', 'electron'],
];

const packages = [
  'electron',
  'simple-peer',
  'hyperdht',
  'libsodium-wrappers',
  'libsodium-wrappers-sumo',
  'cborg',
  'zod',
  'ws',
];

describe('dependency rules', () => {
  const tree = mkdtempSync(path.join(os.tmpdir(), 'vigil-rules-'));
  let found: Set<string>;

  const write = (file: string, text: string): void => {
    const target = path.join(tree, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };

  beforeAll(async () => {
    write('package.json', JSON.stringify({ type: 'module' }));
    for (const name of packages) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      write(`node_modules/${name}/index.js`, '');
    }
    // As types: a type-only import is a dependency too.
    for (const [file, imports] of [...breaches, ...allowed, otherHalf]) {
      write(file, `import type * as other from '${imports}';\nexport type Used = typeof other;\n`);
    }
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        path.join(root, '.dependency-cruiser.mjs'),
        '--output-type',
        'json',
        'main',
        'renderer',
        'shared',
        'test',
      ],
      { cwd: tree, maxBuffer: 16 * 1024 * 1024 },
    ).catch((error: unknown) => error as { stdout: string });
    const { violations } = reportSchema.parse(JSON.parse(stdout)).summary;
    found = new Set(violations.map(({ from, rule }) => `${from}: ${rule.name}`));
  }, 120_000);

  afterAll(() => {
    rmSync(tree, { recursive: true, force: true, maxRetries: 20 });
  });

  it.each(breaches)('%s must not import %s (%s)', (file, _imports, rule) => {
    expect(found).toContain(`${file}: ${rule}`);
  });

  it.each(allowed)('%s may import %s', (file) => {
    expect([...found].filter((each) => each.startsWith(`${file}:`))).toEqual([]);
  });

  it('finds nothing else', () => {
    const expected = new Set(breaches.map(([file]) => file));
    expect([...found].filter((each) => !expected.has(each.slice(0, each.lastIndexOf(':'))))).toEqual([]);
  });
});
