/** Meetings of every week, and the link of the next one that is offered. */
import type { Protection } from '../protection';

const inMeeting = 'unit/shared/meeting/next-meeting.test.ts';
const keeping = 'unit/main/own-meetings/kept-invites.test.ts';
const series = 'unit/main/own-meetings/weekly.test.ts';

const message = 'shared/meeting/messages/next-message.ts';
const offer = 'shared/meeting/next-meeting.ts';
const own = 'main/own-meetings/own-meetings.ts';
const seriesFile = 'main/own-meetings/series.ts';
const room = 'main/own-meetings/room.ts';

export const weekly: readonly Protection[] = [
  {
    name: 'next-genuine',
    file: message,
    find: 'if (!ed25519Verify(signature, signedOf(meeting.meetingId, body), meeting.hostKey)) return null;',
    replace: '',
    tests: [inMeeting],
    only: 'from the host alone',
  },
  {
    name: 'next-of-this-meeting',
    file: message,
    find: 'return concat(LABEL, meetingId, body);',
    replace: 'return concat(LABEL, body);',
    tests: [inMeeting],
    only: 'from the host alone',
  },
  {
    name: 'next-from-the-host',
    file: offer,
    find: "group.access.roleOf(from.state.introduction.identity) === 'host';",
    replace: 'from.name !== null;',
    tests: [inMeeting],
    only: 'from the host alone',
  },
  {
    name: 'next-of-one-length',
    file: message,
    find: 'const body = new Uint8Array(NEXT_BODY_LENGTH);',
    replace: 'const body = new Uint8Array(HEAD_LENGTH + content.length);',
    tests: [inMeeting],
    only: 'one length',
  },
  {
    name: 'next-asked-once',
    file: offer,
    find: 'if (this.#known.some(({ invite }) => equalPublic(invite.secret, secret))) return;',
    replace: '',
    tests: [inMeeting],
    only: 'each once',
  },
  {
    name: 'weekly-another-secret',
    file: seriesFile,
    find: 'const { invite, hostKeySeed } = this.drawn(record, startsAt);',
    replace:
      "const { invite: drawn, hostKeySeed } = this.drawn(record, startsAt);\n    const invite = { ...drawn, secret: parseLink(record.links[0] ?? '', 0).secret };",
    tests: [series],
    only: 'link of its own',
  },
  {
    name: 'weekly-made-once',
    file: seriesFile,
    find: 'if (found) return found;',
    replace: '',
    tests: [series],
    only: 'made once',
  },
  {
    name: 'weekly-before-what-is-over-goes',
    file: own,
    find: 'this.continueSeries();\n    await this.#prune();',
    replace: 'await this.#prune();',
    tests: [series],
    only: 'Vigil was closed',
  },
  {
    name: 'weekly-by-its-clocks',
    file: 'main/own-meetings/weekly.ts',
    find: 'momentOf(daysLater(first, 7 * week), time, zone) ?? Infinity',
    replace: '(momentOf(first, time, zone) ?? Infinity) + week * WEEK_MS',
    tests: [series],
    only: 'change of clocks',
  },
  {
    name: 'weekly-followed-though-all-is-full',
    file: room,
    find: 'const free = list.filter((one) => !stays(one));',
    replace: 'const free = stays.length > 0 ? list : [];',
    tests: [series],
    only: 'nor while it runs',
  },
  {
    name: 'weekly-makes-no-room-before-it-is-followed',
    file: room,
    find: ' && !(isWeekly(one) && isLast(list, one))',
    replace: '',
    tests: [series],
    only: 'before it was followed',
  },
  {
    name: 'weekly-room-of-what-is-over',
    file: room,
    find: 'past.find(isOver) ?? past[0]',
    replace: 'past[0]',
    tests: [series],
    only: 'of what is over',
  },
  {
    name: 'weekly-each-by-itself',
    file: seriesFile,
    find: 'this.nextOrNull(record, this.port.wall());',
    replace: 'this.#next(record, this.port.wall());',
    tests: [series],
    only: 'the others go on',
  },
  {
    name: 'next-anew-after-a-removal',
    file: offer,
    find: 'if (this.#hasFreshRemovals()) this.#offerAnew();',
    replace: '',
    tests: [inMeeting],
    only: 'somebody is removed',
  },
  {
    name: 'next-anew-by-another-key',
    file: own,
    find: 'this.#replace(next, { ...next, ...secrets, links: [encodeLink(invite)], personal: [] });',
    replace: 'void secrets;',
    tests: [series],
    only: 'somebody was removed',
  },
  {
    name: 'next-not-for-one-time-identities',
    file: offer,
    find: 'if (!isTaken && !hostKeySeed) return;',
    replace: 'void isTaken;',
    tests: [inMeeting],
    only: 'one-time identity',
  },
  {
    name: 'next-knows-a-one-time-identity',
    file: 'main/meeting/meeting-start.ts',
    find: 'keepsNothing: throwaway === true',
    replace: 'keepsNothing: throwaway === null',
    tests: ['unit/main/meeting/meeting-start.test.ts'],
  },
  {
    name: 'next-not-good-for-ever',
    file: message,
    find: 'if (invite.expiry > now + MAX_LIFETIME_SECONDS + CLOCKS_DIFFER_SECONDS) return null;',
    replace: '',
    tests: [inMeeting],
    only: 'good for longer',
  },
  {
    name: 'next-not-long-past',
    file: message,
    find: 'startsAt < now - CLOCKS_DIFFER_SECONDS || ',
    replace: '',
    tests: [inMeeting],
    only: 'more than a day ago',
  },
  {
    name: 'kept-until-it-expires',
    file: 'main/own-meetings/kept-invites.ts',
    find: 'await this.#save(this.#left).catch(() => undefined);',
    replace: '',
    tests: [keeping],
    only: 'goes from the vault',
  },
];
