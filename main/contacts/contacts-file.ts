/** Contacts as a file that a person keeps or carries to another computer: `magic9 ‖ CBOR`. */
import { ascii, concat, equalPublic } from '../../shared/bytes';
import { VigilError } from '../../shared/errors';
import type { Contact } from '../../shared/identity/contacts';
import { isCanonical } from '../../shared/identity/identity';
import { nameBytes } from '../../shared/identity/name';
import { fromUtf8 } from '../../shared/crypto/sodium';
import { decodeCbor, encodeCbor, type CborValue } from '../../shared/wire/cbor';
import { contactsSchema } from '../vault/contents';

const MAGIC = ascii('VIGILCNT1');
/** Bytes: far more than the largest address book takes. */
export const MAX_CONTACTS_FILE = 1024 * 1024;
/** People in one file: somebody who verified more than that has no such file. */
export const MAX_CONTACTS_IN_FILE = 2000;
/** UTF-16 units of a name, which is cut to 64 bytes afterwards. */
const MAX_RAW_NAME = 256;

export function encodeContacts(contacts: readonly Contact[]): Uint8Array {
  return concat(MAGIC, encodeCbor(contacts as unknown as CborValue));
}

/** Throws VigilError file-not-contacts. @param file from anywhere. */
export function decodeContacts(file: Uint8Array): Contact[] {
  const fail = new VigilError('file-not-contacts');
  if (file.length > MAX_CONTACTS_FILE || !equalPublic(file.subarray(0, MAGIC.length), MAGIC)) throw fail;
  let contacts: Contact[];
  try {
    contacts = contactsSchema.parse(decodeCbor(file.subarray(MAGIC.length)));
  } catch {
    throw fail;
  }
  if (contacts.length > MAX_CONTACTS_IN_FILE || !contacts.every(isPossible)) throw fail;
  return contacts.map((contact) => ({
    ...contact,
    name: shownName(contact.name),
    calledThemselves: shownName(contact.calledThemselves),
  }));
}

function isPossible({ identity, name, calledThemselves, firstMetAt, lastMetAt }: Contact): boolean {
  const areTimes = [firstMetAt, lastMetAt].every((at) => at >= 0 && at <= Number.MAX_SAFE_INTEGER);
  return isCanonical(identity) && areTimes && Math.max(name.length, calledThemselves.length) <= MAX_RAW_NAME;
}

const shownName = (name: string): string => fromUtf8(nameBytes(name));
