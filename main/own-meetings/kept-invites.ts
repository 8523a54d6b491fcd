/** Links of meetings to come that a host offered and this person took: in the vault until they expire. */
import { toHex } from '../../shared/bytes';
import { unixSeconds, type WallClock } from '../../shared/clocks';
import { randomBytes } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import { cleanName } from '../../shared/identity/name';
import { encodeLink, parseLinkOrNull, type Invite } from '../../shared/invite/link';
import type { KeptInviteView } from '../../shared/ipc/own-meetings';
import type { NextMeeting } from '../../shared/meeting/next-meeting';
import { systemClocks } from '../clocks';
import { KEPT_INVITE_ID_LENGTH, MAX_KEPT_INVITES, type KeptInvite } from '../vault/kept-invite-record';
import type { Vault } from '../vault/vault';

export class KeptInvites {
  constructor(
    private readonly vault: Pick<Vault, 'keptInvites' | 'saveKeptInvites' | 'isLocked'>,
    private readonly changed: () => void,
    private readonly wall: WallClock = systemClocks.wall,
  ) {}

  /** The first one first. Throws VigilError locked. */
  get views(): KeptInviteView[] {
    return this.#valid
      .map(({ record, invite }) => ({
        id: toHex(record.id),
        title: cleanName(invite.hints.title),
        startsAt: record.startsAt,
        zone: record.zone,
      }))
      .sort((one, other) => one.startsAt - other.startsAt);
  }

  /** The vault was opened, locked, or has another identity: what has expired goes. */
  async reload(): Promise<void> {
    if (this.vault.isLocked || this.#left.length === this.vault.keptInvites.length) return;
    await this.#save(this.#left).catch(() => undefined);
  }

  /**
   * Nothing is written twice. Rejects with VigilError locked or vault-write-failed.
   * @param superseded links of the same meeting that lead nowhere any more.
   */
  async keep({ invite, startsAt, zone }: NextMeeting, superseded: readonly Invite[] = []): Promise<void> {
    const link = encodeLink(invite);
    const others = without(this.#left, [invite, ...superseded]);
    const room = [...others].sort((one, other) => one.startsAt - other.startsAt).slice(1 - MAX_KEPT_INVITES);
    const record: KeptInvite = { id: randomBytes(KEPT_INVITE_ID_LENGTH), link, startsAt, zone };
    await this.#save([...room, record]);
  }

  /** Throws VigilError no-such-meeting. */
  link(id: string): string {
    const found = this.#valid.find(({ record }) => toHex(record.id) === id);
    if (!found) throw new VigilError('no-such-meeting');
    return found.record.link;
  }

  /** Rejects with VigilError locked or vault-write-failed. */
  async forget(id: string): Promise<void> {
    await this.#save(this.#left.filter((one) => toHex(one.id) !== id));
  }

  /** Of these no link is kept any more. Rejects with VigilError locked or vault-write-failed. */
  async giveUp(invites: readonly Invite[]): Promise<void> {
    const left = without(this.#left, invites);
    if (left.length < this.#left.length) await this.#save(left);
  }

  /** Without what has expired. */
  get #left(): KeptInvite[] {
    return this.#valid.map(({ record }) => record);
  }

  get #valid(): { record: KeptInvite; invite: Invite }[] {
    const now = unixSeconds(this.wall());
    return this.vault.keptInvites.flatMap((record) => {
      const invite = parseLinkOrNull(record.link, now);
      return invite ? [{ record, invite }] : [];
    });
  }

  async #save(invites: readonly KeptInvite[]): Promise<void> {
    await this.vault.saveKeptInvites(invites);
    this.changed();
  }
}

function without(records: readonly KeptInvite[], invites: readonly Invite[]): KeptInvite[] {
  const links = invites.map(encodeLink);
  return records.filter(({ link }) => !links.includes(link));
}
