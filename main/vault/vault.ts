/**
 * Identity and settings in one sealed file. A damaged file is kept aside; a file that merely cannot be opened
 * now is left exactly as it is, and this run goes on in memory. Nothing is ever overwritten unread.
 */
import { mkdir } from 'node:fs/promises';
import { systemClocks } from '../clocks';
import { wipe } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import type { Contact } from '../../shared/identity/contacts';
import type { IdentitySeed } from '../../shared/identity/identity';
import type { Settings, VaultView } from '../../shared/ipc';
import type { KeptInvite } from './kept-invite-record';
import type { OwnMeeting } from './own-meeting-record';
import type { KeptVolunteer } from './volunteer-record';
import { Attempts } from './attempts';
import { decodeContents, freshContents, wipeKeys, type Contents, type KeptReleases } from './contents';
import { freshKeeping, protectionOf, provePassphrase, writeKept, type Keeping } from './keeping';
import { openLock, type Locksmith } from './lock';
import { VaultPlace } from './place';
import type { SealedVault } from './vault-file';

type MemoryReason = Extract<VaultView, { state: 'memory-only' }>['reason'];

type State =
  /** Between the start and the first opening, and when that fails: nothing to be had. */
  | { state: 'locked' }
  | { state: 'kept'; contents: Contents; keeping: Keeping; aside: Aside | null }
  | { state: 'memory-only'; contents: Contents; reason: MemoryReason };

interface Aside {
  reason: 'damaged' | 'by-user';
  keptAs: string;
}

