/** A volunteer's server: what bounds it, and what its text must be. */
import type { Protection } from '../protection';

const turn = 'unit/main/volunteer-server/turn.test.ts';
const front = 'unit/main/volunteer-server/relay-front.test.ts';
const main = 'unit/main/volunteers/volunteers.test.ts';
const text = 'unit/shared/volunteer/volunteer-text.test.ts';

export const volunteer: readonly Protection[] = [
  {
    name: 'volunteer-words',
    file: 'main/volunteer-server/turn/coturn-config.ts',
    find: "    'log-file=stdout',",
    replace: "    `log-file=${plan.folder}/turn.log`,\n    'verbose',",
    tests: [turn],
    only: 'what it writes and says',
  },
  {
    name: 'volunteer-meeting-limit',
    file: 'main/volunteer-server/turn/coturn-config.ts',
    find: '    `user-quota=${plan.each}`,\n',
    replace: '',
    tests: [turn],
    only: 'one meeting has so many connections',
  },
  {
    name: 'volunteer-private-peers',
    file: 'main/volunteer-server/turn/coturn-config.ts',
    find: '    ...denied.map((range) => `denied-peer-ip=${range}`),\n',
    replace: '',
    tests: [turn],
    only: 'nobody is led into the private network',
  },
  {
    name: 'volunteer-address-limit',
    file: 'main/volunteer-server/relay/address-counts.ts',
    find: '    if (count >= limit) return false;\n',
    replace: '',
    tests: [front],
  },
  {
    name: 'volunteer-text-checksum',
    file: 'shared/volunteer/volunteer-text.ts',
    find: "if (!equalPublic(checksumOf(KIND, body), reader.take(CHECKSUM_LENGTH))) throw new RangeError('altered');",
    replace: 'reader.take(CHECKSUM_LENGTH);',
    tests: [text],
    only: 'is refused with words for what is wrong',
  },
  {
    name: 'volunteer-text-place',
    file: 'shared/volunteer/place.ts',
    find: "  if (!fits) throw new RangeError('no such place');\n",
    replace: '  void fits;\n',
    tests: [text],
  },
  {
    name: 'volunteer-certificate',
    file: 'main/volunteers/pinned-socket.ts',
    find: 'if (!equalPublic(shown, certificate)) {',
    replace: 'if (shown.length === 0) {',
    tests: [main],
    only: 'the one that the text names counts',
  },
  {
    name: 'volunteer-certificate-chromium',
    file: 'main/volunteers/pins.ts',
    find: 'return equalPublic(shown, pin) ? COUNTS : DOES_NOT_COUNT;',
    replace: 'return shown.length > 0 ? COUNTS : DOES_NOT_COUNT;',
    tests: [main],
    only: 'Chromium is told the same',
  },
  {
    name: 'volunteer-pin-of-listed',
    file: 'main/volunteers/pins.ts',
    find: ' || this.known.listedHosts().has(name)',
    replace: '',
    tests: [main],
    only: 'Chromium is told the same',
  },
  {
    name: 'volunteer-other-certificate-stops',
    file: 'main/volunteers/volunteers.ts',
    find: 'filter(({ use, refused }) => use && !refused)',
    replace: 'filter(({ use }) => use)',
    tests: [main],
    only: 'another one stops the test',
  },
  {
    name: 'volunteer-lent-when-said',
    file: 'main/volunteers/volunteers.ts',
    find: 'this.#used.filter(({ lend }) => lend)',
    replace: 'this.#used',
    tests: [main],
    only: 'is used, and not lent before',
  },
  {
    name: 'volunteer-private-mode',
    file: 'main/volunteers/volunteers.ts',
    find: 'const server = agents\n      ?',
    replace: 'const server = volunteer\n      ?',
    tests: [main],
    only: 'in private mode main connects',
  },
];
