/** The file of a recording: written in order while it is recorded, and on the disk every few seconds. */
import { open, rm, type FileHandle } from 'node:fs/promises';
import type { SteadyClock } from '../../shared/clocks';
import { VigilError } from '../../shared/errors';
import { MAX_RECORDING_LENGTH } from '../../shared/ipc';
import type { RecordingSealer, RecordingWrite } from './sealed-format';

const NO_ROOM: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** How much a computer that loses its power loses at most, beside what the window still holds. */
const SYNC_MS = 2000;

export interface RecordingFileOptions {
  place: string;
  /** Null: what is written is not sealed. */
  sealer: RecordingSealer | null;
  steady: SteadyClock;
  openNew?: (place: string) => Promise<FileHandle>;
}

/** Throws VigilError recording-not-written, recording-full. What lies there stays until the first write. */
export async function openRecordingFile(options: RecordingFileOptions): Promise<RecordingFile> {
  const { place, openNew = createNew } = options;
  try {
    return new RecordingFile(await openNew(place), true, options);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw refusalOf(error);
  }
  try {
    return new RecordingFile(await open(place, 'r+'), false, options);
  } catch (error) {
    throw refusalOf(error);
  }
}

const createNew = (place: string): Promise<FileHandle> => open(place, 'wx+', 0o600);

export class RecordingFile {
  /** One thing after the other. */
  #queue: Promise<unknown> = Promise.resolve();
  #state: 'empty' | 'written' | 'closed' = 'empty';
  #failure: VigilError | null = null;
  /** Of the recording, and of the file. */
  #length = 0;
  #size = 0;
  #syncedAt: number;

  constructor(
    private readonly handle: FileHandle,
    private readonly isNew: boolean,
    private readonly options: RecordingFileOptions,
  ) {
    this.#syncedAt = options.steady();
  }

  /** Of the file, in bytes. */
  get size(): number {
    return this.#size;
  }

  /**
   * Throws VigilError recording-full or recording-not-written, and the same for all that follows; what was written before
   * stays whole. Throws bad-request where bytes would be left out.
   */
  write(write: RecordingWrite): Promise<void> {
    return this.#next(async () => {
      if (this.#failure) throw this.#failure;
      if (this.#state === 'closed') throw new VigilError('bad-request');
      const end = write.position + write.bytes.length;
      if (write.position > this.#length || end > MAX_RECORDING_LENGTH) throw new VigilError('bad-request');
      await this.#guarded(async () => {
        await this.#begin();
        const { sealer } = this.options;
        if (sealer) await this.#put(sealer.write(write), this.#size);
        else await this.#put(write.bytes, write.position);
        this.#length = Math.max(this.#length, end);
        await this.#sync();
      });
    });
  }

  /** Nothing follows. @param isWhole false: its end has not come, which a sealed one says. What has failed before is not told again: what could be written is there. */
  finish(isWhole = true): Promise<void> {
    return this.#next(async () => {
      if (this.#state === 'closed') return;
      if (this.#length === 0) return this.#abandon();
      this.#state = 'closed';
      const { sealer } = this.options;
      if (sealer && isWhole && !this.#failure)
        await this.#put(sealer.end(), this.#size).catch(() => undefined);
      await this.handle.sync().catch(() => undefined);
      await this.handle.close().catch(() => undefined);
    });
  }

  /** Nothing of it stays, where it is a new file. */
  abandon(): Promise<void> {
    return this.#next(async () => {
      if (this.#state !== 'closed') await this.#abandon();
    });
  }

  async #abandon(): Promise<void> {
    this.#state = 'closed';
    await this.handle.close().catch(() => undefined);
    if (this.isNew) await rm(this.options.place, { force: true }).catch(() => undefined);
  }

  async #begin(): Promise<void> {
    if (this.#state !== 'empty') return;
    this.#state = 'written';
    if (!this.isNew) {
      // Not every file system knows of this.
      await this.handle.chmod(0o600).catch(() => undefined);
      await this.handle.truncate(0);
    }
    const { sealer } = this.options;
    if (sealer) await this.#put(sealer.begin(), 0);
  }

  async #put(bytes: Uint8Array, at: number): Promise<void> {
    const before = this.#size;
    const old = await this.#read(at, Math.min(bytes.length, before - at));
    try {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await this.handle.write(bytes, done, bytes.length - done, at + done);
        done += bytesWritten;
      }
    } catch (error) {
      // Half a write is worse than none.
      await this.handle.truncate(before).catch(() => undefined);
      // They had room before; where they have none now, nothing can be done.
      await this.handle.write(old, 0, old.length, at).catch(() => undefined);
      throw error;
    }
    this.#size = Math.max(before, at + bytes.length);
  }

  /** What is about to be overwritten: the few bytes at the beginning that the end of a recording changes. */
  async #read(at: number, length: number): Promise<Uint8Array> {
    if (length <= 0) return new Uint8Array();
    const { buffer, bytesRead } = await this.handle.read(new Uint8Array(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  }

  async #sync(): Promise<void> {
    const now = this.options.steady();
    if (now - this.#syncedAt < SYNC_MS) return;
    this.#syncedAt = now;
    await this.handle.datasync();
  }

  async #guarded(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#failure = refusalOf(error);
      throw this.#failure;
    }
  }

  #next(act: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(act);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code;
}

function refusalOf(error: unknown): VigilError {
  return new VigilError(NO_ROOM.has(codeOf(error)) ? 'recording-full' : 'recording-not-written');
}
