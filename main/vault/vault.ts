/**
 * Identity and settings in one sealed file. A damaged file is kept aside; a file that merely cannot be opened
 * now is left exactly as it is, and this run goes on in memory. Nothing is ever overwritten unread.
 */
import { mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { randomBytes } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import type { Contact } from '../../shared/identity/contacts';
import type { Settings, VaultView } from '../../shared/ipc';
import { writeAtomically } from './atomic-file';
import { decodeContents, encodeContents, freshContents, type Contents } from './contents';
import type { KeyStore } from './key-store';
import { parseVault, sealVault } from './vault-file';

const FILE_NAME = 'vault';

type MemoryReason = Extract<VaultView, { state: 'memory-only' }>['reason'];

type Loaded =
  | { kind: 'absent' }
  | { kind: 'loaded'; contents: Contents; keeping: Keeping; rewrap: boolean }
  | { kind: 'damaged' }
  | { kind: 'closed'; reason: 'key-refused' | 'newer-version' };

/** Where and how the contents are kept. */
interface Keeping {
  file: string;
  dataKey: Uint8Array;
  wrappedKey: Uint8Array;
}

export class Vault {
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    private contents: Contents,
    /** Null: the contents live in memory only. */
    private keeping: Keeping | null,
    private notice: VaultView,
    private readonly place: { folder: string; store: KeyStore | null },
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

  /** On the user's word: the file that cannot be opened goes aside, and this run's identity is kept from now on. */
  async startOver(): Promise<void> {
    const { folder, store } = this.place;
    if (this.keeping || !store) throw new VigilError('vault-store-unavailable');
    try {
      const file = path.join(folder, FILE_NAME);
      const keptAs = await setAside(file);
      this.keeping = await makeKeeping(file, store);
      await this.#write(this.contents);
      this.notice = { state: 'set-aside', protection: store.protection, reason: 'by-user', keptAs };
    } catch {
      this.keeping = null;
      throw new VigilError('vault-write-failed');
    }
  }

  get contacts(): readonly Contact[] {
    return this.contents.contacts;
  }

  /** Throws VigilError vault-write-failed; the old state is kept then, on disk and here. */
  saveSettings(change: Partial<Settings>): Promise<void> {
    return this.#save((contents) => ({
      ...contents,
      settings: { ...contents.settings, ...structuredClone(change) },
    }));
  }

  /** Throws as saveSettings does. */
  saveContacts(contacts: readonly Contact[]): Promise<void> {
    return this.#save((contents) => ({ ...contents, contacts: [...contacts] }));
  }

  #save(change: (contents: Contents) => Contents): Promise<void> {
    const save = async (): Promise<void> => {
      const contents = change(this.contents);
      try {
        await this.#write(contents);
      } catch {
        throw new VigilError('vault-write-failed');
      }
      this.contents = contents;
    };
    // One after the other, each upon what the one before has really written.
    const saved = this.#writing.then(save, save);
    this.#writing = saved.catch(() => undefined);
    return saved;
  }

  /** Writes the contents as they are, under a key that was wrapped anew. */
  async rewrap(store: KeyStore): Promise<void> {
    if (!this.keeping) return;
    const wrappedKey = await store.wrap(this.keeping.dataKey);
    this.keeping = { ...this.keeping, wrappedKey };
    await this.#write(this.contents);
  }

  async writeFirst(): Promise<void> {
    await this.#write(this.contents);
  }

  async #write(contents: Contents): Promise<void> {
    const { keeping } = this;
    if (!keeping) return;
    const sealed = sealVault(encodeContents(contents), keeping.dataKey, keeping.wrappedKey, randomBytes(24));
    await writeAtomically(keeping.file, sealed);
  }

  /** @param folder of the profile. @param store null where the system cannot protect a key. */
  static async open(folder: string, store: KeyStore | null): Promise<Vault> {
    const place = { folder, store };
    const inMemory = (reason: MemoryReason): Vault =>
      new Vault(freshContents(), null, { state: 'memory-only', reason }, place);
    if (!store) return inMemory('no-key-store');
    const file = path.join(folder, FILE_NAME);
    try {
      await mkdir(folder, { recursive: true });
      const loaded = await load(file, store);
      const ready: VaultView = { state: 'ready', protection: store.protection };
      switch (loaded.kind) {
        case 'loaded':
          return await openLoaded(
            new Vault(loaded.contents, loaded.keeping, ready, place),
            loaded.rewrap,
            store,
          );
        case 'absent':
          return await created(new Vault(freshContents(), await makeKeeping(file, store), ready, place));
        case 'damaged':
          return await replaceDamaged(file, store, place);
        case 'closed':
          return inMemory(loaded.reason);
      }
    } catch {
      return inMemory('not-writable');
    }
  }
}

async function created(vault: Vault): Promise<Vault> {
  await vault.writeFirst();
  return vault;
}

/** The old wrapping goes on working should a new one not come about. */
async function openLoaded(vault: Vault, rewrap: boolean, store: KeyStore): Promise<Vault> {
  if (rewrap) await vault.rewrap(store).catch(() => undefined);
  return vault;
}

async function replaceDamaged(
  file: string,
  store: KeyStore,
  place: { folder: string; store: KeyStore | null },
): Promise<Vault> {
  const keeping = await makeKeeping(file, store);
  const keptAs = await setAside(file);
  const notice: VaultView = { state: 'set-aside', protection: store.protection, reason: 'damaged', keptAs };
  try {
    return await created(new Vault(freshContents(), keeping, notice, place));
  } catch (error) {
    // Found again at the next start, and said again.
    await rename(path.join(path.dirname(file), keptAs), file);
    throw error;
  }
}

async function makeKeeping(file: string, store: KeyStore): Promise<Keeping> {
  const dataKey = randomBytes(32);
  return { file, dataKey, wrappedKey: await store.wrap(dataKey) };
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
  if (parsed.kind === 'newer-version') return { kind: 'closed', reason: 'newer-version' };
  if (parsed.kind === 'damaged') return { kind: 'damaged' };
  const { wrappedKey, open } = parsed.vault;
  let unwrapped;
  try {
    unwrapped = await store.unwrap(wrappedKey);
  } catch {
    // Locked, refused, or another computer's: tomorrow it may open.
    return { kind: 'closed', reason: 'key-refused' };
  }
  try {
    const contents = decodeContents(open(unwrapped.key));
    const keeping = { file, dataKey: unwrapped.key, wrappedKey };
    return { kind: 'loaded', contents, keeping, rewrap: unwrapped.rewrap };
  } catch {
    return { kind: 'damaged' };
  }
}

/** Returns the name under which the file is kept. */
async function setAside(file: string): Promise<string> {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const keptAs = `${path.basename(file)}.set-aside-${stamp}`;
  await rename(file, path.join(path.dirname(file), keptAs));
  return keptAs;
}
