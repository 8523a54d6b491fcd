/** Who is who: names, numbers, codes and emoji. */
import type { Protection } from '../protection';

const grinder = 'unit/shared/verification/grinder.test.ts';
const emoji = 'unit/shared/verification/emoji.test.ts';
const codes = 'unit/shared/verification/codes-and-contacts.test.ts';

export const verification: readonly Protection[] = [
  {
    name: 'emoji-commitment',
    file: 'shared/verification/emoji-check.ts',
    find: 'if (equalPublic(commitment(this.parties, revealed), commit)) this.#compare(revealed, nonce);\n    else ',
    replace: 'this.#compare(revealed, nonce);\n    if (false) ',
    tests: [grinder],
    only: 'the commitment tells',
    short: true,
  },
  {
    name: 'emoji-tries',
    file: 'shared/verification/emoji-check.ts',
    find: 'if (this.#tries < MAX_TRIES) return true;',
    replace: 'if (this.#tries >= 0) return true;',
    tests: [emoji],
  },
  {
    name: 'emoji-both-agree',
    file: 'shared/verification/emoji-check.ts',
    find: "state.mine && state.theirs ? { phase: 'same' } : state",
    replace: "state.mine || state.theirs ? { phase: 'same' } : state",
    tests: [emoji],
  },
  {
    name: 'emoji-bound-to-handshake',
    file: 'shared/verification/emoji-hashes.ts',
    find: 'const said = concat(parties.handshakeHash, committer,',
    replace: 'const said = concat(committer,',
    tests: [emoji],
  },
  {
    name: 'code-of-this-conversation',
    file: 'shared/verification/code-text.ts',
    find: "const isOurs = code.kind === 'identity' || equalPublic(code.other, mine);",
    replace: 'const isOurs = true;',
    tests: [codes],
  },
  {
    name: 'code-of-this-person',
    file: 'shared/verification/code-text.ts',
    find: 'if (equalPublic(code.shower, theirs) && isOurs)',
    replace: 'if (isOurs)',
    tests: [codes],
  },
  {
    name: 'code-checksum',
    file: 'shared/verification/code-text.ts',
    find: 'if (!equalPublic(checksum(kind, keys), bytes.subarray(-CHECKSUM_LENGTH))) return null;',
    replace: '',
    tests: [codes],
  },
  {
    name: 'code-identity-canonical',
    file: 'shared/verification/code-text.ts',
    find: 'return identities.every(isCanonical) ? identities : null;',
    replace: 'return identities;',
    tests: [codes],
  },
  {
    name: 'copied-number-own',
    file: 'main/clipboard/number-clipboard.ts',
    find: 'if (isOwn) {',
    replace: 'if (false) {',
    tests: ['unit/main/clipboard/number-clipboard.test.ts'],
  },
  {
    name: 'copied-number-one',
    file: 'shared/verification/copied-number.ts',
    find: 'return numbers.size === 1 && number !== undefined ? number : null;',
    replace: 'return number ?? null;',
    tests: ['unit/shared/verification/copied-number.test.ts'],
  },
  {
    name: 'known-name-other-key',
    file: 'shared/identity/contacts.ts',
    find: "trust: others.length > 0 ? 'changed' : 'new'",
    replace: "trust: 'new'",
    tests: [codes],
  },
  {
    name: 'key-change-unverifies',
    file: 'shared/identity/contacts.ts',
    find: 'const renewed = { ...former, identity, calledThemselves: name, verified: null,',
    replace: 'const renewed = { ...former, identity, calledThemselves: name,',
    tests: [codes],
  },
  {
    name: 'look-alike-names',
    file: 'shared/identity/name-key.ts',
    find: 'LOOK_ALIKES[letter] ?? letter',
    replace: 'letter',
    tests: [codes],
  },
  {
    name: 'held-before-media',
    file: 'shared/meeting/group/group-state.ts',
    find: 'return this.isHere(member) && !member.isHeld;',
    replace: 'return this.isHere(member);',
    tests: ['unit/shared/meeting/verification.test.ts'],
    only: 'is held before media',
  },
  {
    name: 'safe-names',
    file: 'shared/identity/name.ts',
    find: ".replace(UNSAFE, '')",
    replace: '',
    tests: ['unit/shared/identity/identity.test.ts'],
  },
  {
    name: 'name-length',
    file: 'shared/identity/name.ts',
    find: "if (bytes.length > MAX_NAME_BYTES) throw new RangeError('name too long');",
    replace: '',
    tests: ['unit/shared/identity/identity.test.ts'],
  },
];
