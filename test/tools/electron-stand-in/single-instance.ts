/**
 * One instance per user data folder: a lock file that names the process, and a folder in which a second
 * instance leaves its arguments for the first.
 */
import fs from 'node:fs';
import path from 'node:path';
import { decode, encode } from './structured-clone';

export interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

export class SingleInstance {
  private readonly lock: string;
  private readonly mailbox: string;
  private watcher: fs.FSWatcher | undefined;

  constructor(userData: string) {
    this.lock = path.join(userData, 'stand-in-instance.lock');
    this.mailbox = path.join(userData, 'stand-in-instance');
  }

  get isHeld(): boolean {
    return this.watcher !== undefined;
  }

  /** False when another instance runs; it has then been told about this one. */
  request(self: SecondInstance, onSecond: (second: SecondInstance) => void): boolean {
    if (this.isHeld) return true;
    fs.mkdirSync(this.mailbox, { recursive: true });
    if (!this.takeLock()) {
      this.post(self);
      return false;
    }
    // What a dead instance left unread is not for this one.
    this.collect(() => undefined);
    this.watcher = fs.watch(this.mailbox, () => {
      this.collect(onSecond);
    });
    this.watcher.unref();
    return true;
  }

  release(): void {
    if (!this.isHeld) return;
    this.watcher?.close();
    this.watcher = undefined;
    fs.rmSync(this.lock, { force: true });
  }

  private takeLock(): boolean {
    const draft = `${this.lock}.${String(process.pid)}`;
    fs.writeFileSync(draft, String(process.pid));
    try {
      // A link, not a write: the lock appears together with its content, or not at all.
      fs.linkSync(draft, this.lock);
      return true;
    } catch {
      if (isAlive(fs.readFileSync(this.lock, 'utf8'))) return false;
      fs.renameSync(draft, this.lock);
      return true;
    } finally {
      fs.rmSync(draft, { force: true });
    }
  }

  private post(self: SecondInstance): void {
    const name = path.join(this.mailbox, `${String(process.pid)}-${String(Date.now())}`);
    fs.writeFileSync(name, encode(self));
    fs.renameSync(name, `${name}.message`);
  }

  private collect(onSecond: (second: SecondInstance) => void): void {
    for (const name of fs.readdirSync(this.mailbox)) {
      if (!name.endsWith('.message')) continue;
      const file = path.join(this.mailbox, name);
      const second = decode(fs.readFileSync(file, 'utf8')) as SecondInstance;
      fs.rmSync(file, { force: true });
      onSecond(second);
    }
  }
}

function isAlive(pid: string): boolean {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}
