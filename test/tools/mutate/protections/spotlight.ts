/** Who is in the large place for everyone. */
import type { Protection } from '../protection';

const statements = 'unit/shared/membership/spotlight.test.ts';
const inMeeting = 'unit/shared/meeting/spotlight.test.ts';
const seeing = 'unit/renderer/state/seeing.test.ts';

export const spotlight: readonly Protection[] = [
  {
    name: 'spotlight-lifted-by-name',
    file: 'shared/membership/spotlight.ts',
    find: 'if (lifted.has(toHex(hash))) continue;',
    replace: '',
    tests: [statements, inMeeting],
    only: 'older|come back|until another',
  },
  {
    name: 'spotlight-genuine',
    file: 'shared/membership/statement-set.ts',
    find: "if (!verifyStatement(statement)) return { result: 'refused', refusal: 'not-genuine' };",
    replace: '',
    tests: [statements, inMeeting],
    only: "name of the host|host's name",
  },
  {
    name: 'spotlight-of-a-dropped-co-host',
    file: 'shared/membership/rulings.ts',
    find: "judge('co-host', perMeetingKey, chain, dropped ?? allowance);",
    replace: "judge('co-host', perMeetingKey, chain, allowance);",
    tests: [statements],
    only: 'dropped co-host',
  },
  {
    name: 'spotlight-of-who-is-here',
    file: 'shared/meeting/spotlight.ts',
    find: 'if (name === null) continue;',
    replace: '',
    tests: [inMeeting],
    only: 'no more who leaves',
  },
  {
    name: 'spotlight-alike-for-whoever-is-in-it',
    file: 'renderer/state/seeing.ts',
    find: "return spotlight === null || spotlight === turnedFrom ? layout : 'speaker';",
    replace: 'return layout;',
    tests: [seeing],
    only: 'spotlight',
  },
  {
    name: 'spotlight-that-is-shown-ends',
    file: 'shared/meeting/spotlight.ts',
    find: 'const ordered = [...standing.filter(isShown), ...standing.filter((one) => !isShown(one))];',
    replace: 'const ordered = isShown ? standing : [];',
    tests: [inMeeting],
    only: 'that is shown is among',
  },
];
