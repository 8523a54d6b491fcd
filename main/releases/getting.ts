/** One package at a time, from a mirror or from this computer, held against the newest release. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { equalPublic } from '../../shared/bytes';
import { VigilError } from '../../shared/errors';
import type { GettingView } from '../../shared/ipc/releases';
import type { ReleaseFile } from '../../shared/release/manifest';
import { openArrivingFile } from '../files/arriving-file';
import { download } from './download';
import { parseReleaseAddress, type Web } from './web-get';

export interface GettingOptions {
  web: () => Web;
  changed: () => void;
}

/** Where the person wants it, or has it; null: nowhere. */
export type ChoosePlace = () => Promise<string | null>;

export class Getting {
  #view: GettingView = { state: 'idle' };
  /** Where what was checked last lies. */
  #place: string | null = null;
  /** What is under way, from before its dialog on: one thing at a time. */
  #work: AbortController | null = null;
  /** Of what is written, until it is checked or gone. */
  #written: Promise<void> = Promise.resolve();

  constructor(private readonly options: GettingOptions) {}

  get view(): GettingView {
    return this.#view;
  }

  get place(): string | null {
    return this.#place;
  }

  /**
   * Throws VigilError bad-request at once while something else is under way; never rejects.
   * @param address of a folder if it ends with `/`.
   */
  get(file: ReleaseFile, address: string, choose: ChoosePlace): Promise<void> {
    return this.#alone(async (work) => {
      const url = addressOf(file, address);
      if (!url) {
        this.#set(work, { state: 'failed', why: 'address' });
        return;
      }
      const place = await choose();
      if (place === null || work.signal.aborted) return;
      const written = this.#write(work, file, url, place);
      this.#written = written;
      await written;
    });
  }

  /** As `get`. @param files of the newest release, once the person has chosen. */
  check(files: () => readonly ReleaseFile[], choose: ChoosePlace): Promise<void> {
    return this.#alone(async (work) => {
      const place = await choose();
      if (place === null || work.signal.aborted) return;
      this.#place = null;
      this.#set(work, { state: 'reading' });
      const file = await found(place, files()).catch(() => null);
      if (file === undefined) this.#set(work, { state: 'failed', why: 'not-of-release' });
      else if (file === null) this.#set(work, { state: 'failed', why: 'unreadable' });
      else this.#checked(work, file, place);
    });
  }

  /** The person stops what is fetched. */
  stop(): void {
    if (this.#view.state === 'running') this.#work?.abort();
  }

  /**
   * Whatever is known of a file, or under way, counts no more. Resolves when nothing of what was not checked is left.
   * @param why null: nobody needs to know.
   */
  async reset(why: 'other-release' | null): Promise<void> {
    const isUnderWay = this.#view.state === 'running' || this.#view.state === 'reading';
    this.#work?.abort();
    this.#work = null;
    this.#place = null;
    this.#view = isUnderWay && why !== null ? { state: 'failed', why } : { state: 'idle' };
    this.options.changed();
    await this.#written;
  }

  #alone(run: (work: AbortController) => Promise<void>): Promise<void> {
    if (this.#work) throw new VigilError('bad-request');
    const work = new AbortController();
    this.#work = work;
    return run(work).finally(() => {
      if (this.#work === work) this.#work = null;
    });
  }

  async #write(work: AbortController, file: ReleaseFile, address: URL, place: string): Promise<void> {
    const guarded = (run: () => void): void => {
      run();
    };
    const sink = await openArrivingFile({ place, guarded }).catch(() => null);
    if (!sink) {
      this.#set(work, { state: 'failed', why: 'not-written' });
      return;
    }
    const { name, size } = file;
    const progress = (bytes: number): void => {
      this.#set(work, { state: 'running', name, bytes, size });
    };
    if (this.#work === work) this.#place = null;
    progress(0);
    const got = await download({
      ...{ address, file, sink, progress },
      ...{ signal: work.signal, web: this.options.web() },
    });
    if (got === 'checked') this.#checked(work, file, place);
    else this.#set(work, { state: 'failed', why: got });
  }

  #checked(work: AbortController, { name, kind }: ReleaseFile, place: string): void {
    if (this.#work === work) this.#place = path.resolve(place);
    this.#set(work, { state: 'checked', name, kind });
  }

  /** What was given up says nothing more. */
  #set(work: AbortController, view: GettingView): void {
    if (this.#work !== work) return;
    this.#view = view;
    this.options.changed();
  }
}

/** Where it is to come from; null for what may not be asked. */
function addressOf(file: ReleaseFile, address: string): URL | null {
  const trimmed = address.trim();
  return parseReleaseAddress(trimmed.endsWith('/') ? `${trimmed}${file.name}` : trimmed);
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
