/** Where the statements of own meetings lie in the profile: one sealed file each, under a name that says nothing. */
import type { WallTime } from '../../shared/clocks';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Age at which a journal goes: no link is good for longer. */
const LIFETIME_MS = 31 * 24 * 3600 * 1000;
const NAME = /^[0-9a-f]{32}$/;

export class JournalFolder {
  private constructor(private readonly folder: string) {}

  /** @param profile the profile's folder. */
  static async open(profile: string): Promise<JournalFolder> {
    const folder = path.join(profile, 'meetings');
    await mkdir(folder, { recursive: true }).catch(() => undefined);
    return new JournalFolder(folder);
  }

  /** @param id 32 hex digits. */
  file(id: string): string {
    return path.join(this.folder, id);
  }

  async remove(id: string): Promise<void> {
    await rm(this.file(id), { force: true }).catch(() => undefined);
  }

  /**
   * Files of meetings that are over for sure. A younger one may belong to a vault that was put aside: without it the
   * same would be signed twice when that vault is back.
   */
  async sweep(known: readonly string[], now: WallTime): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names.filter((one) => NAME.test(one) && !known.includes(one))) {
      const written = await stat(this.file(name)).catch(() => null);
      if (written && now - written.mtimeMs > LIFETIME_MS) await this.remove(name);
    }
  }
}
