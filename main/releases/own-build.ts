/** Which build this is: the hash of the archive that Electron runs, by which releases name it. */
import { createHash } from 'node:crypto';
import type { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { BUILD_HASH_LENGTH } from '../../shared/release/limits';

export interface OwnBuildOptions {
  /** Null: this is no package, and no release names it. */
  archive: string | null;
  changed: () => void;
}

/** Where the app's archive lies in a package. */
export const archiveIn = (resources: string): string => path.join(resources, 'app.asar');

export class OwnBuild {
  /** Zeros until it is known, and for what no release can name. */
  hash = new Uint8Array(BUILD_HASH_LENGTH);
  #found: Promise<void> | null = null;

  constructor(private readonly options: OwnBuildOptions) {}

  get isReleased(): boolean {
    return this.options.archive !== null;
  }

  /** Reads the archive once; what cannot be read stays unknown. */
  find(): Promise<void> {
    return (this.#found ??= this.#read());
  }

  /** Before others are told of it: what takes longer than that is told as unknown. @param milliseconds at most. */
  async knownIn(milliseconds: number): Promise<void> {
    const enough = new AbortController();
    const waited = pause(milliseconds, undefined, { ref: false, signal: enough.signal }).catch(
      () => undefined,
    );
    await Promise.race([this.find(), waited]);
    enough.abort();
  }

  async #read(): Promise<void> {
    const { archive, changed } = this.options;
    if (archive === null) return;
    try {
      const hash = createHash('sha256');
      await pipeline(readStream(archive), hash);
      this.hash = new Uint8Array(hash.digest()).slice(0, BUILD_HASH_LENGTH);
      changed();
    } catch {
      // Unknown, and told as that.
    }
  }
}

/** Electron shows archives as folders to Node; its own module reads them as the files that they are. */
function readStream(archive: string): ReturnType<typeof createReadStream> {
  const isElectron = 'electron' in process.versions && !('vigil-stand-in' in process.versions);
  const load = createRequire(import.meta.url);
  const fs = load(isElectron ? 'original-fs' : 'node:fs') as { createReadStream: typeof createReadStream };
  return fs.createReadStream(archive, { highWaterMark: 1 << 20 });
}
