import { spawn } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { killTree, processTree, readStat } from '../../tools/scripts/process-tree.mjs';

const forever = 'setInterval(() => {}, 1000)';

/** A process that starts another and says its number; both run until they are killed. */
async function family(detached: boolean): Promise<{ parent: number; child: number }> {
  const script = `const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(forever)}],
    { stdio: 'ignore', detached: ${String(detached)} });
    console.log(child.pid);
    ${forever}`;
  const running = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const child = await new Promise<number>((resolve) => {
    running.stdout.once('data', (chunk: Buffer) => {
      resolve(Number(chunk.toString()));
    });
  });
  onTestFinished(() => {
    running.kill('SIGKILL');
    try {
      process.kill(child, 'SIGKILL');
    } catch {
      // As it should be.
    }
  });
  return { parent: running.pid ?? 0, child };
}

function runs(pid: number): boolean {
  return processTree(pid).length > 0;
}

describe.skipIf(process.platform === 'win32')('the tree of a process', () => {
  it('holds what the process started', async () => {
    const { parent, child } = await family(false);
    expect(processTree(parent).map(({ pid }) => pid)).toEqual([parent, child]);
  });

  it('is killed as a whole', async () => {
    const { parent, child } = await family(false);
    killTree(parent);
    await expect.poll(() => runs(parent) || runs(child), { timeout: 30_000 }).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')('but for what has a session of its own', async () => {
    const { parent, child } = await family(true);
    killTree(parent);
    await expect.poll(() => runs(parent), { timeout: 30_000 }).toBe(false);
    expect(runs(child)).toBe(true);
  });
});

describe('an entry of /proc', () => {
  it('is read whatever the name of the program holds', () => {
    const numbers = Array.from({ length: 49 }, (_, index) => String(100 + index)).join(' ');
    expect(readStat(`7 (a) b (c) S ${numbers}`)).toEqual({
      pid: 7,
      parent: 100,
      session: 102,
      hasEnded: false,
      // Fields 14 to 17.
      cpuTicks: 110 + 111 + 112 + 113,
    });
  });
});
