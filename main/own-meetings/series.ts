/** The meetings of a series: each is made once, when its time comes, under keys and by a link of its own. */
import { unixSeconds, type WallClock } from '../../shared/clocks';
import { VigilError } from '../../shared/errors';
import { MAX_LIFETIME_SECONDS, parseLink, type Invite } from '../../shared/invite/link';
import type { HostKeySeed } from '../../shared/meeting/meeting-keys';
import { createInvitation, type Invitation } from '../meeting/invitation';
import type { OwnMeeting } from '../vault/own-meeting-record';
import { isWeekly, laterOne, startAfter, type WeeklyMeeting } from './weekly';

/** What is kept of a meeting that nobody has begun. */
export interface Unbegun {
  invite: Invite;
  hostKeySeed: HostKeySeed;
  how: { begun: false; planned: WeeklyMeeting['planned'] };
}

export interface SeriesPort {
  list: () => readonly OwnMeeting[];
  /** @param before the one that it follows. */
  add: (made: Unbegun, before: WeeklyMeeting) => OwnMeeting;
  wall: WallClock;
  /** Relays to name in a new link. */
  relaysForLink: () => string[];
}

export class Series {
  constructor(private readonly port: SeriesPort) {}

  /** Of each series the next one, if its time has come. One that cannot be made keeps no other back. */
  continueAll(): void {
    for (const record of this.port.list().filter(isWeekly)) this.nextOrNull(record, this.port.wall());
  }

  /** Null for one that this version cannot read, whose zone is unknown here, or that is too far ahead. */
  nextOrNull(record: WeeklyMeeting, moment: number): WeeklyMeeting | null {
    try {
      return this.#next(record, moment);
    } catch {
      return null;
    }
  }

  /** Other keys, and a link with relays as they are now. */
  drawn({ planned, links }: WeeklyMeeting, startsAt: number): Invitation {
    const { title } = parseLink(links[0] ?? '', 0).hints;
    const worksUntil = (startsAt + planned.weekly.afterMs) / 1000;
    const choice = { title, relays: this.port.relaysForLink(), turn: [], open: false, worksUntil };
    return createInvitation(choice, unixSeconds(this.port.wall()));
  }

  /**
   * The first of the series that begins later than that; it is made where it is not there yet. Throws VigilError
   * link-ahead-of-clock for one so late that nobody would take its link yet.
   */
  #next(record: WeeklyMeeting, moment: number): WeeklyMeeting {
    const { zone, weekly, note } = record.planned;
    const found = laterOne(this.port.list(), weekly, moment);
    if (found) return found;
    const startsAt = startAfter(weekly, zone, moment);
    if (startsAt + weekly.afterMs > this.port.wall() + MAX_LIFETIME_SECONDS * 1000)
      throw new VigilError('link-ahead-of-clock');
    const { invite, hostKeySeed } = this.drawn(record, startsAt);
    const planned = { startsAt, zone, note, weekly };
    return { ...this.port.add({ invite, hostKeySeed, how: { begun: false, planned } }, record), planned };
  }
}
