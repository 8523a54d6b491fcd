/** The running Chromium: one process, one page per BrowserWindow. */
import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { CdpConnection, type CdpSession } from './cdp';
import type { TargetInfo } from './cdp-types';
import { NoChromium, withUsualPriority } from './chromium';
import { verbose } from './log';

const CLOSE_WAIT_MS = 3_000;
const ATTACH_WAIT_MS = 15_000;
const pages = [{ type: 'page' }];

interface BrowserEvents {
  /** Chromium ended, asked or not. */
  gone: [];
  /** A page opened a window past `window.open`, for instance from a frame. */
  popup: [target: TargetInfo];
  'page-closed': [targetId: string];
}

export class Browser extends EventEmitter<BrowserEvents> {
  private readonly connection: CdpConnection;
  private readonly attached = new Map<string, CdpSession>();
  private readonly waiting = new Map<string, (session: CdpSession) => void>();
  readonly cdp: CdpSession;

  private constructor(private readonly child: ChildProcess) {
    super();
    const [, , , outgoing, incoming] = child.stdio;
    this.connection = new CdpConnection(incoming as Readable, outgoing as Writable);
    this.cdp = this.connection.root;
    this.connection.onEnd(() => this.emit('gone'));
    this.cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      this.onAttached(this.connection.session(sessionId), targetInfo);
    });
    this.cdp.on('Target.targetDestroyed', ({ targetId }) => {
      this.attached.delete(targetId);
      this.emit('page-closed', targetId);
    });
  }

  static async start(program: string, args: readonly string[], temporary: string): Promise<Browser> {
    verbose('starting', program, ...args);
    const child = spawn(...withUsualPriority(program, args), {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    });
    child.on('error', (error) => {
      verbose('Chromium', error.message);
    });
    const said = forwardLines(child.stderr as Readable);
    const browser = new Browser(child);
    try {
      await browser.cdp.send('Target.setDiscoverTargets', { discover: true, filter: pages });
      // Every page waits until its preload, its IPC and its interception are in place.
      const autoAttach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter: pages };
      await browser.cdp.send('Target.setAutoAttach', autoAttach);
      return browser;
    } catch {
      browser.kill();
      throw new NoChromium([`${program} does not start:`, ...said].join('\n'));
    }
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** A new, still paused page: set it up, then let it run. */
  async openPage(width: number, height: number): Promise<{ targetId: string; session: CdpSession }> {
    const request = { url: 'about:blank', newWindow: true, width, height };
    const { targetId } = await this.cdp.send('Target.createTarget', request);
    return { targetId, session: await this.sessionOf(targetId) };
  }

  closePage(targetId: string): Promise<unknown> {
    return this.cdp.send('Target.closeTarget', { targetId });
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.cdp.send('Browser.close', {}).catch(() => undefined);
    await Promise.race([gone, delay(CLOSE_WAIT_MS, undefined, { ref: false })]);
    this.kill();
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  private sessionOf(targetId: string): Promise<CdpSession> {
    const early = this.attached.get(targetId);
    if (early) return Promise.resolve(early);
    return new Promise((resolve, reject) => {
      const expire = (): void => {
        this.waiting.delete(targetId);
        reject(new Error('Chromium opened a page but did not attach to it'));
      };
      const timer = setTimeout(expire, ATTACH_WAIT_MS);
      this.waiting.set(targetId, (session) => {
        clearTimeout(timer);
        resolve(session);
      });
    });
  }

  private onAttached(session: CdpSession, target: TargetInfo): void {
    if (target.openerId !== undefined) {
      this.closePage(target.targetId).catch(() => undefined);
      this.emit('popup', target);
      return;
    }
    this.attached.set(target.targetId, session);
    this.waiting.get(target.targetId)?.(session);
    this.waiting.delete(target.targetId);
  }
}

/** Test drivers wait for the DevTools line on Electron's standard error. Returns the last lines so far. */
function forwardLines(stderr: Readable): readonly string[] {
  const last: string[] = [];
  createInterface({ input: stderr }).on('line', (line) => {
    if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`);
    else verbose(line);
    last.push(line);
    if (last.length > 10) last.shift();
  });
  return last;
}
