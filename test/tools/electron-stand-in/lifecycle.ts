/**
 * How the app ends, in Electron's order: before-quit, every window's close, will-quit, quit. Each of the first
 * three can be prevented, and then the app goes on.
 */
import { spawn } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import type { RelaunchOptions } from 'electron';
import { openWindows } from './open-windows';
import { preventable } from './preventable';
import { runtime } from './runtime';

type State = 'running' | 'asked-to-quit' | 'ending';

export class Lifecycle {
  private state: State = 'running';
  private relaunch: { program: string; args: string[] } | undefined;
  private readonly cleanups: (() => void)[] = [];

  constructor(private readonly app: EventEmitter) {}

  get isEnding(): boolean {
    return this.state === 'ending';
  }

  /** Runs when the process ends by itself, whatever the reason. */
  atEnd(cleanup: () => void): void {
    this.cleanups.push(cleanup);
  }

  quit(): void {
    if (this.state !== 'running') return;
    this.state = 'asked-to-quit';
    if (this.everyoneAgrees()) void this.end(0);
    else this.state = 'running';
  }

  exit(code: number): void {
    if (this.state === 'ending') return;
    void this.end(code);
  }

  relaunchAtEnd(options: RelaunchOptions): void {
    const args = options.args ?? process.argv.slice(1);
    this.relaunch = { program: options.execPath ?? runtime.executable, args };
  }

  onWindowClosed(): void {
    if (this.state !== 'running' || openWindows.size > 0) return;
    if (!this.app.emit('window-all-closed')) this.quit();
  }

  private everyoneAgrees(): boolean {
    const beforeQuit = preventable({});
    this.app.emit('before-quit', beforeQuit);
    if (beforeQuit.defaultPrevented) return false;
    for (const window of [...openWindows.values()]) {
      if (!window.requestClose()) return false;
    }
    const willQuit = preventable({});
    this.app.emit('will-quit', willQuit);
    return !willQuit.defaultPrevented;
  }

  private async end(code: number): Promise<void> {
    this.state = 'ending';
    for (const window of [...openWindows.values()]) window.destroy();
    this.app.emit('quit', preventable({}), code);
    await runtime.browser?.close();
    if (this.relaunch) {
      spawn(this.relaunch.program, this.relaunch.args, { detached: true, stdio: 'ignore' }).unref();
    }
    process.exit(code);
  }

  /** Synchronous: this is all that a process may still do when it exits. */
  install(): void {
    process.on('exit', () => {
      runtime.browser?.kill();
      for (const cleanup of this.cleanups) cleanup();
    });
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.once(signal, () => {
        this.quit();
      });
    }
  }
}
