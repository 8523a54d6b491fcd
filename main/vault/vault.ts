/** Identity and settings in one sealed file. A file that cannot be read is kept aside, never overwritten. */
import { mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { randomBytes } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import type { Settings, VaultView } from '../../shared/ipc';
import { writeAtomically } from './atomic-file';
import { decodeContents, encodeContents, freshContents, type Contents } from './contents';
import type { KeyStore } from './key-store';
import { parseVault, sealVault } from './vault-file';

const FILE_NAME = 'vault';

type SetAsideReason = Extract<VaultView, { state: 'set-aside' }>['reason'];
type Loaded =
  | { kind: 'absent' }
  | { kind: 'loaded'; contents: Contents; dataKey: Uint8Array; wrappedKey: Uint8Array; rewrap: boolean }
  | { kind: 'unreadable'; reason: SetAsideReason };

/** Where and how the contents are kept; null means they live in memory only. */
interface Keeping {
  file: string;
  dataKey: Uint8Array;
  wrappedKey: Uint8Array;
}

export class Vault {
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private contents: Contents,
    private readonly keeping: Keeping | null,
    private notice: VaultView,
  ) {}

  get view(): VaultView {
    return this.notice;
  }

  get settings(): Settings {
    return structuredClone(this.contents.settings);
  }

  get identitySeed(): Contents['identitySeed'] {
    return this.contents.identitySeed;
  }

  /** The user has read that a file was set aside. */
  dismissNotice(): void {
    if (this.notice.state !== 'set-aside') return;
    this.notice = { state: 'ready', protection: this.notice.protection };
  }

  /** Throws VigilError vault-write-failed; the old state is kept then, on disk and here. */
  async saveSettings(settings: Settings): Promise<void> {
    const before = this.contents;
    this.contents = { ...before, settings: structuredClone(settings) };
    try {
      await this.save();
    } catch {
      this.contents = before;
      throw new VigilError('vault-write-failed');
    }
  }

  /** @param folder of the profile. @param store null where the system cannot protect a key. */
  static async open(folder: string, store: KeyStore | null): Promise<Vault> {
    if (!store) return new Vault(freshContents(), null, { state: 'memory-only', reason: 'no-key-store' });
    const file = path.join(folder, FILE_NAME);
    try {
      await mkdir(folder, { recursive: true });
      const loaded = await load(file, store);
      if (loaded.kind === 'loaded') return await keep(file, store, loaded);
      const { protection } = store;
      const notice: VaultView =
        loaded.kind === 'absent'
          ? { state: 'ready', protection }
          : { state: 'set-aside', protection, reason: loaded.reason, keptAs: await setAside(file) };
      return await create(file, store, notice);
    } catch {
      return new Vault(freshContents(), null, { state: 'memory-only', reason: 'not-writable' });
    }
  }

  /** Writes follow one another, so that the file always holds the latest. */
  save(): Promise<void> {
    const { keeping } = this;
    if (!keeping) return Promise.resolve();
    const write = async (): Promise<void> => {
      const sealed = sealVault(
        encodeContents(this.contents),
        keeping.dataKey,
        keeping.wrappedKey,
        randomBytes(24),
      );
      await writeAtomically(keeping.file, sealed);
    };
    const written = this.#writing.then(write, write);
    this.#writing = written;
    return written;
  }
}

async function create(file: string, store: KeyStore, notice: VaultView): Promise<Vault> {
  const dataKey = randomBytes(32);
  const wrappedKey = await store.wrap(dataKey);
  const vault = new Vault(freshContents(), { file, dataKey, wrappedKey }, notice);
  await vault.save();
  return vault;
}

async function keep(
  file: string,
  store: KeyStore,
  loaded: Extract<Loaded, { kind: 'loaded' }>,
): Promise<Vault> {
  const { contents, dataKey, rewrap } = loaded;
  const wrappedKey = rewrap ? await store.wrap(dataKey) : loaded.wrappedKey;
  const vault = new Vault(
    contents,
    { file, dataKey, wrappedKey },
    { state: 'ready', protection: store.protection },
  );
  if (rewrap) await vault.save();
  return vault;
}

async function load(file: string, store: KeyStore): Promise<Loaded> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'absent' };
    throw error;
  }
  const parsed = parseVault(bytes);
  if (parsed.kind !== 'vault') return { kind: 'unreadable', reason: parsed.kind };
  let unwrapped;
  try {
    unwrapped = await store.unwrap(parsed.vault.wrappedKey);
  } catch {
    return { kind: 'unreadable', reason: 'other-machine' };
  }
  try {
    const contents = decodeContents(parsed.vault.open(unwrapped.key));
    const { wrappedKey } = parsed.vault;
    return { kind: 'loaded', contents, dataKey: unwrapped.key, wrappedKey, rewrap: unwrapped.rewrap };
  } catch {
    return { kind: 'unreadable', reason: 'damaged' };
  }
}

/** Returns the name under which the unreadable file is kept. */
async function setAside(file: string): Promise<string> {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const keptAs = `${path.basename(file)}.set-aside-${stamp}`;
  await rename(file, path.join(path.dirname(file), keptAs));
  return keptAs;
}
