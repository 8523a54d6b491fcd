/** Builds the app as users get it, without an installer around it, and starts it from there. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from '@playwright/test';
import { attachTo } from '../driver/dev-tools';
import { asAppUser, sandboxSwitches } from '../driver/program';
import { unpackedFolder } from '../../tools/packages/app-folder';
import { root } from '../../tools/scripts/paths.mjs';
import { atExit, runNode } from '../../tools/scripts/processes.mjs';

export interface PackagedApp {
  readonly executable: string;
  readonly archive: string;
}

/** Makes the package in a folder of its own. Linux only: elsewhere the layout is another. */
export async function buildPackage(output: string): Promise<PackagedApp> {
  const args = [path.join(root, 'test/tools/scripts/dist.mjs'), '--dir', `--output=${output}`];
  const { code, output: words } = await runNode(args, { output: 'keep', timeoutMs: 180_000 });
  if (code !== 0) throw new Error(`the package could not be made:\n${words}`);
  const folder = unpackedFolder(output);
  return { executable: path.join(folder, 'vigil'), archive: path.join(folder, 'resources', 'app.asar') };
}

export interface RunningApp {
  readonly page: Page;
  /** Ends the app and waits until it has ended. */
  stop(): Promise<void>;
}

function startProcess(app: PackagedApp, home: string, args: string[]): ChildProcess {
  const [program = '', ...all] = asAppUser([app.executable, ...sandboxSwitches(), ...args]);
  const child = spawn(program, all, {
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.once(
    'exit',
    atExit(() => child.kill('SIGTERM')),
  );
  return child;
}

/** Resolves with the address of the first line that names it; rejects when the app ends before. */
async function devToolsAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('no output to read');
  const lines: string[] = [];
  for await (const line of createInterface(child.stderr)) {
    const address = /^DevTools listening on (ws:\/\/\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      child.stderr.resume();
      return address;
    }
    lines.push(line);
  }
  throw new Error(`the app ended before it could be looked into:\n${lines.join('\n')}`);
}

/**
 * Starts the packaged app and looks into its window. Playwright's own `_electron.launch` cannot: the fuses forbid
 * the debugger that it attaches to main.
 */
export async function startPackaged(
  app: PackagedApp,
  home: string,
  args: string[] = [],
): Promise<RunningApp> {
  const child = startProcess(app, home, ['--remote-debugging-port=0', ...args]);
  const ended = once(child, 'exit');
  let browser: Browser | undefined;
  const stop = async (): Promise<void> => {
    await browser?.close();
    child.kill('SIGTERM');
    await ended;
  };
  try {
    browser = await attachTo(await devToolsAddress(child));
    const [context] = browser.contexts();
    if (!context) throw new Error('the app has no windows');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    return { page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts the app once more while it runs; resolves with the exit code. */
export async function startAgain(app: PackagedApp, home: string, args: string[]): Promise<number | null> {
  const child = startProcess(app, home, args);
  child.stderr?.resume();
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
