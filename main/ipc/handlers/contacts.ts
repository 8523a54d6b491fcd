/** What the window may ask about the address book. */
import type { Contacts } from '../../contacts/contacts';
import { MAX_CONTACTS_FILE } from '../../contacts/contacts-file';
import type { Handlers } from '../server';
import { openUserFile, saveUserFile } from '../../files/user-files';

type ContactsRequest = Extract<keyof Handlers, `contacts:${string}`>;

export function contactsHandlers(contacts: Contacts): Pick<Handlers, ContactsRequest> {
  return {
    'contacts:rename': async ({ id, name }) => {
      await contacts.rename(id, name);
    },
    'contacts:forget': async ({ id }) => {
      await contacts.forget(id);
    },
    'contacts:export': async () => ({
      saved: await saveUserFile('vigil-contacts.vigil', contacts.export()),
    }),
    'contacts:import': async () => {
      const file = await openUserFile(MAX_CONTACTS_FILE);
      return { added: file && (await contacts.import(file)) };
    },
  };
}