export class Vault {
  #state: State = { state: 'locked' };
  #last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly place: VaultPlace,
    private readonly locksmith: Locksmith,
    private readonly attempts: Attempts,
  ) {}

  /** @param folder of the profile. A vault with a passphrase is locked at first. */
  static async open(folder: string, locksmith: Locksmith, clocks = systemClocks): Promise<Vault> {
    const place = new VaultPlace(folder);
    const vault = new Vault(place, locksmith, await Attempts.open(place.attemptsFile, clocks));
    try {
      await vault.#start();
    } catch {
      vault.#inMemory('not-writable');
    }
    return vault;
  }

  get isLocked(): boolean {
    return this.#state.state === 'locked';
  }

  get hasPassphrase(): boolean {
    return this.#state.state === 'kept' && this.#state.keeping.lock.kind === 'passphrase';
  }

  /** Milliseconds in which no passphrase is tried yet. */
  get waitMs(): number {
    return this.attempts.waitMs;
  }

  /** How the contents are kept. Throws VigilError locked. */
  get view(): VaultView {
    const state = this.#opened();
    if (state.state === 'memory-only') return { state: 'memory-only', reason: state.reason };
    const common = protectionOf(state.keeping, this.locksmith);
    return state.aside ? { state: 'set-aside', ...common, ...state.aside } : { state: 'ready', ...common };
  }

  /** Throws VigilError locked. */
  get settings(): Settings {
    return structuredClone(this.#opened().contents.settings);
  }

  /** Throws VigilError locked. */
  get contacts(): readonly Contact[] {
    return this.#opened().contents.contacts;
  }

  /** Nodes of the DHT that answered. Throws VigilError locked. */
  get knownDhtNodes(): Contents['knownDhtNodes'] {
    return this.#opened().contents.knownDhtNodes;
  }

  /** Throws VigilError locked. */
  get releases(): KeptReleases {
    return this.#opened().contents.releases;
  }

  get meetings(): readonly OwnMeeting[] {
    return this.#opened().contents.meetings;
  }

  /** Throws VigilError locked. */
  get keptInvites(): readonly KeptInvite[] {
    return this.#opened().contents.keptInvites;
  }

  /** A copy: the vault's own is overwritten when it is locked. */
  get identitySeed(): IdentitySeed {
    return this.#opened().contents.identitySeed.slice() as IdentitySeed;
  }

  /** The user has read that a file was set aside. */
  dismissNotice(): void {
    if (this.#state.state === 'kept') this.#state = { ...this.#state, aside: null };
  }

  /** Rejects with VigilError locked or vault-write-failed; the old state is kept then, on disk and here. */
  saveSettings(change: Partial<Settings>): Promise<void> {
    const own = structuredClone(change);
    return this.#save((contents) => ({ ...contents, settings: { ...contents.settings, ...own } }));
  }

  /** Rejects with VigilError locked or vault-write-failed; the old state is kept then. */
  saveContacts(contacts: readonly Contact[]): Promise<void> {
    return this.#save((contents) => ({ ...contents, contacts: [...contacts] }));
  }

  /** Rejects with VigilError locked or vault-write-failed; the old state is kept then. */
  saveMeetings(meetings: readonly OwnMeeting[]): Promise<void> {
    return this.#save((contents) => ({ ...contents, meetings: [...meetings] }));
  }

  /** Rejects with VigilError locked or vault-write-failed; the old state is kept then. */
  saveKeptInvites(invites: readonly KeptInvite[]): Promise<void> {
    return this.#save((contents) => ({ ...contents, keptInvites: [...invites] }));
  }

  /** Rejects with VigilError locked or vault-write-failed; the old state is kept then. */
  saveKnownDhtNodes(nodes: Contents['knownDhtNodes']): Promise<void> {
    return this.#save((contents) => ({ ...contents, knownDhtNodes: nodes.map((node) => ({ ...node })) }));
  }

  /** Servers of volunteers. Throws VigilError locked. */
  get volunteers(): readonly KeptVolunteer[] {
    return this.#opened().contents.volunteers;
  }

  /** Rejects with VigilError locked or vault-write-failed; the old state is kept then. */
  saveVolunteers(volunteers: readonly KeptVolunteer[]): Promise<void> {
    return this.#save((contents) => ({ ...contents, volunteers: volunteers.map((one) => ({ ...one })) }));
  }

  /** Rejects with VigilError locked or vault-write-failed; the old state is kept then. */
  saveReleases(releases: KeptReleases): Promise<void> {
    return this.#save((contents) => ({ ...contents, releases }));
  }

  /** Meetings that the old one made, or was invited to, go with it. Rejects with VigilError locked or vault-write-failed. */
  async replaceIdentity(seed: IdentitySeed): Promise<void> {
    await this.#save((contents) => ({
      ...contents,
      identitySeed: seed.slice() as IdentitySeed,
      meetings: [],
      keptInvites: [],
    }));
  }

  /** Forgets what was opened, as far as JavaScript lets go. Does nothing where there is no passphrase. */
  lock(): void {
    const state = this.#state;
    if (state.state !== 'kept' || state.keeping.lock.kind !== 'passphrase') return;
    wipe(state.keeping.dataKey);
    wipeKeys(state.contents);
    this.#state = { state: 'locked' };
  }

  /** Throws VigilError passphrase-wrong, -wait or -no-memory, vault-store-unavailable or vault-damaged. */
  unlock(passphrase: string): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.isLocked) return;
      const found = await this.place.read();
      if (found.kind !== 'vault') throw new VigilError('vault-damaged');
      await this.#openSealed(found.vault, passphrase);
    });
  }

  /**
   * Sets or changes it. Throws VigilError passphrase-empty; rejects with locked, passphrase-wrong, -wait or -no-memory,
   * vault-store-unavailable, or vault-write-failed: the old one counts then.
   */
  setPassphrase(current: string | null, next: string): Promise<void> {
    if (next === '') throw new VigilError('passphrase-empty');
    return this.#inTurn(async () => {
      const state = this.#opened();
      if (state.state === 'memory-only' && state.reason !== 'no-key-store') {
        throw new VigilError('vault-store-unavailable');
      }
      await this.#prove(current);
      await this.#relock(next);
    });
  }

  /**
   * Rejects with VigilError locked, passphrase-wrong, -wait or -no-memory, vault-write-failed, or
   * vault-store-unavailable where nothing else protects.
   */
  removePassphrase(current: string): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.locksmith.store) throw new VigilError('vault-store-unavailable');
      await this.#prove(current);
      await this.#relock(null);
    });
  }

  /**
   * On the user's word: the file that cannot be opened goes aside, and this run's identity is kept from now on.
   * Rejects with VigilError vault-store-unavailable if there is no such file, or vault-write-failed.
   */
  startOver(): Promise<void> {
    return this.#inTurn(async () => {
      const state = this.#state;
      if (state.state === 'kept') throw new VigilError('vault-store-unavailable');
      const contents = state.state === 'locked' ? freshContents() : state.contents;
      try {
        await this.place.withFileAside(async (keptAs) => {
          if (this.locksmith.store) await this.#keep(contents, { reason: 'by-user', keptAs });
          else this.#state = { state: 'memory-only', contents, reason: 'no-key-store' };
        });
      } catch {
        throw new VigilError('vault-write-failed');
      }
      await this.attempts.forget();
    });
  }

  async #start(): Promise<void> {
    const { store } = this.locksmith;
    await mkdir(this.place.folder, { recursive: true });
    await this.place.sweep();
    const found = await this.place.read();
    switch (found.kind) {
      case 'absent':
        if (store) await this.#keep(freshContents(), null);
        else this.#inMemory('no-key-store');
        return;
      case 'newer-version':
        this.#inMemory('newer-version');
        return;
      case 'damaged':
        await this.#replaceDamaged();
        return;
      case 'vault':
        if (found.vault.lock.kind === 'key-store') await this.#openAtStart(found.vault);
    }
  }

  async #openAtStart(sealed: SealedVault): Promise<void> {
    try {
      await this.#openSealed(sealed, null);
    } catch (error) {
      if (!(error instanceof VigilError)) throw error;
      if (error.code === 'vault-damaged') await this.#replaceDamaged();
      else this.#inMemory('key-refused');
    }
  }

  async #replaceDamaged(): Promise<void> {
    if (!this.locksmith.store) {
      // There is nothing to keep a new one with: the file stays, and is told of again.
      this.#inMemory('key-refused');
      return;
    }
    await this.place.withFileAside((keptAs) => this.#keep(freshContents(), { reason: 'damaged', keptAs }));
  }

  async #openSealed({ lock, open }: SealedVault, passphrase: string | null): Promise<void> {
    const test = () => openLock(lock, this.locksmith, passphrase);
    const opened = passphrase === null ? await test() : await this.attempts.run(test);
    let contents: Contents;
    try {
      contents = decodeContents(open(opened.dataKey));
    } catch {
      throw new VigilError('vault-damaged');
    }
    this.#state = { state: 'kept', contents, keeping: opened, aside: null };
    if (opened.lock !== lock) await writeKept(this.place.file, contents, opened).catch(() => undefined);
  }

  /** A new file, with a key of its own. */
  async #keep(contents: Contents, aside: Aside | null): Promise<void> {
    const keeping = await freshKeeping(this.locksmith, null);
    await writeKept(this.place.file, contents, keeping);
    this.#state = { state: 'kept', contents, keeping, aside };
  }

  /** Under a new data key: whoever knows the old passphrase and an old copy opens nothing that comes. */
  async #relock(passphrase: string | null): Promise<void> {
    const before = this.#opened();
    const keeping = await freshKeeping(this.locksmith, passphrase);
    const { contents } = this.#opened();
    try {
      await writeKept(this.place.file, contents, keeping);
    } catch {
      throw new VigilError('vault-write-failed');
    }
    if (this.isLocked) {
      wipe(keeping.dataKey);
      return;
    }
    if (before.state === 'kept') wipe(before.keeping.dataKey);
    const aside = before.state === 'kept' ? before.aside : null;
    this.#state = { state: 'kept', contents, keeping, aside };
  }

  /** Whoever finds the window open must not take the passphrase away. */
  async #prove(passphrase: string | null): Promise<void> {
    const state = this.#opened();
    if (state.state !== 'kept' || state.keeping.lock.kind !== 'passphrase') return;
    const { keeping } = state;
    await this.attempts.run(() => provePassphrase(keeping, this.locksmith, passphrase ?? ''));
  }

  #save(change: (contents: Contents) => Contents): Promise<void> {
    return this.#inTurn(async () => {
      const state = this.#opened();
      const contents = change(state.contents);
      if (state.state === 'kept') {
        try {
          await writeKept(this.place.file, contents, state.keeping);
        } catch {
          throw new VigilError('vault-write-failed');
        }
      }
      // Locked while it was written: it is in the file, and nowhere else.
      if (this.isLocked) {
        wipeKeys(contents);
        return;
      }
      if (contents.identitySeed !== state.contents.identitySeed) wipe(state.contents.identitySeed);
      this.#state = { ...this.#opened(), contents };
    });
  }

  /** Resolves when everything that was asked for until now is written, or has failed. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /** One after the other, each upon what the one before has really written. */
  #inTurn(run: () => Promise<void>): Promise<void> {
    const done = this.#last.then(run, run);
    this.#last = done.catch(() => undefined);
    return done;
  }

  #inMemory(reason: MemoryReason): void {
    this.#state = { state: 'memory-only', contents: freshContents(), reason };
  }

  #opened(): Exclude<State, { state: 'locked' }> {
    if (this.#state.state === 'locked') throw new VigilError('locked');
    return this.#state;
  }
}
