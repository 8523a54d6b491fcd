/** Chat, hands, reactions, and who may write and be heard. */
import type { Protection } from '../protection';

const chat = 'unit/shared/meeting/speaking-up/chat.test.ts';
const boxes = 'unit/shared/meeting/speaking-up/boxes.test.ts';
const events = 'unit/shared/meeting/speaking-up/spoken-events.test.ts';
const texts = 'unit/shared/meeting/speaking-up/chat-text.test.ts';
const log = 'unit/shared/meeting/speaking-up/chat-log.test.ts';
const hands = 'unit/shared/meeting/speaking-up/hands.test.ts';
const inMeeting = 'unit/shared/meeting/speaking-up/hands-in-a-meeting.test.ts';
const quiet = 'unit/shared/meeting/speaking-up/quiet.test.ts';
const speech = 'unit/shared/membership/speech.test.ts';
const frames = 'unit/shared/media/frames.test.ts';
const links = 'unit/shared/meeting/speaking-up/web-links.test.ts';
const handlers = 'unit/main/ipc/handlers-of-speaking-up.test.ts';

const main = 'shared/meeting/speaking-up/speaking-up.ts';
const chatFile = 'shared/meeting/speaking-up/chat.ts';
const quietFile = 'shared/meeting/speaking-up/quiet.ts';

