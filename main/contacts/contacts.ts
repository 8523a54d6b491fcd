/** The address book: kept in the vault, asked by the meeting, shown in the window. */
import { toHex } from '../../shared/bytes';
import { systemClocks } from '../clocks';
import { blake2b } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import {
  acquaintanceOf,
  afterImport,
  afterKeyChange,
  afterMeeting,
  afterVerification,
  type Contact,
} from '../../shared/identity/contacts';
import { nameBytes } from '../../shared/identity/name';
import { fromUtf8 } from '../../shared/crypto/sodium';
import type { ContactView } from '../../shared/ipc';
import type { AcquaintancesPort } from '../../shared/meeting/ports';
import { decodeContacts, encodeContacts } from './contacts-file';
import type { Vault } from '../vault/vault';

export class Contacts {
  /** What is known now; the vault follows. */
  #list: readonly Contact[] = [];

  constructor(
    private readonly vault: Pick<Vault, 'contacts' | 'saveContacts' | 'isLocked'>,
    private readonly changed: () => void,
    /** Identities, in hex, who come into the running meeting without being asked about. */
    private readonly expected: () => ReadonlySet<string> = () => new Set(),
  ) {
    this.reload();
  }

  /** The vault was opened or locked: while it is locked nobody is known. */
  reload(): void {
    this.#list = this.vault.isLocked ? [] : this.vault.contacts;
  }

  /** What a meeting asks and tells. A vault that cannot be written changes nothing for the meeting. */
  readonly port: AcquaintancesPort = {
    look: (identity, name) => acquaintanceOf(this.#list, identity, name),
    met: (identity, name) => {
      this.#keep(afterMeeting(this.#list, identity, name, systemClocks.wall())).catch(() => undefined);
    },
    verified: (identity, name, by) => {
      this.#keep(afterVerification(this.#list, identity, name, by, systemClocks.wall())).catch(
        () => undefined,
      );
    },
    keyChanged: (identity, name) => {
      this.#keep(afterKeyChange(this.#list, identity, name, systemClocks.wall())).catch(() => undefined);
    },
    all: () => this.#list.map(({ identity, name }) => ({ identity, name })),
  };

  /** Those who were verified first, then by when they were met last. */
  get views(): ContactView[] {
    const order = (one: Contact, other: Contact): number =>
      Number(other.verified !== null) - Number(one.verified !== null) || other.lastMetAt - one.lastMetAt;
    const expected = this.expected();
    return [...this.#list].sort(order).map((contact) => contactView(contact, expected));
  }

  /** Throws VigilError no-such-contact. */
  identity(id: string): Uint8Array {
    return this.#find(id).identity;
  }

  /** Rejects with VigilError no-such-contact, name-empty or vault-write-failed. */
  async rename(id: string, name: string): Promise<void> {
    const cleaned = fromUtf8(nameBytes(name));
    if (cleaned === '') throw new VigilError('name-empty');
    const { identity } = this.#find(id);
    await this.#keep(this.#list.map((one) => (one.identity === identity ? { ...one, name: cleaned } : one)));
  }

  /** Rejects with VigilError no-such-contact or vault-write-failed. */
  async forget(id: string): Promise<void> {
    const contact = this.#find(id);
    await this.#keep(this.#list.filter((one) => one !== contact));
  }

  /** A file for oneself: names and public keys, nothing that is secret, and nothing that is signed. */
  export(): Uint8Array {
    return encodeContacts(this.#list);
  }

  /**
   * Whoever is unknown here comes in, as met and not as verified: a file proves nothing, and drives nobody out who is
   * known. Returns how many came in. Throws VigilError file-not-contacts.
   */
  async import(file: Uint8Array): Promise<number> {
    const merged = afterImport(this.#list, decodeContacts(file), systemClocks.wall());
    const came = merged.length - this.#list.length;
    await this.#keep(merged);
    return came;
  }

  #find(id: string): Contact {
    const contact = this.#list.find(({ identity }) => contactId(identity) === id);
    if (!contact) throw new VigilError('no-such-contact');
    return contact;
  }

  async #keep(list: readonly Contact[]): Promise<void> {
    const before = this.#list;
    this.#list = list;
    try {
      await this.vault.saveContacts(list);
    } catch (error) {
      // Known until Vigil is closed; what a person asked for by hand is taken back and said.
      if (before.length >= list.length) this.#list = before;
      throw error;
    } finally {
      this.changed();
    }
  }
}

/** Stands for an identity in the window, which has no use for the key itself. */
function contactId(identity: Uint8Array): string {
  return toHex(blake2b(16, [identity]));
}

function contactView(
  { identity, name, calledThemselves, verified, lastMetAt }: Contact,
  expected: ReadonlySet<string>,
): ContactView {
  const id = contactId(identity);
  const fingerprint = (id.match(/.{4}/g) ?? []).join(' ');
  const isExpected = expected.has(toHex(identity));
  return { id, name, calledThemselves, verified, lastMetAt, fingerprint, isExpected };
}
