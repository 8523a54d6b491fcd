/** The links that lead to the own door: the first one, what replaced it, and those for one person each. */
import { deriveMeetingKeys } from '../../invite/key-schedule';
import type { Invite } from '../../invite/link';
import type { KeyPair } from '../../noise/handshake-state';
import { doorKeyFromSeed, openDoorKey, type HostKeySeed } from '../meeting-keys';
import type { MeetingInvite } from './door-keeper';
import { PersonalInvites, type PersonalInvite } from './personal-invites';
import type { Self } from '../self';

/** The links of a meeting that was made before. */
export interface PastInvites {
  /** What replaced the first one, in order. */
  replacements: readonly Invite[];
  personal: readonly PersonalInvite[];
}

export interface MeetingInvitesOptions {
  invite: Invite;
  past?: PastInvites | undefined;
  hostKeySeed: HostKeySeed | null;
  self: Self;
}

export class MeetingInvites {
  /** The last one holds. */
  readonly #invites: Invite[];
  readonly personal: PersonalInvites;

  constructor(private readonly options: MeetingInvitesOptions) {
    this.#invites = [options.invite, ...(options.past?.replacements ?? [])];
    this.personal = new PersonalInvites(options.past?.personal);
  }

  /** The link that holds now. */
  get invite(): Invite {
    return this.#invites.at(-1) ?? this.options.invite;
  }

  /** All that the host needs to keep for opening the meeting again. */
  get past(): PastInvites {
    return { replacements: this.#invites.slice(1), personal: this.personal.all };
  }

  replaceBy(invite: Invite): void {
    this.#invites.push(invite);
  }

  /** Each with the keys by which it is answered. */
  get all(): MeetingInvite[] {
    const personal = this.personal.all.map(({ invite }) => invite);
    return [...this.#invites, ...personal].map((invite) => {
      const keys = deriveMeetingKeys(invite);
      const staticKey = invite.open ? openDoorKey(keys) : this.#ownKey();
      return { invite, keys, staticKey };
    });
  }

  #ownKey(): KeyPair {
    return doorKeyFromSeed(this.options.hostKeySeed ?? this.options.self.perMeetingSeed);
  }
}
