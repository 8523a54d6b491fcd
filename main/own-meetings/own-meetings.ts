/** The meetings that this person made: kept in the vault until they expire, opened again, and who was invited. */
import { toHex } from '../../shared/bytes';
import { systemClocks } from '../clocks';
import { unixSeconds, type WallClock } from '../../shared/clocks';
import { randomBytes } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import { cleanName } from '../../shared/identity/name';
import { encodeLink, parseLink, type Invite } from '../../shared/invite/link';
import { withNewSecret } from '../../shared/invite/sturdy';
import type { OwnMeetingView } from '../../shared/ipc/own-meetings';
import type { PastInvites } from '../../shared/meeting/door/meeting-invites';
import type { HostKeySeed } from '../../shared/meeting/meeting-keys';
import type { NextMeeting } from '../../shared/meeting/next-meeting';
import type { Role } from '../../shared/meeting/phase';
import { inviteIdOf, MAX_PERSONAL_INVITES } from '../../shared/meeting/door/personal-invites';
import type { Vault } from '../vault/vault';
import type { JournalFolder } from './journal-folder';
import { appendStatement, readStatements } from './journal';
import { withRoom } from './room';
import { Series } from './series';
import { isLast, isWeekly, laterOne, withoutSeries } from './weekly';
import {
  MEETING_ID_LENGTH,
  type OwnMeeting,
  type PersonalRecord,
  type Plan,
} from '../vault/own-meeting-record';

/** Whether a weekly meeting has begun: by the clock as it is then, which can be set. */
const LOOK_EVERY_MS = 60_000;

/** With the id of its record. */
export type OwnRole = Extract<Role, { role: 'host' }> & {
  own: string;
  perMeetingSeed: OwnMeeting['perMeetingSeed'];
};

export class OwnMeetings {
  /** What is known now; the vault follows. */
  #list: readonly OwnMeeting[] = [];
  #running: string | null = null;
  /** What was signed where the vault keeps nothing: for this run. */
  readonly #unkept = new Map<string, Uint8Array[]>();
  readonly #series: Series;

