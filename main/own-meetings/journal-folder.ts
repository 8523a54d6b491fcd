/** Where the statements of own meetings lie in the profile: one sealed file each, under a name that says nothing. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

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

  /** Files that belong to no meeting any more: nothing opens them. */
  async sweep(known: readonly string[]): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    const left = names.filter((name) => NAME.test(name) && !known.includes(name));
    await Promise.all(left.map((name) => this.remove(name)));
  }
}
