/** The ordinary user who has Vigil on this computer: a home, a display, and programs run as that user. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { attachTo } from '../../support/driver/dev-tools';
import { PATIENCE_MS } from '../../support/driver/patience';
import { run } from '../scripts/processes.mjs';
import { commandAs, type TestUser } from '../scripts/test-user.mjs';

/** Where Chromium writes by which door it can be looked into, in the profile. */
const PROFILE = '.config/Vigil';
const DOOR = 'DevToolsActivePort';

export interface Window {
  readonly page: Page;
  /** Of main. */
  readonly pid: number;
  readonly close: () => Promise<void>;
}

export class Person {
  readonly home = mkdtempSync(path.join(os.tmpdir(), 'vigil-person-'));
  readonly #env: NodeJS.ProcessEnv;

  /** @param display such as `:99`. */
  constructor(
    readonly user: TestUser,
    display: string,
  ) {
    this.give(this.home);
    const { PATH, LANG } = process.env;
    this.#env = { PATH, LANG, HOME: this.home, USER: user.name, LOGNAME: user.name, DISPLAY: display };
  }

  give(file: string): void {
    chownSync(file, this.user.uid, this.user.gid);
    chmodSync(file, 0o755);
  }

  /** A file in the home. */
  write(name: string, text: string): string {
    const file = path.join(this.home, name);
    let folder = this.home;
    for (const part of path.dirname(name).split('/')) {
      folder = path.join(folder, part);
      mkdirSync(folder, { recursive: true });
      this.give(folder);
    }
    writeFileSync(file, text);
    this.give(file);
    return file;
  }

  #commandOf(command: readonly string[]): [program: string, args: string[]] {
    const own = Object.entries(this.#env).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${value}`],
    );
    const [program = '', ...args] = commandAs(this.user, ['env', '-i', '-C', this.home, ...own, ...command]);
    return [program, args];
  }

  /** Runs a program to its end. @returns what it wrote. Throws where it fails. */
  async runs(...command: string[]): Promise<string> {
    const { code, output } = await run(...this.#commandOf(command), {
      output: 'keep',
      timeoutMs: PATIENCE_MS,
    });
    if (code !== 0) throw new Error(`${command.join(' ')} ended with ${String(code)}:\n${output}`);
    return output.trim();
  }

  /** Starts what goes on by itself, such as a program that a desktop starts. */
  starts(...command: string[]): void {
    const child = spawn(...this.#commandOf(command), { stdio: 'ignore' });
    child.once('error', () => undefined);
  }

  /** Starts Vigil by this command, and looks into it. @param program where it must lie. */
  async opensVigil(program: string, ...command: string[]): Promise<Window> {
    const profile = path.join(this.home, PROFILE);
    const door = path.join(profile, DOOR);
    // A start before, even one that handed its link over at once, has left one.
    rmSync(door, { force: true });
    this.starts(...command);
    const end = Date.now() + PATIENCE_MS;
    while (!existsSync(door) || !readFileSync(door, 'utf8').includes('\n')) {
      if (Date.now() > end) throw new Error('Vigil did not come up');
      await pause(100);
    }
    const [port = '', where = ''] = readFileSync(door, 'utf8').split('\n');
    const browser = await attachTo(`ws://127.0.0.1:${port}${where}`);
    const page = await firstPage(browser);
    page.setDefaultTimeout(PATIENCE_MS);
    await page.locator('#root > *').first().waitFor();
    const pid = Number(/-(\d+)$/.exec(readlinkSync(path.join(profile, 'SingletonLock')))?.[1]);
    const found = readlinkSync(`/proc/${String(pid)}/exe`);
    if (found !== program) throw new Error(`${found} was started, not ${program}`);
    return { page, pid, close: () => closes(browser, pid) };
  }

  goes(): void {
    for (const pid of processesOf(this.home)) process.kill(pid, 'SIGKILL');
    rmSync(this.home, { recursive: true, force: true, maxRetries: 20 });
  }
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('Vigil has no windows');
  return context.pages()[0] ?? (await context.waitForEvent('page'));
}

async function closes(browser: Browser, pid: number): Promise<void> {
  const gone = new Promise((resolve) => browser.once('disconnected', resolve));
  process.kill(pid, 'SIGTERM');
  await gone;
  while (existsSync(`/proc/${String(pid)}`)) await pause(50);
}

/** Processes that were started with this home, and run. */
function processesOf(home: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return pid > 0 && readFileSync(`/proc/${String(pid)}/environ`, 'utf8').includes(`\0HOME=${home}\0`);
      } catch {
        return false;
      }
    });
}

/** What the kernel tells of the process that shows the page: whether it is held in a sandbox. */
export function flawsOfSandbox(main: number): string[] {
  const own = (pid: number): string => readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
  const program = readlinkSync(`/proc/${String(main)}/exe`);
  const renderers = readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${String(pid)}/exe`) === program && own(pid).includes('--type=renderer');
      } catch {
        return false;
      }
    });
  const flaws = renderers.length === 0 ? ['there is no process for the page'] : [];
  for (const pid of renderers) {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    if (!/^Seccomp:\s+2$/m.test(status)) flaws.push('system calls are not filtered');
    for (const kind of ['pid', 'net'])
      if (
        readlinkSync(`/proc/${String(pid)}/ns/${kind}`) === readlinkSync(`/proc/${String(main)}/ns/${kind}`)
      )
        flaws.push(`the page has no ${kind} namespace of its own`);
  }
  return flaws;
}
