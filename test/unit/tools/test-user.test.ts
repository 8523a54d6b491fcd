import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Explained } from '../../tools/scripts/say.mjs';
import { launcherScript, neededPackages } from '../../tools/scripts/test-stage.mjs';
import { commandAs, ensureTestUser } from '../../tools/scripts/test-user.mjs';

const user = { name: 'somebody', uid: 1234, gid: 5678 };

it('a command runs with the ids and groups of the user', () => {
  expect(commandAs(user, ['electron', '--version'])).toEqual([
    'setpriv',
    '--reuid=1234',
    '--regid=5678',
    '--init-groups',
    '--',
    'electron',
    '--version',
  ]);
});

describe.skipIf(process.platform === 'win32')('the user for tests', () => {
  it('is not root', async () => {
    await expect(ensureTestUser('root')).rejects.toThrow(Explained);
  });

  it('is not made under a name that somebody chose', async () => {
    await expect(ensureTestUser('vigil-nobody-of-this-name')).rejects.toThrow('there is no such user here');
  });
});

it.skipIf(process.platform === 'win32')(
  'the program that starts Electron does so at home, in the copy of the app, with a loader that can be read',
  () => {
    const stage = realpathSync(mkdtempSync(path.join(os.tmpdir(), "vigil's stage ")));
    onTestFinished(() => rmSync(stage, { recursive: true, force: true, maxRetries: 20 }));
    const at = (name: string) => path.join(stage, name);
    mkdirSync(at('app'));
    const launcher = launcherScript({
      user,
      executable: at('electron'),
      home: at('home'),
      app: at('app'),
      loader: at('loader.js'),
    });
    writeFileSync(at('launcher'), launcher, { mode: 0o755 });
    writeFileSync(
      at('electron'),
      '#!/bin/sh\nprintf "%s\\n" "$PWD" "$HOME" "${XDG_RUNTIME_DIR-none}" "$@"\n',
      {
        mode: 0o755,
      },
    );
    // Only root can become another user.
    writeFileSync(at('setpriv'), '#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done\nshift\nexec "$@"\n', {
      mode: 0o755,
    });
    const loader = '/root/checkout/node_modules/playwright-core/lib/server/electron/loader.js';
    const written = execFileSync(at('launcher'), ['-r', loader, 'a word', "it's", '.'], {
      encoding: 'utf8',
      env: { PATH: `${stage}:${process.env['PATH'] ?? ''}`, XDG_RUNTIME_DIR: '/run/user/0' },
    });
    expect(written.trimEnd().split('\n')).toEqual([
      at('app'),
      at('home'),
      'none',
      '-r',
      at('loader.js'),
      'a word',
      "it's",
      '.',
    ]);
  },
);

it('the copy of the app has the packages that it loads, and no tools', () => {
  const packages = {
    '': {},
    'node_modules/hyperdht': {},
    'node_modules/hyperdht/node_modules/b4a': {},
    'node_modules/vitest': { dev: true },
  };
  expect(neededPackages(packages)).toEqual([
    'node_modules/hyperdht',
    'node_modules/hyperdht/node_modules/b4a',
  ]);
});
