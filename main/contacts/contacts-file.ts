/** Contacts as a file that a person keeps or carries to another computer: `magic9 ‖ CBOR`. */
import { ascii, concat, equalPublic } from '../../shared/bytes';
import { VigilError } from '../../shared/errors';
import type { Contact } from '../../shared/identity/contacts';
import { isCanonical } from '../../shared/identity/identity';
import { cleanName } from '../../shared/identity/name';
import { decodeCbor, encodeCbor, type CborValue } from '../../shared/wire/cbor';
import { contactsSchema } from '../vault/contents';

const MAGIC = ascii('VIGILCNT1');
/** Bytes: far more than the largest address book takes. */
export const MAX_CONTACTS_FILE = 1024 * 1024;

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
  if (!contacts.every(({ identity }) => isCanonical(identity))) throw fail;
  return contacts.map((contact) => ({
    ...contact,
    name: cleanName(contact.name),
    calledThemselves: cleanName(contact.calledThemselves),
  }));
}
