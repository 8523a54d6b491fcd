/** Where a file arrives: beside its place until it is whole, then in it, with the mark of the web. */
import { open, rm, stat, type FileHandle } from 'node:fs/promises';
import { VigilError } from '../../shared/errors';
import type { FileSink, Written } from '../../shared/meeting/files/file-ports';
import { markAsFromWeb } from './web-mark';
import { renameWhenFree } from './rename-when-free';

/** What stands beside the place already is another one's. */
const MAX_TRIES = 100;
const NO_ROOM: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export interface ArrivingOptions {
  /** Where the person wants it; what lies there gives way when all is there. */
  place: string;
  /** Runs what is told of a write. */
  guarded: (run: () => void) => void;
  /** It is whole or given up. */
  over?: () => void;
  mark?: typeof markAsFromWeb;
  openPart?: (part: string) => Promise<FileHandle>;
}

interface Opened {
  handle: FileHandle;
  part: string;
}

/** Throws VigilError file-not-written. */
export async function openArrivingFile(options: ArrivingOptions): Promise<FileSink> {
  const { handle, part } = await besides(options);
  return new ArrivingFile(handle, part, await identityOf(options.place), options);
}

/** Of a name that nothing has. */
const openNew = (part: string): Promise<FileHandle> => open(part, 'wx', 0o600);

async function besides({ place, openPart = openNew }: ArrivingOptions): Promise<Opened> {
  for (let number = 1; number <= MAX_TRIES; number++) {
    const part = number === 1 ? `${place}.part` : `${place}.${String(number)}.part`;
    try {
      return { handle: await openPart(part), part };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') break;
    }
  }
  throw new VigilError('file-not-written');
}

/** Empty where nothing lies. */
async function identityOf(place: string): Promise<string> {
  const there = await stat(place).catch(() => null);
  return there ? [there.dev, there.ino, there.mtimeMs].join(' ') : '';
}

class ArrivingFile implements FileSink {
  /** One thing after the other. */
  #queue: Promise<void> = Promise.resolve();
  #isOpen = true;

  constructor(
    private readonly handle: FileHandle,
    private readonly part: string,
    /** What lay there when the place was chosen: the person agreed to lose that and nothing else. */
    private readonly before: string,
    private readonly options: ArrivingOptions,
  ) {}

  write(at: number, bytes: Uint8Array, then: (outcome: Written) => void): void {
    this.#next(async () => {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await this.handle.write(bytes, done, bytes.length - done, at + done);
        done += bytesWritten;
      }
    }, then);
  }

  finish(then: (outcome: Written) => void): void {
    const { place, mark = markAsFromWeb } = this.options;
    this.#next(async () => {
      if (this.#isOpen) {
        await this.handle.sync();
        this.#isOpen = false;
        await this.handle.close();
      }
      // Before it has its name: nobody finds it without the mark.
      await mark(this.part);
      if ((await identityOf(place)) !== this.before) throw new Error('another file lies there by now');
      await renameWhenFree(this.part, place);
      this.options.over?.();
    }, then);
  }

  discard(then?: () => void): void {
    this.#next(
      async () => {
        if (this.#isOpen) await this.handle.close().catch(() => undefined);
        this.#isOpen = false;
        await rm(this.part, { force: true, maxRetries: 5 });
        this.options.over?.();
      },
      () => then?.(),
    );
  }

  #next(act: () => Promise<void>, then: (outcome: Written) => void): void {
    this.#queue = this.#queue.then(async () => {
      const outcome = await act().then(
        (): Written => 'done',
        (error: unknown): Written => (NO_ROOM.has((error as NodeJS.ErrnoException).code) ? 'full' : 'failed'),
      );
      this.options.guarded(() => {
        then(outcome);
      });
    });
  }
}
