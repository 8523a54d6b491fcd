/** A sealed recording is opened into a file that any player plays: chunk by chunk, as far as it is genuine. */
import { open, type FileHandle } from 'node:fs/promises';
import { ByteReader } from '../../shared/bytes';
import { wipe } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import type { OpenedRecording } from '../../shared/ipc';
import { passphraseKey, type Stretch } from '../vault/stretch';
import {
  HEAD_LENGTH,
  MAX_CHUNK_LENGTH,
  PREFIX_LENGTH,
  readHead,
  type RecordingOpener,
  type RecordingWrite,
} from './sealed-format';

/** Where to. Once: `finish`, or `abandon`, after which all is as it was. */
export interface OpenedTarget {
  write: (write: RecordingWrite) => Promise<void>;
  finish: () => Promise<void>;
  abandon: () => Promise<void>;
}

export interface OpenSealedOptions {
  sealed: string;
  passphrase: string;
  stretch: Stretch;
  /** Asked once the passphrase is right. Null: the person chose no place. @param sealed what is being read. */
  target: (sealed: FileHandle) => Promise<OpenedTarget | null>;
}

/**
 * Throws VigilError recording-unreadable, recording-not-ours, recording-newer, recording-wrong-passphrase,
 * passphrase-no-memory, and as the target does.
 */
export async function openSealed(options: OpenSealedOptions): Promise<OpenedRecording> {
  const handle = await open(options.sealed, 'r').catch(() => null);
  if (!handle) throw new VigilError('recording-unreadable');
  try {
    const source = new Chunks(handle);
    const opener = await proven(source, options);
    const target = await options.target(handle);
    if (!target) return 'none';
    try {
      const end = await copy(source, opener, target);
      await target.finish();
      return end;
    } catch (error) {
      await target.abandon();
      throw error;
    }
  } finally {
    await handle.close().catch(() => undefined);
  }
}

async function proven(source: Chunks, { passphrase, stretch }: OpenSealedOptions): Promise<RecordingOpener> {
  const head = readHead(await source.take(HEAD_LENGTH));
  const key = await passphraseKey(stretch, passphrase, head.stretching, 'recording');
  try {
    const opener = head.open(key);
    const first = await source.next();
    if (first.state !== 'chunk' || !opener.proves(first.sealed))
      throw new VigilError('recording-wrong-passphrase');
    return opener;
  } finally {
    wipe(key);
  }
}

async function copy(source: Chunks, opener: RecordingOpener, target: OpenedTarget): Promise<OpenedRecording> {
  for (;;) {
    const next = await source.next();
    if (next.state !== 'chunk') return next.state;
    const opened = opener.next(next.sealed);
    if (opened.state === 'not-genuine') return 'damaged';
    // What follows the end was put there by another hand.
    if (opened.state === 'end')
      return (await source.next()).state === 'cut-off' && source.isAtEnd ? 'whole' : 'damaged';
    await target.write(opened.write);
  }
}

type Next = { state: 'chunk'; sealed: Uint8Array } | { state: 'cut-off' } | { state: 'damaged' };

class Chunks {
  #at = 0;
  /** Nothing was left over. */
  isAtEnd = false;

  constructor(private readonly handle: FileHandle) {}

  async next(): Promise<Next> {
    const prefix = await this.take(PREFIX_LENGTH);
    this.isAtEnd = prefix.length === 0;
    if (prefix.length < PREFIX_LENGTH) return { state: 'cut-off' };
    const length = new ByteReader(prefix).uintBE(PREFIX_LENGTH);
    if (length > MAX_CHUNK_LENGTH) return { state: 'damaged' };
    const sealed = await this.take(length);
    return sealed.length < length ? { state: 'cut-off' } : { state: 'chunk', sealed };
  }

  /** Fewer where there are no more. */
  async take(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let done = 0;
    try {
      while (done < length) {
        const { bytesRead } = await this.handle.read(bytes, done, length - done, this.#at + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
    } catch {
      throw new VigilError('recording-unreadable');
    }
    this.#at += done;
    return bytes.subarray(0, done);
  }
}
