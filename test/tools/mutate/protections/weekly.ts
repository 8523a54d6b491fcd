/** Meetings of every week, and the link of the next one that is offered. */
import type { Protection } from '../protection';

const inMeeting = 'unit/shared/meeting/next-meeting.test.ts';
const series = 'unit/main/own-meetings/weekly.test.ts';

const message = 'shared/meeting/messages/next-message.ts';
const offer = 'shared/meeting/next-meeting.ts';
const own = 'main/own-meetings/own-meetings.ts';

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
    find: 'if (this.#asked || this.#known.some((one) => equalPublic(one, secret))) return;',
    replace: '',
    tests: [inMeeting],
    only: 'each once',
  },
  {
    name: 'weekly-another-secret',
    file: own,
    find: 'return { ...this.#add(invite,',
    replace: "return { ...this.#add({ ...invite, secret: parseLink(links[0] ?? '', 0).secret },",
    tests: [series],
    only: 'link of its own',
  },
  {
    name: 'weekly-made-once',
    file: own,
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
    file: own,
    find: 'const free = list.filter((one) => !stays(one));',
    replace: 'const free = stays.length > 0 ? list : [];',
    tests: [series],
    only: 'nor while it runs',
  },
  {
    name: 'weekly-makes-no-room-before-it-is-followed',
    file: own,
    find: ' && !(isWeekly(one) && isLast(list, one))',
    replace: '',
    tests: [series],
    only: 'before it was followed',
  },
  {
    name: 'weekly-room-of-what-is-over',
    file: own,
    find: 'past.find(isOver) ?? past[0]',
    replace: 'past[0]',
    tests: [series],
    only: 'of what is over',
  },
  {
    name: 'weekly-each-by-itself',
    file: own,
    find: 'this.#nextOrNull(record, this.wall());',
    replace: 'this.#nextOf(record, this.wall());',
    tests: [series],
    only: 'the others go on',
  },
];
