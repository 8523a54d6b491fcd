/** The vault, its passphrase, what a host signed, and exported identities. */
import type { Protection } from '../protection';

const passphrase = 'unit/main/vault/vault-passphrase.test.ts';
const stretching = 'unit/main/vault/passphrase.test.ts';
const identityFile = 'unit/main/vault/identity-file.test.ts';
const calendar = 'unit/main/own-meetings/calendar-file.test.ts';
const ownMeetings = 'unit/main/own-meetings/own-meetings.test.ts';

export const vault: readonly Protection[] = [
  {
    name: 'identity-file-checksum',
    file: 'main/vault/checksum.ts',
    find: "if (!equalPublic(file.subarray(bytes.length), blake2b(LENGTH, [bytes]))) throw new RangeError('damaged');",
    replace: '',
    tests: [identityFile],
  },
  {
    name: 'vault-newer-version',
    file: 'main/vault/vault-file.ts',
    find: "if (version > NEWEST_VERSION) return { kind: 'newer-version' };",
    replace: '',
    tests: ['unit/main/vault/vault.test.ts'],
    only: 'leaves a file alone that cannot be opened now',
  },
  {
    name: 'passphrase-wait',
    file: 'main/vault/attempts.ts',
    find: "if (this.waitMs > 0) throw new VigilError('passphrase-wait');",
    replace: '',
    tests: [passphrase],
  },
  {
    name: 'passphrase-counted-first',
    file: 'main/vault/attempts.ts',
    find: 'await this.#count(wrong);\n    try',
    replace: 'try',
    tests: [passphrase],
  },
  {
    name: 'passphrase-wait-by-steady-clock',
    file: 'main/vault/vault.ts',
    find: 'await Attempts.open(place.attemptsFile, clocks)',
    replace: 'await Attempts.open(place.attemptsFile, { ...clocks, steady: clocks.wall })',
    tests: [passphrase],
    only: 'lets wait as long as it said',
  },
  {
    name: 'passphrase-wait-no-longer',
    file: 'main/vault/attempts.ts',
    find: 'Math.max(0, clocks.wall() - counted.at)',
    replace: 'clocks.wall() - counted.at',
    tests: [passphrase],
    only: 'lets wait as long as it said',
  },
  {
    name: 'passphrase-proven-for-a-change',
    file: 'main/vault/vault.ts',
    find: 'await this.#prove(current);\n      await this.#relock(next);',
    replace: 'await this.#relock(next);',
    tests: [passphrase],
  },
  {
    name: 'passphrase-proven-for-removal',
    file: 'main/vault/vault.ts',
    find: 'await this.#prove(current);\n      await this.#relock(null);',
    replace: 'await this.#relock(null);',
    tests: [passphrase],
  },
  {
    name: 'passphrase-new-data-key',
    file: 'main/vault/keeping.ts',
    find: 'const dataKey = randomBytes(32);',
    replace: 'const dataKey = new Uint8Array(32);',
    tests: [passphrase],
  },
  {
    name: 'vault-keys-wiped',
    file: 'main/vault/contents.ts',
    find: '[hostKeySeed, perMeetingSeed, journalKey].forEach(wipe);',
    replace: '[hostKeySeed, journalKey].forEach(wipe);',
    tests: [passphrase],
    only: 'leaves no key of a meeting in memory',
  },
  {
    name: 'vault-keys-wiped-late',
    file: 'main/vault/vault.ts',
    find: 'wipeKeys(contents);\n        return;',
    replace: 'return;',
    tests: [passphrase],
    only: 'leaves no key of a meeting in memory',
  },
  {
    name: 'key-store-and-passphrase',
    file: 'main/vault/lock.ts',
    find: 'const wrappedKey = store ? await store.wrap(inner) : inner;',
    replace: 'const wrappedKey = inner;',
    tests: [passphrase],
  },
  {
    name: 'stretching-bounds',
    file: 'main/vault/stretch.ts',
    find: 'if (algorithm !== ARGON2ID || !isSane)',
    replace: 'if (algorithm !== ARGON2ID)',
    tests: [stretching],
  },
  {
    name: 'stretching-purpose',
    file: 'main/vault/stretch.ts',
    find: 'ascii(`vigil-${purpose}-1`)',
    replace: 'ascii(`vigil-1`)',
    tests: [stretching],
  },
  {
    name: 'calendar-text-escaped',
    file: 'main/own-meetings/calendar-file.ts',
    find: ".replace(/[\\\\;,]/gu, '\\\\$&')",
    replace: '',
    tests: [calendar],
    only: 'line breaks, commas',
  },
  {
    name: 'planned-signs-once',
    file: 'main/own-meetings/own-meetings.ts',
    find: 'if (statements.length === 0 && record.begun) throw',
    replace: 'if (statements.length < 0) throw',
    tests: [ownMeetings],
    only: 'are refused, once begun',
  },
  {
    name: 'statement-record-damaged',
    file: 'main/own-meetings/journal.ts',
    find: "  } catch {\n    throw new VigilError('meeting-record-damaged');\n  }\n}",
    replace: '  } catch {\n    return [];\n  }\n}',
    tests: [ownMeetings],
    only: 'is refused when it was altered, moved',
  },
];