  constructor(
    private readonly vault: Pick<Vault, 'meetings' | 'saveMeetings' | 'isLocked' | 'view'>,
    private readonly folder: JournalFolder,
    private readonly changed: () => void,
    private readonly wall: WallClock = systemClocks.wall,
    /** Relays to name in a new link. */
    relaysForLink: () => string[] = () => [],
  ) {
    this.#series = new Series({
      ...{ wall, relaysForLink, list: () => this.#list },
      add: ({ invite, hostKeySeed, how }, before) => this.#add(invite, hostKeySeed, how, before),
    });
  }

  /** The vault was opened, locked, or has another identity: a meeting is only its organiser's. */
  async reload(): Promise<void> {
    this.#list = this.vault.isLocked ? [] : this.vault.meetings;
    if (this.vault.isLocked) return;
    // Before those that are over go: of a series nothing else may be left.
    this.continueSeries();
    await this.#prune();
    await this.folder.sweep(
      this.#list.map(({ id }) => toHex(id)),
      this.wall(),
    );
  }

  /** Newest first. */
  get views(): OwnMeetingView[] {
    const valid = this.#list.filter((one) => !this.#isOver(one));
    return valid.map((one) => this.#view(one)).sort((a, b) => b.createdAt - a.createdAt);
  }

  /** A new meeting begins. What it signs is kept from now on; the record itself follows as soon as it can. */
  begin(invite: Invite, hostKeySeed: HostKeySeed): OwnRole {
    return this.#role(this.#add(invite, hostKeySeed, { begun: true, planned: null }));
  }

  /**
   * A meeting that begins later, whenever it is opened. Returns its id once it is kept.
   * @param plan null: it was not said when. Throws VigilError vault-write-failed: a link must not outlive its meeting.
   */
  async prepare(invite: Invite, hostKeySeed: HostKeySeed, plan: Plan | null): Promise<string> {
    const record = this.#add(invite, hostKeySeed, { begun: false, planned: plan });
    try {
      await this.vault.saveMeetings(this.#list);
    } catch (error) {
      this.#list = this.#list.filter(({ id }) => id !== record.id);
      this.changed();
      throw error;
    }
    return toHex(record.id);
  }

  /** Throws VigilError no-such-meeting. */
  facts(id: string): { title: string; plan: Plan | null } {
    const { links, planned } = this.#find(id);
    return { title: cleanName(this.#read(links[0] ?? '').hints.title), plan: planned };
  }

  /** From now on weekly meetings go on by themselves. It keeps no program running. */
  watch(): void {
    setInterval(() => {
      this.continueSeries();
    }, LOOK_EVERY_MS).unref();
  }

  /**
   * Each weekly meeting whose time has come gets the next one, with a link of its own. To be called now and then: weeks
   * that were missed are left out, and a clock that is set back makes none twice. One that this version cannot read, or
   * whose zone this computer does not know, is passed over.
   */
  continueSeries(): void {
    if (this.vault.isLocked) return;
    this.#series.continueAll();
  }

  /**
   * What is offered to those who are in a weekly meeting: the next one. Null for another meeting, and where it cannot be
   * kept. Throws VigilError no-such-meeting.
   */
  async next(id: string): Promise<NextMeeting | null> {
    const record = this.#find(id);
    if (!isWeekly(record)) return null;
    const next = this.#series.nextOrNull(record, Math.max(this.wall(), record.planned.startsAt));
    if (!next) return null;
    const { links, planned } = next;
    try {
      await this.vault.saveMeetings(this.#list);
    } catch {
      return null;
    }
    return { invite: this.#read(links.at(-1) ?? ''), startsAt: planned.startsAt, zone: planned.zone };
  }

  /**
   * As `next`, under other keys and by another link: by the links of the one before nobody comes to a door any more.
   * Null where the next one was opened already, or is not there.
   */
  nextAnew(id: string): NextMeeting | null {
    const record = this.#list.find((one) => toHex(one.id) === id);
    if (!record || !isWeekly(record)) return null;
    const { weekly, startsAt } = record.planned;
    const next = laterOne(this.#list, weekly, Math.max(this.wall(), startsAt));
    if (!next || next.begun) return null;
    const { invite, hostKeySeed } = this.#series.drawn(next, next.planned.startsAt);
    const secrets = { hostKeySeed, perMeetingSeed: freshSeed(), journalKey: randomBytes(32) };
    this.#replace(next, { ...next, ...secrets, links: [encodeLink(invite)], personal: [] });
    return { invite, startsAt: next.planned.startsAt, zone: next.planned.zone };
  }

  /** Throws VigilError no-such-meeting or meeting-record-damaged. */
  async reopen(id: string): Promise<{ invite: Invite; role: OwnRole }> {
    const record = this.#find(id);
    const [first, ...replacements] = record.links.map((link) => this.#read(link));
    if (!first) throw new VigilError('no-such-meeting');
    const statements =
      this.#unkept.get(id) ?? (await readStatements(this.folder.file(id), record.journalKey));
    // Whoever begins a meeting signs at once: without that, what follows would be signed a second time.
    if (statements.length === 0 && record.begun) throw new VigilError('meeting-record-damaged');
    const personal = record.personal.map(({ link, closed }) => ({ invite: this.#read(link), closed }));
    const past = { statements, replacements, personal };
    return { invite: first, role: { ...this.#role(record), past } };
  }

  /** @param id of the meeting that this person is in now; null: of none, or of none that is kept. */
  runs(id: string | null): void {
    if (this.#running === id) return;
    this.#running = id;
    this.changed();
  }

  /** The id of the meeting that this person is in now; null: in none, or in none that is kept. */
  get running(): string | null {
    const isKept = this.#list.some((one) => toHex(one.id) === this.#running && !this.#isOver(one));
    return isKept ? this.#running : null;
  }

  /** What has become of the links of the meeting that runs. */
  follow(id: string, links: PastInvites): void {
    const record = this.#list.find((one) => toHex(one.id) === id);
    if (!record) return;
    const replaced = links.replacements.map((invite) => encodeLink(invite));
    const labels = new Map(record.personal.map((one) => [this.#idOf(one.link), one]));
    const personal = links.personal.map(({ invite, closed }): PersonalRecord => {
      const known = labels.get(inviteIdOf(invite));
      return known
        ? { ...known, closed }
        : { link: encodeLink(invite), label: '', closed, createdAt: this.wall() };
    });
    const next = { ...record, links: [...record.links.slice(0, 1), ...replaced], personal };
    if (JSON.stringify([next.links, next.personal]) === JSON.stringify([record.links, record.personal]))
      return;
    this.#replace(record, next);
  }

  /** One more link, for one person; of a meeting that does not run now. Throws VigilError too-many-links. */
  addPersonal(id: string, label: string): string {
    const record = this.#find(id);
    if (record.personal.length >= MAX_PERSONAL_INVITES) throw new VigilError('too-many-links');
    const general = this.#read(record.links.at(-1) ?? '');
    const invite = withNewSecret(general, randomBytes);
    const entry = {
      link: encodeLink(invite),
      label: cleanName(label),
      closed: false,
      createdAt: this.wall(),
    };
    this.#replace(record, { ...record, personal: [...record.personal, entry] });
    return inviteIdOf(invite);
  }

  /** Of a meeting that does not run now. Throws VigilError no-such-meeting or vault-write-failed. */
  async closePersonal(id: string, inviteId: string): Promise<void> {
    this.#change(id, inviteId, { closed: true });
    // Closed, for the next run too, is what this person was promised.
    await this.vault.saveMeetings(this.#list);
  }

  /** Whom a link is for. Throws VigilError no-such-meeting. */
  label(id: string, inviteId: string, label: string): void {
    this.#change(id, inviteId, { label: cleanName(label) });
  }

  /** @param linkId null: the link for everybody. Throws VigilError no-such-meeting. */
  link(id: string, inviteId: string | null): string {
    const { links, personal } = this.#find(id);
    const link =
      inviteId === null ? links.at(-1) : personal.find((one) => this.#idOf(one.link) === inviteId)?.link;
    if (link === undefined) throw new VigilError('no-such-meeting');
    return link;
  }

  isRunning(id: string): boolean {
    return this.#running === id;
  }

  /**
   * Nobody opens it again, and its links lead nowhere unless it runs. Of a series no other follows, if it is the last one
   * there is. Throws VigilError already-in-meeting.
   */
  async forget(id: string): Promise<void> {
    const record = this.#find(id);
    const ends = isWeekly(record) && isLast(this.#list, record);
    await this.#drop(id, ends ? withoutSeries(this.#list, record.planned.weekly) : this.#list);
  }

  /** It was held and is over for all. Of a weekly one the next is to come. Throws VigilError already-in-meeting. */
  async held(id: string): Promise<void> {
    this.continueSeries();
    await this.#drop(id, this.#list);
  }

  async #drop(id: string, list: readonly OwnMeeting[]): Promise<void> {
    if (this.isRunning(id)) throw new VigilError('already-in-meeting');
    const left = list.filter((one) => toHex(one.id) !== id);
    await this.vault.saveMeetings(left);
    this.#list = left;
    await this.folder.remove(id);
    this.#unkept.delete(id);
    this.changed();
  }

  /** @param before the one that it follows in its series. */
  #add(
    invite: Invite,
    hostKeySeed: HostKeySeed,
    how: Pick<OwnMeeting, 'begun' | 'planned'>,
    before?: OwnMeeting,
  ): OwnMeeting {
    const record: OwnMeeting = {
      id: randomBytes(MEETING_ID_LENGTH),
      createdAt: this.wall(),
      hostKeySeed,
      perMeetingSeed: freshSeed(),
      journalKey: randomBytes(32),
      links: [encodeLink(invite)],
      personal: [],
      ...how,
    };
    this.#keep([...this.#withRoom(before), record]);
    return record;
  }

  /** What stays when one more is made: never without the one that runs, nor the one that is followed. */
  #withRoom(before: OwnMeeting | undefined): readonly OwnMeeting[] {
    const stays = (one: OwnMeeting): boolean => one === before || this.isRunning(toHex(one.id));
    return withRoom(this.#list, this.wall(), stays, (one) => this.#isOver(one));
  }

  #role({ id, hostKeySeed, perMeetingSeed, journalKey, planned }: OwnMeeting): OwnRole {
    const own = toHex(id);
    const key = journalKey.slice();
    return {
      role: 'host',
      own,
      note: planned?.note ?? '',
      // Copies: the vault's own are overwritten when it is locked.
      hostKeySeed: hostKeySeed.slice() as HostKeySeed,
      perMeetingSeed: perMeetingSeed.slice() as OwnMeeting['perMeetingSeed'],
      keep: (statement) => {
        if (this.vault.view.state !== 'memory-only') appendStatement(this.folder.file(own), key, statement);
        else this.#unkept.set(own, [...(this.#unkept.get(own) ?? []), statement]);
        const record = this.#list.find((one) => toHex(one.id) === own);
        if (record?.begun === false) this.#replace(record, { ...record, begun: true });
      },
    };
  }

  #view(record: OwnMeeting): OwnMeetingView {
    const { open, expiry, hints } = this.#read(record.links[0] ?? '');
    const id = toHex(record.id);
    return {
      id,
      title: cleanName(hints.title),
      createdAt: record.createdAt,
      expiresAt: expiry * 1000,
      open,
      isRunning: this.isRunning(id),
      planned: record.planned && {
        startsAt: record.planned.startsAt,
        zone: record.planned.zone,
        weekly: record.planned.weekly !== null,
        isLast: isWeekly(record) && isLast(this.#list, record),
      },
      personal: record.personal.map(({ link, label, closed }) => ({ id: this.#idOf(link), label, closed })),
    };
  }

  #find(id: string): OwnMeeting {
    const record = this.#list.find((one) => toHex(one.id) === id);
    if (!record || this.#isOver(record)) throw new VigilError('no-such-meeting');
    return record;
  }

  #change(id: string, inviteId: string, change: Partial<PersonalRecord>): void {
    const record = this.#find(id);
    if (!record.personal.some(({ link }) => this.#idOf(link) === inviteId))
      throw new VigilError('no-such-meeting');
    const personal = record.personal.map((one) =>
      this.#idOf(one.link) === inviteId ? { ...one, ...change } : one,
    );
    this.#replace(record, { ...record, personal });
  }

  #replace(record: OwnMeeting, next: OwnMeeting): void {
    this.#keep(this.#list.map((one) => (one === record ? next : one)));
  }

  /** A vault that cannot be written changes nothing for this run. */
  #keep(list: readonly OwnMeeting[]): void {
    this.#list = list;
    this.vault.saveMeetings(list).catch(() => undefined);
    this.changed();
  }

  /** Meetings that are over go: from the vault, and their journals from the disk. */
  async #prune(): Promise<void> {
    const over = this.#list.filter((one) => this.#isOver(one));
    if (over.length === 0) return;
    this.#list = this.#list.filter((one) => !over.includes(one));
    await this.vault.saveMeetings(this.#list).catch(() => undefined);
    for (const { id } of over) await this.folder.remove(toHex(id));
  }

  #isOver({ links }: OwnMeeting): boolean {
    try {
      this.#read(links[0] ?? '');
      return false;
    } catch {
      return true;
    }
  }

  /** Also of a link that has expired meanwhile: a meeting may go on longer than its links are good. */
  #idOf(link: string): string {
    return inviteIdOf(parseLink(link, 0));
  }

  #read(link: string): Invite {
    return parseLink(link, unixSeconds(this.wall()));
  }
}

function freshSeed(): OwnMeeting['perMeetingSeed'] {
  return randomBytes(32) as OwnMeeting['perMeetingSeed'];
}
