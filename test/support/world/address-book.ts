/** The contacts of a simulated person, kept in memory. */
import {
  acquaintanceOf,
  afterKeyChange,
  afterMeeting,
  afterVerification,
  type Contact,
} from '../../../shared/identity/contacts';
import type { AcquaintancesPort } from '../../../shared/meeting/ports';

export class AddressBook {
  contacts: Contact[] = [];

  constructor(private readonly now: () => number) {}

  readonly port: AcquaintancesPort = {
    look: (identity, name) => acquaintanceOf(this.contacts, identity, name),
    met: (identity, name) => {
      this.contacts = afterMeeting(this.contacts, identity, name, this.now());
    },
    verified: (identity, name, by) => {
      this.contacts = afterVerification(this.contacts, identity, name, by, this.now());
    },
    keyChanged: (identity, name) => {
      this.contacts = afterKeyChange(this.contacts, identity, name, this.now());
    },
    all: () => this.contacts,
  };
}
