/**
 * Links that were made for one person each: every one has keys of its own up to the door, lets one identity in, and
 * can be closed without touching the others. The host makes them; those who keep the door with it are told.
 */
import { equalPublic, toHex } from '../../bytes';
import { VigilError } from '../../errors';
import { noHints } from '../../invite/hints';
import { encodeLink, parseLinkOrNull, type Invite } from '../../invite/link';
import type { Member } from '../members/member';
import type { MemberMessage } from '../messages/member-messages';
import { inviteHash } from '../../membership/invite-hash';

/** Links that one meeting can have for single people. */
export const MAX_PERSONAL_INVITES = 32;
const ID_LENGTH = 16;

export interface PersonalInvite {
  invite: Invite;
  /** It lets in nobody who was not let in before. */
  closed: boolean;
}

/** 32 hex digits that stand for a link, here and on screens; they give nothing of it away. */
export function inviteIdOf(invite: Invite): string {
  return toHex(inviteHash(invite).subarray(0, ID_LENGTH));
}

export class PersonalInvites {
  readonly #invites = new Map<string, PersonalInvite>();
  /** What each keeper of the door was told last. */
  readonly #told = new WeakMap<Member, string>();

  constructor(invites: readonly PersonalInvite[] = []) {
    for (const one of invites) this.#invites.set(inviteIdOf(one.invite), one);
  }

  get all(): readonly PersonalInvite[] {
    return [...this.#invites.values()];
  }

  find(invite: Invite): PersonalInvite | undefined {
    return this.#invites.get(inviteIdOf(invite));
  }

  /** Throws VigilError too-many-links. */
  add(invite: Invite): void {
    if (this.#invites.size >= MAX_PERSONAL_INVITES) throw new VigilError('too-many-links');
    this.#invites.set(inviteIdOf(invite), { invite, closed: false });
  }

  /** False if there is no such link, or it was closed already. */
  close(id: string): boolean {
    const one = this.#invites.get(id);
    if (!one || one.closed) return false;
    this.#invites.set(id, { ...one, closed: true });
    return true;
  }

  /** Each keeper once for each state: it listens for those links as well. */
  tell(keepers: readonly Member[]): void {
    if (this.#invites.size === 0) return;
    const list = this.all.map(({ invite, closed }) => ({ link: encodeLink(bare(invite)), closed }));
    const state = this.all.map(({ invite, closed }) => `${inviteIdOf(invite)}${closed ? '-' : '+'}`).join();
    for (const keeper of keepers) {
      if (this.#told.get(keeper) === state) continue;
      this.#told.set(keeper, state);
      keeper.send({ t: 'personal-links', list });
    }
  }

  /** What was said by the link before may be lost. */
  relinked(keeper: Member): void {
    this.#told.delete(keeper);
  }

  /**
   * The host says which there are; a co-host only that one was used. Closed stays closed.
   * @param now Unix seconds. Returns whether anything is new.
   */
  heard(
    { list }: Extract<MemberMessage, { t: 'personal-links' }>,
    isHost: boolean,
    hostKey: Uint8Array,
    now: number,
  ): boolean {
    let isNew = false;
    for (const { link, closed } of list) {
      const invite = parseLinkOrNull(link, now);
      if (!invite || !equalPublic(invite.hostKey, hostKey)) continue;
      const isRoom = isHost && !this.find(invite) && this.#invites.size < MAX_PERSONAL_INVITES;
      if (isRoom) this.#invites.set(inviteIdOf(invite), { invite, closed });
      const isClosed = closed && this.close(inviteIdOf(invite));
      isNew ||= isRoom || isClosed;
    }
    return isNew;
  }
}

/** Where to look for others its keeper knows already. */
function bare(invite: Invite): Invite {
  return { ...invite, hints: noHints };
}
