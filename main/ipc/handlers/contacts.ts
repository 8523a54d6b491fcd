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
      saved: await saveUserFile({
        suggestedName: 'vigil-contacts.vigil',
        contents: () => contacts.export(),
        notWritten: 'file-not-written',
      }),
    }),
    'contacts:import': async () => {
      const file = await openUserFile({ maxLength: MAX_CONTACTS_FILE, unreadable: 'file-not-contacts' });
      return { added: file && (await contacts.import(file)) };
    },
  };
}
