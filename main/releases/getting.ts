/** One package at a time, from a mirror or from this computer, held against the newest release. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { equalPublic } from '../../shared/bytes';
import type { GettingFailure, GettingView } from '../../shared/ipc/releases';
import type { FileSink } from '../../shared/meeting/files/file-ports';
import type { ReleaseFile } from '../../shared/release/manifest';
import { download } from './download';
import { parseReleaseAddress, type Web } from './web-get';

export interface GettingOptions {
  web: () => Web;
  changed: () => void;
}

export class Getting {
  #view: GettingView = { state: 'idle' };
  /** Where what was checked last lies. */
  #place: string | null = null;
  #abort: AbortController | null = null;

  constructor(private readonly options: GettingOptions) {}

  get view(): GettingView {
    return this.#view;
  }

  get place(): string | null {
    return this.#place;
  }

  isBusy(): boolean {
    return this.#view.state === 'running' || this.#view.state === 'reading';
  }

  /** Where it is to come from; null, and said, for what may not be asked. @param address of a folder if it ends with `/`. */
  addressOf(file: ReleaseFile, address: string): URL | null {
    const trimmed = address.trim();
    const url = parseReleaseAddress(trimmed.endsWith('/') ? `${trimmed}${file.name}` : trimmed);
    if (!url) this.#set({ state: 'failed', why: 'address' });
    return url;
  }

  failed(why: GettingFailure): void {
    this.#set({ state: 'failed', why });
  }

  /** Never rejects. @param place where `sink` writes. */
  async get(file: ReleaseFile, address: URL, sink: FileSink, place: string): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    const { name, size } = file;
    this.#place = null;
    this.#set({ state: 'running', name, bytes: 0, size });
    const got = await download({
      ...{ address, file, sink, signal: abort.signal, web: this.options.web() },
      progress: (bytes) => {
        this.#set({ state: 'running', name, bytes, size });
      },
    });
    this.#abort = null;
    if (got === 'checked') this.#checked(file, place);
    else this.#set({ state: 'failed', why: got });
  }

  /** Never rejects. */
  async check(place: string, files: readonly ReleaseFile[]): Promise<void> {
    this.#place = null;
    this.#set({ state: 'reading' });
    const file = await found(place, files).catch(() => null);
    if (file === undefined) this.#set({ state: 'failed', why: 'not-of-release' });
    else if (file === null) this.#set({ state: 'failed', why: 'unreadable' });
    else this.#checked(file, place);
  }

  stop(): void {
    this.#abort?.abort();
  }

  #checked({ name, kind }: ReleaseFile, place: string): void {
    this.#place = path.resolve(place);
    this.#set({ state: 'checked', name, kind });
  }

  #set(view: GettingView): void {
    this.#view = view;
    this.options.changed();
  }
}

/** Which of the files this one is, whatever it is called here. */
async function found(place: string, files: readonly ReleaseFile[]): Promise<ReleaseFile | undefined> {
  const { size } = await stat(place);
  const candidates = files.filter((file) => file.size === size);
  if (candidates.length === 0) return undefined;
  const hash = createHash('sha256');
  // No more than was there: something that goes on growing ends, too.
  await pipeline(createReadStream(place, { end: size }), hash);
  const digest = new Uint8Array(hash.digest());
  return candidates.find((file) => equalPublic(file.hash, digest));
}