export const speakingUp: readonly Protection[] = [
  {
    name: 'page-of-a-message',
    file: 'main/window/web-pages.ts',
    find: 'const page = stands ? webPageOf(address, parse) : null;',
    replace: 'const page = webPageOf(address, parse);',
    tests: [handlers],
    only: 'opens and copies nothing else',
  },
  {
    name: 'page-not-in-private-mode',
    file: 'main/ipc/handlers/speaking-up.ts',
    find: "if (isPrivate()) throw new VigilError('not-allowed');",
    replace: '',
    tests: [handlers],
    only: 'in private mode opens nothing',
  },
  {
    name: 'page-of-the-web',
    file: 'shared/meeting/speaking-up/web-links.ts',
    find: "if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return null;",
    replace: 'if (!parsed) return null;',
    tests: [links],
    only: 'is no link',
  },
  {
    name: 'page-without-a-name',
    file: 'shared/meeting/speaking-up/web-links.ts',
    find: "if (parsed.username !== '' || parsed.password !== '' || parsed.host === '') return null;",
    replace: "if (parsed.host === '') return null;",
    tests: [links],
    only: 'a name in front',
  },
  {
    name: 'event-early-bounded',
    file: 'shared/meeting/speaking-up/inbox.ts',
    find: 'if (number < this.#expected || number > this.#expected + MAX_EARLY) return;',
    replace: 'if (number < this.#expected) return;',
    tests: [boxes],
    only: 'bounded number',
  },
  {
    name: 'event-said-again',
    file: main,
    find: 'if (this.options.group.mayHear(from)) this.#streams.heard(',
    replace: 'if (!from) this.#streams.heard(',
    tests: [chat],
    only: 'carriers lose',
  },
  {
    name: 'event-unheard-bounded',
    file: 'shared/meeting/speaking-up/outbox.ts',
    find: 'if (this.#kept.length >= MAX_UNHEARD) return null;',
    replace: '',
    tests: [boxes],
    only: 'bounded number',
  },
  {
    name: 'event-flood-waits',
    file: main,
    find: 'const isTaken = stream.taken.take();',
    replace: 'const isTaken = stream.taken.take() || true;',
    tests: [chat],
    only: 'drowns nobody',
  },
  {
    name: 'event-of-who-may-be-heard',
    file: main,
    find: 'if (!this.options.group.mayHear(from)) {',
    replace: 'if (!from) {',
    tests: [chat],
    only: 'may not be heard here',
  },
  {
    name: 'event-padded',
    file: 'shared/meeting/messages/spoken-events.ts',
    find: 'const length = BODY_LENGTHS.find((one) => one >= HEAD_LENGTH + content.length);',
    replace: 'const length = HEAD_LENGTH + content.length;',
    tests: [events],
  },
  {
    name: 'event-zeros-behind',
    file: 'shared/meeting/messages/spoken-events.ts',
    find: 'if (end > body.length || body.subarray(end).some((byte) => byte !== 0)) return null;',
    replace: 'if (end > body.length) return null;',
    tests: [events],
  },
  {
    name: 'chat-order',
    file: 'shared/meeting/speaking-up/chat-log.ts',
    find: 'const behind = this.#shown.findLastIndex((one) => comparePlaces(one, entry) < 0) + 1;',
    replace: 'const behind = this.#shown.length;',
    tests: [log, chat],
  },
  {
    name: 'chat-clock-reach',
    file: 'shared/meeting/speaking-up/speech-clock.ts',
    find: 'Math.min(claimed, this.#now + REACH, MAX_CLOCK)',
    replace: 'claimed',
    tests: [hands],
  },
  {
    name: 'chat-clock-adopted',
    file: 'shared/meeting/speaking-up/speech-clock.ts',
    find: 'this.#now = Math.max(this.#now, clock);',
    replace: '',
    tests: [hands, chat],
  },
  {
    name: 'private-moves-no-clock',
    file: chatFile,
    find: 'stream.nextPrivate(this.options.clock.now)',
    replace: 'stream.nextPrivate(this.options.clock.next())',
    tests: [chat],
    only: 'a private message',
  },
  {
    name: 'chat-text-clean',
    file: chatFile,
    find: 'const text = cleanText(said);',
    replace: 'const text = said;',
    tests: [chat],
    only: 'cleaned at both ends',
  },
  {
    name: 'chat-text-marks',
    file: 'shared/meeting/speaking-up/chat-text.ts',
    find: "    .replace(MARKS_IN_A_ROW, '$1')\n",
    replace: '',
    tests: [texts],
  },
  {
    name: 'chat-gone-with-the-meeting',
    file: chatFile,
    find: 'this.#log.clear();',
    replace: '',
    tests: [chat],
    only: 'nothing of the chat is kept',
  },
  {
    name: 'chat-paused',
    file: chatFile,
    find: "else if (!this.options.quiet.mayBeRead(identity)) this.ports.drop('speech-refused');\n",
    replace: '',
    tests: [quiet],
    only: 'whatever the app of a member does',
  },
  {
    name: 'hand-lowered-by-right',
    file: main,
    find: '&& access.keepsDoor(from.state.introduction.identity);',
    replace: ';',
    tests: [inMeeting],
    only: 'not lowered by a member',
  },
  {
    name: 'hand-of-first-word-only',
    file: main,
    find: 'if (this.#met.has(from)) {',
    replace: 'if (!from) {',
    tests: [inMeeting],
    only: 'who lies about them',
  },
  {
    name: 'silence-obeyed',
    file: 'shared/media/frame-opener.ts',
    find: "if (codec === 'opus' && this.#silenced.has(peerId)) return { ok: false, reason: 'silenced' };",
    replace: '',
    tests: [frames],
    only: 'silenced',
  },
  {
    name: 'silence-told-to-a-new-worker',
    file: quietFile,
    find: 'this.#tell(again);',
    replace: '',
    tests: [quiet],
    only: 'another frame worker',
  },
  {
    name: 'silences-asked-about',
    file: quietFile,
    find: 'return silencesOf(this.#speech, identity).length > 0 && !this.#hold.stays(identity);',
    replace: 'return silencesOf(this.#speech, identity).length > 0;',
    tests: [quiet],
    only: 'at once',
  },
  {
    name: 'silence-lifted-by-name',
    file: 'shared/membership/speech.ts',
    find: '!spoken.some((one) => equalPublic(one.body.identity, body.identity) && names(one.body.lifts, hash)),',
    replace: '!spoken.some((one) => equalPublic(one.body.identity, body.identity)),',
    tests: [speech],
  },
  {
    name: 'silence-right',
    file: 'shared/membership/rulings.ts',
    find: "return body.kind === 'remove' || body.kind === 'silence' ? body.identity : null;",
    replace: "return body.kind === 'remove' ? body.identity : null;",
    tests: [speech],
  },
];
