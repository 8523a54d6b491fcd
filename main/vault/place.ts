/** Where the vault lies in the profile, and what is done with a file that cannot be used. */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { systemClocks } from '../clocks';
import { renameWhenFree } from '../files/rename-when-free';
import { parseVault, type ParsedVault } from './vault-file';

const FILE_NAME = 'vault';

export class VaultPlace {
  readonly file: string;
  readonly attemptsFile: string;

  constructor(readonly folder: string) {
    this.file = path.join(folder, FILE_NAME);
    this.attemptsFile = path.join(folder, `${FILE_NAME}-attempts`);
  }

  async read(): Promise<ParsedVault | { kind: 'absent' }> {
    try {
      return parseVault(new Uint8Array(await readFile(this.file)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'absent' };
      throw error;
    }
  }

  /** Runs with the file put aside, under the name that is given; if that fails, the file is back in its place. */
  async withFileAside<T>(run: (keptAs: string) => Promise<T>): Promise<T> {
    const stamp = new Date(systemClocks.wall()).toISOString().replace(/[:.]/g, '-');
    const keptAs = `${FILE_NAME}.set-aside-${stamp}`;
    const aside = path.join(this.folder, keptAs);
    await renameWhenFree(this.file, aside);
    try {
      return await run(keptAs);
    } catch (error) {
      await renameWhenFree(aside, this.file);
      throw error;
    }
  }

  /** What writes leave behind that were cut off by a crash; sealed, and of no use to anybody. Or next time. */
  async sweep(): Promise<void> {
    const left = (await readdir(this.folder)).filter((name) => /^vault(?:-attempts)?\.\d+\.tmp$/.test(name));
    await Promise.allSettled(left.map((name) => rm(path.join(this.folder, name), { force: true })));
  }
}
