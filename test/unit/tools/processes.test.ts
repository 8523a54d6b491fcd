import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { whyInstall } from '../../tools/scripts/dependencies.mjs';
import { fetchUntilStalled } from '../../tools/scripts/fetch-electron.mjs';
import { withLock } from '../../tools/scripts/lock.mjs';
import { runNode } from '../../tools/scripts/processes.mjs';

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-tools-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
  return folder;
}

const forever = 'setInterval(() => {}, 1000)';

/**
 * A script that starts a child which runs forever and holds the script's output open; what follows sees that child
 * as `child` and gets a message once it runs. The child's connection to this test ends with it.
 */
async function withChild(what: string): Promise<{ script: string; childIsGone: Promise<void> }> {
  const server = createServer();
  onTestFinished(() => void server.close());
  const childIsGone = new Promise<void>((resolve) => {
    server.on('connection', (socket) =>
      socket
        .on('error', () => undefined)
        .once('close', () => resolve())
        .resume(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const body = `require('node:net').connect(${port}, '127.0.0.1', () => process.send('runs'))`;
  const script = `const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(body)}],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.once('message', () => process.emit('message'));
    ${what}`;
  return { script, childIsGone };
}

describe('running a program', () => {
  it('gives its exit code and words', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3';
    const { code, output } = await runNode(['-e', script], { output: 'keep' });
    expect(code).toBe(3);
    expect(output).toContain('out');
    expect(output).toContain('err');
  });

  it('ends it at its time limit, with its children, even if they hold its output open', async () => {
    const { script, childIsGone } = await withChild(forever);
    expect((await runNode(['-e', script], { output: 'keep', timeoutMs: 1_000 })).code).toBe(124);
    await childIsGone;
  });

  it('ends what it leaves behind', async () => {
    const { script, childIsGone } = await withChild(`process.once('message', () => process.exit(0))`);
    expect((await runNode(['-e', script], { output: 'keep', timeoutMs: 8_000 })).code).toBe(0);
    await childIsGone;
  });
});

describe('fetching', () => {
  it('ends well, fails, or is ended when nothing grows', async () => {
    expect(await fetchUntilStalled(['-e', ''], [])).toEqual({ ok: true });
    expect(await fetchUntilStalled(['-e', 'process.exit(1)'], [])).toEqual({ ok: false, why: 'failed' });
    expect(await fetchUntilStalled(['-e', forever], [], 500)).toEqual({ ok: false, why: 'stalled' });
  });

  it('goes on as long as something grows', async () => {
    const slow = `let times = 0; const file = require('node:path').join(require('node:os').tmpdir(), 'part');
      const timer = setInterval(() => { require('node:fs').appendFileSync(file, 'more');
      if (++times === 8) clearInterval(timer); }, 200)`;
    expect(await fetchUntilStalled(['-e', slow], [], 1_000)).toEqual({ ok: true });
  });
});

describe('the lock', () => {
  it('lets one at a time', async () => {
    const lock = path.join(temporaryFolder(), 'lock');
    let inside = 0;
    let most = 0;
    const work = () =>
      withLock(lock, async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside--;
      });
    await Promise.all([work(), work(), work()]);
    expect(most).toBe(1);
  });

  it('is freed after a failure', async () => {
    const lock = path.join(temporaryFolder(), 'lock');
    await expect(withLock(lock, () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
    expect(await withLock(lock, () => Promise.resolve(1))).toBe(1);
  });

  it('is taken over from a process that is gone', async () => {
    const lock = path.join(temporaryFolder(), 'lock');
    const script = `const fs = require('node:fs'); fs.mkdirSync(${JSON.stringify(lock)});
      fs.writeFileSync(${JSON.stringify(path.join(lock, 'pid'))}, String(process.pid))`;
    await runNode(['-e', script], { output: 'keep' });
    expect(await withLock(lock, () => Promise.resolve(1))).toBe(1);
  });
});

describe('dependencies', () => {
  it('are installed when missing or other than the lock file says', () => {
    const folder = temporaryFolder();
    const write = (file: string, packages: object) =>
      writeFileSync(path.join(folder, file), JSON.stringify({ packages }));
    mkdirSync(path.join(folder, 'node_modules'));
    const wanted = {
      '': {},
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/other-platform': { version: '1.0.0', integrity: 'y', optional: true },
    };
    write('package-lock.json', wanted);
    expect(whyInstall(folder)).toBe('they are not installed yet');
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0', integrity: 'x' } });
    expect(whyInstall(folder)).toBeUndefined();
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0', integrity: 'other' } });
    expect(whyInstall(folder)).toBe('package-lock.json has changed');
    write('node_modules/.package-lock.json', {});
    expect(whyInstall(folder)).toBe('package-lock.json has changed');
  });
});
