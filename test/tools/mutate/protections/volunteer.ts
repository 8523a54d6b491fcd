/** A volunteer's server: what bounds it, and what its text must be. */
import type { Protection } from '../protection';

const turn = 'unit/volunteer/turn.test.ts';
const front = 'unit/volunteer/relay-front.test.ts';
const text = 'unit/shared/volunteer/volunteer-text.test.ts';

export const volunteer: readonly Protection[] = [
  {
    name: 'volunteer-words',
    file: 'volunteer/turn/coturn-config.ts',
    find: "    'log-file=stdout',",
    replace: "    `log-file=${plan.folder}/turn.log`,\n    'verbose',",
    tests: [turn],
    only: 'what it writes and says',
  },
  {
    name: 'volunteer-meeting-limit',
    file: 'volunteer/turn/coturn-config.ts',
    find: '    `user-quota=${plan.each}`,\n',
    replace: '',
    tests: [turn],
    only: 'one meeting has so many connections',
  },
  {
    name: 'volunteer-private-peers',
    file: 'volunteer/turn/coturn-config.ts',
    find: '    ...denied.map((range) => `denied-peer-ip=${range}`),\n',
    replace: '',
    tests: [turn],
    only: 'nobody is led into the private network',
  },
  {
    name: 'volunteer-address-limit',
    file: 'volunteer/relay/address-counts.ts',
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
];
